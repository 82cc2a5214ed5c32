// What the page remembers of a person: how it should look. Storage may be full or denied; then it forgets.

export const APPEARANCES = ["auto", "light", "dark"] as const;
export type Appearance = (typeof APPEARANCES)[number];

const KEY = "fairway.appearance";

export function storedAppearance(): Appearance {
  try {
    const stored = localStorage.getItem(KEY);
    return APPEARANCES.find((appearance) => appearance === stored) ?? "auto";
  } catch {
    return "auto";
  }
}

/** Whether it could be stored. */
export function storeAppearance(appearance: Appearance): boolean {
  try {
    localStorage.setItem(KEY, appearance);
    return true;
  } catch {
    return false;
  }
}
