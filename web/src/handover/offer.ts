// What came from another device and waits for the person's word.

import type { Hit } from "../bindings/Hit.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import { type State, summaryOf } from "../state.ts";
import { type Parcel, fitting, placesOf } from "./parcel.ts";

/** What is offered for this venue. */
export function offeredOf(state: State): Parcel | undefined {
  const { incoming } = state;
  return incoming?.status === "read" && incoming.parcel.venue === summaryOf(state)?.id ? incoming.parcel : undefined;
}

/** Its places by their ids, as lines to show. */
export function offeredLines({ answers }: State): ReadonlyMap<PlaceId, Hit> {
  const hits = answers.offer?.type === "places_listed" ? answers.offer.hits : [];
  return new Map(hits.map((hit) => [hit.place, hit]));
}

/** What of it the venue has. */
export function takableOf(state: State): Parcel | undefined {
  const offered = offeredOf(state);
  const lines = offeredLines(state);
  return offered && fitting(offered, (place) => lines.has(place));
}

/** What of it the venue lacks. */
export function unknownOf(state: State): readonly PlaceId[] {
  const offered = offeredOf(state);
  const lines = offeredLines(state);
  return offered ? placesOf(offered).filter((place) => !lines.has(place)) : [];
}
