// What of the venue the person has chosen, and how the maps show it.

import type { Card } from "./bindings/Card.ts";
import type { LocalText } from "./bindings/LocalText.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import type { Point } from "./bindings/Point.ts";
import type { RoutePoint } from "./bindings/RoutePoint.ts";
import type { Focus } from "./map/view.ts";
import { outcomeOf } from "./day.ts";
import { pointOf } from "./spot.ts";
import { type State, isRouting, shownLevel, summaryOf } from "./state.ts";
import { type Language, say } from "./strings/languages.ts";

/** The card of what stands out on the map: the place that is open, or where the route goes. */
export function chosenCard(state: State): Card | undefined {
  if (state.address.panel) return undefined;
  const answer = isRouting(state) ? state.answers.to : state.answers.card;
  return answer?.type === "described" ? answer.card : undefined;
}

/** What stands on the floor for it: an exhibitor's booths, a session's room. */
export function placesOf(card: Card): readonly PlaceId[] {
  if (card.booths.length > 0) return card.booths;
  return card.kind === "session" && card.unit ? [card.unit] : [card.place];
}

/** A booth is called by who is there. */
export function titleOf(card: Card, language: Language): string {
  const [only, ...others] = card.kind === "booth" ? card.exhibitors : [];
  return say(only && others.length === 0 ? only.name : card.title, language);
}

export function shownRoute(state: State): readonly RoutePoint[] {
  const { address, answers } = state;
  if (address.panel === "day") {
    const outcome = outcomeOf(state);
    return outcome?.kind === "planned" ? outcome.points : NO_POINTS;
  }
  return answers.route?.type === "route_planned" ? answers.route.route.points : NO_POINTS;
}

/** Where the visits of a day are, in their order. */
export function shownVisits(state: State): readonly RoutePoint[] {
  const outcome = state.address.panel === "day" ? outcomeOf(state) : undefined;
  if (outcome?.kind !== "planned") return NO_POINTS;
  return outcome.arrivals.flatMap((arrival) => outcome.points[arrival] ?? []);
}

/** What the map shows about a person, across. */
export const ROUND_ONE_M = 60;

const NO_POINTS: readonly RoutePoint[] = [];

/** Where its pin stands, if that is on the level that is shown. */
export function pinOf(state: State): Point | undefined {
  const card = chosenCard(state);
  if (!card || card.kind === "hall") return undefined;
  return card.level === null || card.level === shownLevel(state) ? card.anchor : undefined;
}

/** The hall that a walker is in, or else the one that is chosen or has what is chosen. */
export function currentHall(state: State): PlaceId | undefined {
  const { camera, showing, address } = state;
  const walks = showing === "stage" && camera.mode !== "fly";
  return walks ? camera.unit : (chosenCard(state)?.unit ?? address.hall);
}

/** What is written under each hall's numeral: its theme, which the numeral does not say. */
export function captionsOf(state: State): ReadonlyMap<PlaceId, LocalText> {
  const units = summaryOf(state)?.units ?? [];
  return new Map(units.map((unit) => [unit.id, unit.theme?.name ?? unit.name]));
}

/** Where the person is, as far as they have said it. */
export function hereOf({ address, answers }: State): RoutePoint | undefined {
  const spot = pointOf(address.at);
  if (spot) return { level: spot.level, x: spot.point[0], y: spot.point[1] };
  const { at } = answers;
  if (at?.type !== "described" || at.card.level === null) return undefined;
  const [x, y] = at.card.anchor;
  return { level: at.card.level, x, y };
}

/** What the map is to look at in this state; nothing as long as the guide has not said where it is. */
export function focusOf(state: State): Focus | undefined {
  const { address, answers } = state;
  if (address.panel === "day") {
    if (answers.day || !address.stops) return { kind: shownRoute(state).length > 0 ? "route" : "overview" };
    return undefined;
  }
  if (address.from && address.to) {
    if (answers.route?.type === "route_planned") return { kind: "route" };
    if (!answers.route) return undefined;
  }
  const asked = isRouting(state) ? (address.to ?? address.from) : (address.place ?? address.hall ?? address.at);
  const point = pointOf(asked);
  if (point) {
    const [x, y] = point.point;
    return { kind: "camera", camera: { kind: "plan", x, y, span: ROUND_ONE_M } };
  }
  if (asked && asked !== address.hall) {
    const routed = address.to ? answers.to : answers.from;
    const answer = isRouting(state) ? routed : address.place ? answers.card : answers.at;
    if (!answer) return undefined;
    if (answer.type !== "described") return { kind: "overview" };
    const [place = answer.card.place] = placesOf(answer.card);
    return { kind: "place", place, bounds: answer.card.bounds };
  }
  if (address.hall) return { kind: "place", place: address.hall, bounds: undefined };
  return { kind: "overview" };
}
