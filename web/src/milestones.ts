// When what a visitor waits for is there, as user timings: the benches read them, and so does the browser's own profiler.

export type Milestone = "guide-usable" | "stage-first-frame" | "stage-complete";

/** Marks the first time that it is reached. */
export function reached(milestone: Milestone): void {
  if (performance.getEntriesByName(milestone).length === 0) performance.mark(milestone);
}
