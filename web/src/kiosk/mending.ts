// What is done about a fault of the screen: the mildest step that did not help just before. It follows from what was done so far and
// from nothing else, and it never loops.

/** `page`: it stood still, or its own scripts failed, again and again. */
export type Fault = "stage" | "blank" | "guide" | "page" | "memory";

/** `restart`: a supervisor ended a worker and started it again, which is only counted. `plan`: no 3D for an hour. `safe`: a picture, for a while. */
export type Step = "restart" | "rebuild" | "reload" | "plan" | "safe";

export interface Mend {
  readonly fault: Fault;
  readonly step: Step;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const LADDERS: Record<Fault, readonly [Step, ...Step[]]> = {
  stage: ["reload", "plan"],
  blank: ["rebuild", "reload", "plan"],
  guide: ["reload", "reload", "safe"],
  page: ["reload", "reload", "safe"],
  memory: ["reload", "reload", "safe"],
};

/** After so long without it, a fault is forgiven; for so long there is no 3D. */
export const CALM_MS = 3_600_000;
/** Whatever they are for, more in an hour help nobody. */
export const MOST_RELOADS = 5;
/** The safe page tries again, later each time; always sooner than a fault is forgiven. */
const SAFE_MS = { first: 5 * 60_000, most: 40 * 60_000 };

export function nextStep(past: readonly Mend[], fault: Fault, now: number): Step {
  const done = past.filter(({ step }) => step !== "restart");
  const ladder = LADDERS[fault];
  const tried = unbroken(
    done.filter((mend) => mend.fault === fault),
    now,
  );
  const step = ladder[Math.min(tried, ladder.length - 1)] ?? ladder[0];
  const reloads = done.filter((mend) => mend.step === "reload" && now - mend.at < CALM_MS).length;
  return step === "reload" && reloads >= MOST_RELOADS ? "safe" : step;
}

/** How long the safe page stays that is shown next. */
export function safeMs(past: readonly Mend[], now: number): number {
  const before = unbroken(
    past.filter(({ step }) => step === "safe"),
    now,
  );
  return Math.min(SAFE_MS.first * 2 ** before, SAFE_MS.most);
}

/** Until when there is no 3D, if there is none. */
export function planUntil(past: readonly Mend[], now: number): number | undefined {
  const until = (past.findLast(({ step }) => step === "plan")?.at ?? -Infinity) + CALM_MS;
  return until > now ? until : undefined;
}

/** How many there were without an hour's calm between them, up to now. */
function unbroken(mends: readonly Mend[], now: number): number {
  let later = now;
  const calm = mends.toReversed().findIndex(({ at }) => {
    const isCalm = later - at >= CALM_MS;
    later = at;
    return isCalm;
  });
  return calm < 0 ? mends.length : calm;
}

/** So many of each kind of step, of all or of those since then. */
export function tally(mends: readonly Mend[], since = -Infinity): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { fault, step, at } of mends) {
    const kind = `${fault}-${step}`;
    if (at >= since) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
