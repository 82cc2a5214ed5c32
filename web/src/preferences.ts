// What the page remembers of a person: how it should look. Storage may be full or denied; then it forgets.

export const APPEARANCES = ["auto", "light", "dark"] as const;
export type Appearance = (typeof APPEARANCES)[number];

const APPEARANCE = "fairway.appearance";
const VISITORS = "fairway.visitors";
const HIDDEN = "hidden";

export function storedAppearance(): Appearance {
  const stored = read(APPEARANCE);
  return APPEARANCES.find((appearance) => appearance === stored) ?? "auto";
}

/** Whether it could be stored. */
export function storeAppearance(appearance: Appearance): boolean {
  return write(APPEARANCE, appearance);
}

export function storedVisitors(): boolean {
  return read(VISITORS) !== HIDDEN;
}

/** Whether it could be stored. */
export function storeVisitors(shown: boolean): boolean {
  return write(VISITORS, shown ? "shown" : HIDDEN);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
