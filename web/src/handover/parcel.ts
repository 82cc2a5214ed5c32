// What goes from one device to another: the person's day and what they save, as a text in a link.

import { type Kept, MOST_PLACES, type Saved, isKept, keptOf, once } from "../saved.ts";
import { type State, summaryOf } from "../state.ts";
import { type Address, readAddress, writeAddress } from "../url.ts";

/** A day as the address holds it. */
export type Day = Pick<Address, "stops" | "order" | "start" | "depart" | "until" | "profile" | "speed">;

export interface Parcel {
  /** The venue's id. */
  readonly venue: string;
  readonly day: Day;
  readonly saved: Saved;
}

/** What was taken from another device, and what was there before. */
export interface Taken {
  readonly parcel: Parcel;
  readonly before: { readonly day: Day; readonly saved: Saved };
  readonly replaced: boolean;
}

export function dayOf({ stops, order, start, depart, until, profile, speed }: Address): Day {
  return { stops, order, start, depart, until, profile, speed };
}

/** What this person has; nothing if that is nothing. */
export function parcelOf(state: State): Parcel | undefined {
  const venue = summaryOf(state)?.id;
  const { address, saved, withNotes } = state;
  if (venue === undefined || (!address.stops && saved.length === 0)) return undefined;
  return { venue, day: dayOf(address), saved: withNotes ? saved : saved.map(({ place }) => ({ place, note: "" })) };
}

export function writeParcel({ venue, day, saved }: Parcel): string {
  return JSON.stringify([venue, writeAddress(day), saved.map(({ place, note }) => (note ? [place, note] : place))]);
}

/** Nothing if it is no parcel; what of it makes no sense is left out. */
export function readParcel(text: string): Parcel | undefined {
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) return undefined;
  const [venue, day, saved] = parts as unknown[];
  if (typeof venue !== "string" || typeof day !== "string" || !Array.isArray(saved)) return undefined;
  const kept = saved.map((each: unknown) => {
    const [place, note = ""] = (Array.isArray(each) ? each : [each]) as unknown[];
    return { place, note };
  });
  return { venue, day: dayOf(readAddress(day)), saved: once(kept.filter(isKept)).slice(0, MOST_PLACES) };
}

/** All places of a parcel. */
export function placesOf({ day, saved }: Parcel): string[] {
  return [...new Set([...(day.stops ?? []), ...saved].map(({ place }) => place))];
}

/** The parcel without the places that a venue lacks. */
export function fitting(parcel: Parcel, known: (place: string) => boolean): Parcel {
  const { day, saved } = parcel;
  const stops = day.stops?.filter(({ place }) => known(place));
  const start = day.start && known(day.start) ? day.start : undefined;
  return {
    ...parcel,
    day: { ...day, stops: stops?.length ? stops : undefined, start },
    saved: saved.filter(({ place }) => known(place)),
  };
}

/** One's own day with the stops that it lacks after one's own. An empty one takes over how the other is walked, too. */
export function joinedDay(own: Day, other: Day): Day {
  if (!own.stops) return other;
  const lacking = other.stops?.filter(({ place }) => !own.stops?.some((stop) => stop.place === place)) ?? [];
  return { ...own, stops: [...own.stops, ...lacking] };
}

/** What one saves, and after it what one lacks; a note of one's own stays as it is. */
export function joinedSaved(own: Saved, other: Saved): Saved {
  const noted = own.map((kept): Kept => ({ ...kept, note: kept.note || (keptOf(other, kept.place)?.note ?? "") }));
  return [...noted, ...other.filter(({ place }) => !keptOf(own, place))];
}

/** Takes out what came by `joinedSaved`; what has been saved since stays. */
export function partedSaved(now: Saved, own: Saved, other: Saved): Saved {
  return now.flatMap((kept): Saved => {
    const came = keptOf(other, kept.place);
    if (!came) return [kept];
    const before = keptOf(own, kept.place);
    if (!before) return [];
    return [kept.note === came.note ? before : kept];
  });
}
