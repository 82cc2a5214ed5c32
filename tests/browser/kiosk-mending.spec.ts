// What a screen for anyone does about its faults, and when it begins anew: decided without a browser.
import { expect, test } from "./support.ts";
import { type Fault, type Mend, type Step, nextStep, planUntil, safeMs, tally } from "../../web/src/kiosk/mending.ts";
import { isDue } from "../../web/src/kiosk/upkeep.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is done about faults that come at these minutes. */
function steps(faults: readonly (readonly [Fault, number])[]): Step[] {
  const past: Mend[] = [];
  return faults.map(([fault, minute]) => {
    const at = minute * MINUTE;
    const step = nextStep(past, fault, at);
    past.push({ fault, step, at });
    return step;
  });
}

const again = (fault: Fault, times: number, every: number) =>
  Array.from({ length: times }, (_, i) => [fault, i * every] as const);

const TABLE: [what: string, faults: readonly (readonly [Fault, number])[], steps: Step[]][] = [
  ["a stage that gives up: the page anew, then an hour of the plan", again("stage", 3, 1), ["reload", "plan", "plan"]],
  ["a blank picture: the stage anew, the page anew, the plan", again("blank", 3, 1), ["rebuild", "reload", "plan"]],
  ["a guide that gives up: the page anew, twice, then a picture", again("guide", 4, 1), ["reload", "reload", "safe", "safe"]],
  ["a page that stands still: the same", again("page", 3, 1), ["reload", "reload", "safe"]],
  ["an hour's calm forgives", again("guide", 4, 60), ["reload", "reload", "reload", "reload"]],
  ["less than that does not", again("guide", 3, 59), ["reload", "reload", "safe"]],
  ["faults of other kinds are steps of their own", [["guide", 0], ["stage", 1], ["guide", 2], ["blank", 3]], ["reload", "reload", "reload", "rebuild"]],
  ["many kinds in an hour: not more than five pages anew", [["guide", 0], ["stage", 1], ["page", 2], ["memory", 3], ["page", 4], ["memory", 5]], ["reload", "reload", "reload", "reload", "reload", "safe"]],
]; // prettier-ignore

for (const [what, faults, expected] of TABLE) {
  test(`${what} @desktop`, () => expect(steps(faults)).toEqual(expected));
}

test("a worker that its supervisor started again is counted, and brings no other step nearer @desktop", () => {
  const restarts = again("guide", 5, 1).map(([fault, at]) => ({ fault, step: "restart" as const, at: at * MINUTE }));
  expect(nextStep(restarts, "guide", 6 * MINUTE)).toBe("reload");
  expect(tally(restarts)).toEqual({ "guide-restart": 5 });
  expect(tally(restarts, 3 * MINUTE)).toEqual({ "guide-restart": 2 });
});

test("the picture stays longer each time, up to forty minutes @desktop", () => {
  const past: Mend[] = [];
  const waits = [];
  for (let at = 0; past.length < 5; at += safeMs(past.slice(0, -1), at)) {
    waits.push(safeMs(past, at) / MINUTE);
    past.push({ fault: "guide", step: "safe", at });
  }
  expect(waits).toEqual([5, 10, 20, 40, 40]);
});

test("the plan alone is shown for an hour @desktop", () => {
  const past: Mend[] = [{ fault: "stage", step: "plan", at: HOUR }];
  expect(planUntil(past, HOUR + 59 * MINUTE)).toBe(2 * HOUR);
  expect(planUntil(past, 2 * HOUR)).toBeUndefined();
  expect(planUntil([], 0)).toBeUndefined();
});

const calm = { upMs: 2 * HOUR, newer: false, begun: "2026-09-24T02:10", now: "2026-09-24T04:10", reloadHour: 4 };
const MOMENTS: [what: string, moment: Parameters<typeof isDue>[0], due: boolean][] = [
  ["at its hour it begins anew", calm, true],
  ["once in that hour", { ...calm, begun: "2026-09-24T04:00" }, false],
  ["once in an hour that comes twice", { ...calm, begun: "2026-09-24T04:20" }, false],
  ["not before", { ...calm, now: "2026-09-24T03:59" }, false],
  ["later, where somebody was there or no clock showed that hour", { ...calm, now: "2026-09-24T05:10" }, true],
  ["not again that day", { ...calm, begun: "2026-09-24T05:10", now: "2026-09-24T23:00" }, false],
  ["the day after", { ...calm, begun: "2026-09-24T05:10", now: "2026-09-25T04:00" }, true],
  ["where the venue names none, never", { ...calm, reloadHour: null }, false],
  ["at midnight too", { ...calm, begun: "2026-09-23T22:10", now: "2026-09-24T00:10", reloadHour: 0 }, true],
  ["where the browser does not know the venue’s clock, never", { ...calm, now: undefined }, false],
  ["a newer release is taken", { ...calm, newer: true, reloadHour: undefined }, true],
  ["but not over and over", { ...calm, newer: true, reloadHour: undefined, upMs: MINUTE }, false],
];
for (const [what, moment, due] of MOMENTS) {
  test(`while nobody uses it: ${what} @desktop`, () => expect(isDue(moment)).toBe(due));
}
