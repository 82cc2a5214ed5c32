// Whether somebody stands there, by the clock that never goes back.

export type Presence =
  { readonly kind: "used" } | { readonly kind: "asking"; readonly secondsLeft: number } | { readonly kind: "left" };

/** How long it asks whether somebody is still there. */
export const ASKS_S = 15;

/** What a person's last touch, so many milliseconds ago, says. */
export function presence(sinceTouchMs: number, idleS: number): Presence {
  const over = sinceTouchMs / 1000 - idleS;
  if (over < 0) return { kind: "used" };
  return over < ASKS_S ? { kind: "asking", secondsLeft: Math.ceil(ASKS_S - over) } : { kind: "left" };
}
