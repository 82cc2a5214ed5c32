// A person's day at the fair: the stops in the address, and what is asked of the guide about them.

import type { DayOutcome } from "./bindings/DayOutcome.ts";
import type { DayStop } from "./bindings/DayStop.ts";
import type { DayWish } from "./bindings/DayWish.ts";
import type { Hit } from "./bindings/Hit.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import { type State, summaryOf } from "./state.ts";
import { walkerOf } from "./url.ts";

/** How long one stays at a stop, unless the person says otherwise. */
export const USUAL_STAY_MIN = 15;
const MOST_STAY_MIN = 600;
const FIRST_HOUR = "09:00";

/** `3B12~20,session-7`: places, and the minutes at those where it is not the usual time. */
export function readStops(text: string | undefined): readonly DayStop[] | undefined {
  const stops = (text ?? "").split(",").flatMap((part): DayStop[] => {
    const [place = "", stay] = part.split("~");
    const minutes = Number(stay ?? USUAL_STAY_MIN);
    const fits = Number.isInteger(minutes) && minutes > 0 && minutes <= MOST_STAY_MIN;
    return place.trim() ? [{ place: place.trim(), minutes: fits ? minutes : USUAL_STAY_MIN }] : [];
  });
  const once = stops.filter(({ place }, index) => stops.findIndex((other) => other.place === place) === index);
  return once.length > 0 ? once : undefined;
}

export function writeStops(stops: readonly DayStop[]): string {
  return stops.map(({ place, minutes }) => (minutes === USUAL_STAY_MIN ? place : `${place}~${minutes}`)).join(",");
}

export function stopsOf({ address }: State): readonly DayStop[] {
  return address.stops ?? [];
}

export function isInDay(state: State, place: PlaceId): boolean {
  return stopsOf(state).some((stop) => stop.place === place);
}

/** Where the day begins: as chosen, else at the first way in. */
export function startOf(state: State): PlaceId | undefined {
  return state.address.start ?? summaryOf(state)?.starts[0]?.place;
}

/** Where the person is, as far as is known: where the route begins, or the day. */
export function standpointOf(state: State): PlaceId | undefined {
  return state.address.from ?? startOf(state);
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
  const stops = stopsOf(state);
  if (!from || stops.length === 0) return undefined;
  const { language, address } = state;
  const depart = departOf(state);
  const until = address.until ? { until: `${depart.slice(0, 10)}T${address.until}` } : {};
  return {
    from,
    stops: [...stops],
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

/** The stops as they are shown: as the guide has ordered them, those that it has not after them. */
export function orderOf(state: State): readonly DayStop[] {
  const outcome = outcomeOf(state);
  const stops = stopsOf(state);
  if (state.address.order === "own" || outcome?.kind !== "planned") return stops;
  const place = new Map(outcome.plan.visits.map((visit, index) => [visit.place, index]));
  return stops.toSorted((a, b) => (place.get(a.place) ?? Infinity) - (place.get(b.place) ?? Infinity));
}

/** The stops by their ids, as lines to show. */
export function linesOf({ answers }: State): ReadonlyMap<PlaceId, Hit> {
  const hits = answers.day?.type === "day_answered" ? answers.day.stops : [];
  return new Map(hits.map((hit) => [hit.place, hit]));
}
