// What is done to the screen while nobody uses it: a newer release is taken, and once a day, at an hour that the venue chose, it begins anew.

/** Sooner after it began, nothing is taken: what cannot be taken is not tried over and over. */
const SETTLED_MS = 5 * 60_000;
/** A release that has run for so long without being mended is one to come back to. */
export const PROVED_MS = 3 * 60_000;

export interface Moment {
  readonly upMs: number;
  /** A newer release, or newer data of the fair, is there. */
  readonly newer: boolean;
  /** When it began and now, on the venue's clock, `2026-09-24T09:00`, if the browser knows its zone. */
  readonly begun: string | undefined;
  readonly now: string | undefined;
  readonly reloadHour: number | null | undefined;
}

/** Whether an idle screen is to begin anew: the hour may come twice, or be skipped, as clocks are changed, and somebody may be there all through it. */
export function isDue({ upMs, newer, begun, now, reloadHour }: Moment): boolean {
  if (newer && upMs > SETTLED_MS) return true;
  if (begun === undefined || now === undefined || typeof reloadHour !== "number") return false;
  const hour = `${now.slice(0, 10)}T${String(reloadHour).padStart(2, "0")}:00`;
  return begun < hour && hour <= now;
}
