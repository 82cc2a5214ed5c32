// A person's day at the fair: the stops in the address, and what is asked of the guide about them.

import type { DayOutcome } from "./bindings/DayOutcome.ts";
import type { DayVisit } from "./bindings/DayVisit.ts";
import type { DayWish } from "./bindings/DayWish.ts";
import type { Hit } from "./bindings/Hit.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import { type State, summaryOf } from "./state.ts";
import { type Spot, stopAt } from "./spot.ts";
import { walkerOf } from "./url.ts";

/** How long one stays at a stop, unless the person says otherwise. */
export const USUAL_STAY_MIN = 15;
const MOST_STAY_MIN = 600;
const FIRST_HOUR = "09:00";

export interface PlannedStop {
  readonly place: PlaceId;
  readonly minutes: number;
  /** Of an appointment, on the venue's clock: `14:00`. */
  readonly at?: string | undefined;
  /** It is left out for now. */
  readonly skipped?: boolean | undefined;
}

const SKIPPED = "skip";
export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `3B12~20~14:00,5A01~skip,session-7`: places, and what of each is not as usual. */
export function readStops(text: string | undefined): readonly PlannedStop[] | undefined {
  const stops = (text ?? "").split(",").flatMap((part): PlannedStop[] => {
    const [place = "", ...marks] = part.split("~");
    const minutes = marks.map(Number).find((long) => Number.isInteger(long) && long > 0 && long <= MOST_STAY_MIN);
    const at = marks.find((mark) => CLOCK.test(mark));
    const stop = { place: place.trim(), minutes: minutes ?? USUAL_STAY_MIN, at, skipped: marks.includes(SKIPPED) };
    return stop.place ? [stop] : [];
  });
  const once = stops.filter(({ place }, index) => stops.findIndex((other) => other.place === place) === index);
  return once.length > 0 ? once : undefined;
}

export function writeStops(stops: readonly PlannedStop[]): string {
  const write = ({ place, minutes, at, skipped }: PlannedStop) =>
    [place, minutes === USUAL_STAY_MIN ? "" : minutes, at, skipped ? SKIPPED : ""].filter(Boolean).join("~");
  return stops.map(write).join(",");
}

export function stopsOf({ address }: State): readonly PlannedStop[] {
  return address.stops ?? [];
}

export function isInDay(state: State, place: PlaceId): boolean {
  return stopsOf(state).some((stop) => stop.place === place);
}

/** Where the day begins: as chosen, else where the person is, else at the first way in. */
export function startOf({ address, venue }: State): Spot | undefined {
  const entrance = venue.status === "open" ? venue.summary.starts[0]?.place : undefined;
  return address.start ?? address.at ?? entrance;
}

/** Where the person is, as far as is known; else where the route begins, or the day. */
export function standpointOf(state: State): Spot | undefined {
  return state.address.at ?? state.address.from ?? startOf(state);
}

/** When the day begins, in venue time: as chosen, else when the fair opens first. */
export function departOf(state: State): string {
  const first = summaryOf(state)?.days[0]?.open;
  return state.address.depart ?? first ?? `${new Date().toISOString().slice(0, 10)}T${FIRST_HOUR}`;
}

/** When the fair opens on that day; the usual hour if it does not say. */
export function openingOn(state: State, date: string): string {
  const day = summaryOf(state)?.days.find(({ open }) => open.startsWith(date));
  return day?.open ?? `${date}T${FIRST_HOUR}`;
}

/** What is asked of the guide; nothing without stops. */
export function wishOf(state: State): DayWish | undefined {
  const from = startOf(state);
  const { language, address } = state;
  const depart = departOf(state);
  const on = (clock: string) => `${depart.slice(0, 10)}T${clock}`;
  const stops = stopsOf(state).filter(({ skipped }) => !skipped);
  if (!from || stops.length === 0) return undefined;
  const until = address.until ? { until: on(address.until) } : {};
  return {
    from: stopAt(from),
    stops: stops.map(({ place, minutes, at }) => ({ place, minutes, ...(at ? { at: on(at) } : {}) })),
    in_order: address.order === "own",
    depart,
    ...until,
    ...walkerOf(address),
    language,
  };
}

export function outcomeOf({ answers }: State): DayOutcome | undefined {
  return answers.day?.type === "day_answered" ? answers.day.outcome : undefined;
}

export function visitsOf(state: State): readonly DayVisit[] {
  const outcome = outcomeOf(state);
  return outcome?.kind === "planned" ? outcome.plan.visits : [];
}

/** The stops as they are shown: as the guide has ordered them, those that it has not after them. */
export function orderOf(state: State): readonly PlannedStop[] {
  const outcome = outcomeOf(state);
  const stops = stopsOf(state).filter(({ skipped }) => !skipped);
  if (state.address.order === "own" || outcome?.kind !== "planned") return stops;
  const place = new Map(outcome.plan.visits.map((visit, index) => [visit.place, index]));
  return stops.toSorted((a, b) => (place.get(a.place) ?? Infinity) - (place.get(b.place) ?? Infinity));
}

/** The stops by their ids, as lines to show. */
export function linesOf({ answers }: State): ReadonlyMap<PlaceId, Hit> {
  const hits = answers.day?.type === "day_answered" ? answers.day.stops : [];
  return new Map(hits.map((hit) => [hit.place, hit]));
}
