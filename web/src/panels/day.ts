// A day at the fair: many stops in their best order, with the times at each.

import { type TemplateResult, html, nothing } from "lit";
import type { DayConflict } from "../bindings/DayConflict.ts";
import type { DayPlan } from "../bindings/DayPlan.ts";
import type { DayVisit } from "../bindings/DayVisit.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import { departOf, linesOf, outcomeOf, startOf, stopsOf } from "../day.ts";
import { formatClock, formatDay, formatDuration, formatTimes } from "../format.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import type { Spot } from "../spot.ts";
import { type State, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { arrangement } from "./arrange.ts";
import { arrangeButtons, untilField } from "./day-choices.ts";
import { handoverButton } from "./handover.ts";
import { moment } from "./moment.ts";
import {
  type Part,
  backButton,
  linkButton,
  panelTitle,
  problem,
  searchButton,
  unanswered,
  wrongVersion,
} from "./parts.ts";
import type { RouteParts } from "./route.ts";
import { WORDS } from "./words.ts";
import { moreButton, skippedStops, stopMore } from "./stop-more.ts";

/** With more time to spare than this, the latest time to be there is not worth a word. */
const TIGHT_S = 3600;
/** A shorter wait is none. */
const SPARE_MIN = 10;
const STAYS_MIN = [5, 10, 15, 20, 30, 45, 60, 90];

export function dayPanel(
  state: State,
  strings: Strings,
  actions: Actions,
  { end, profiles, suggestions }: RouteParts,
): TemplateResult {
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${panelTitle(strings.day)} ${linkButton(strings, actions)}
    </header>
    <div class="day-start">
      ${end("start", strings.dayStart, strings.chooseStart, startOf(state), state, strings, actions)}
      ${
        state.editing
          ? nothing
          : [
              moment(departOf(state), state, strings, (time) => actions.departAt(time)),
              untilField(state, strings, actions),
            ]
      }
    </div>
    ${
      state.editing
        ? suggestions(state, strings, actions)
        : [
            profiles(state, strings, actions),
            outcome(state, strings, actions),
            skippedStops(state, actions),
            ways(state, strings, actions),
          ]
    }`;
}

function outcome(state: State, strings: Strings, actions: Actions): Part {
  const { answers, language } = state;
  if (stopsOf(state).length === 0) {
    return html`<p class="facts">${strings.dayEmpty}</p>
      <div class="actions">${searchButton(strings, actions)}</div>`;
  }
  if (stopsOf(state).every(({ skipped }) => skipped)) return nothing;
  switch (answers.day?.type) {
    case undefined:
      return html`<p class="facts">${strings.planningDay}</p>`;
    case "unanswered":
      return unanswered(strings, actions, "day");
    case "day_answered":
      break;
    default:
      return wrongVersion(strings, actions);
  }
  const result = outcomeOf(state);
  if (state.arranging) {
    return html`${result?.kind === "conflict" ? conflict(result.conflict, state, strings, actions) : nothing}
    ${arrangement(state, strings, actions)}`;
  }
  switch (result?.kind) {
    case undefined:
      return nothing;
    case "planned":
      return planned(result.plan, state, strings, actions);
    case "over_before":
      return html`${problem(strings.arrange.overBefore, strings.arrange.overBeforeNext)}
      ${unordered(state, strings, actions)}`;
    case "outside_hours":
      return html`${problem(strings.dayClosed, openingTimes(state, strings))} ${unordered(state, strings, actions)}`;
    case "conflict":
      return html`${conflict(result.conflict, state, strings, actions)} ${unordered(state, strings, actions)}`;
    case "too_many":
      return html`${problem(strings.dayTooLong(result.most), strings.dayTooLongNext)}
      ${unordered(state, strings, actions)}`;
    case "no_way":
      return html`${problem(strings.noWay, say(result.no_way.text, language))} ${unordered(state, strings, actions)}`;
    case "bad_wish":
      return html`${problem(strings.dayRefused, result.message)} ${unordered(state, strings, actions)}`;
  }
}

/** Where the day can go from here. */
function ways(state: State, strings: Strings, actions: Actions): Part {
  if (stopsOf(state).length === 0) return nothing;
  const print = html`<button class="secondary" type="button" data-leaves @click=${() => actions.printDay()}>
    ${icon(ICONS.print)} ${strings.print}
  </button>`;
  return html`<div class="actions">
    ${arrangeButtons(state, strings, actions)} ${handoverButton(strings, actions)}
    ${outcomeOf(state)?.kind === "planned" ? print : nothing}
  </div>`;
}

function openingTimes(state: State, strings: Strings): string {
  const days = summaryOf(state)?.days ?? [];
  const line = ({ open, close }: { open: string; close: string }) =>
    `${formatDay(open, state.language)} ${formatTimes(open, close, state.language)}`;
  return strings.dayOpen(days.map(line).join(" · "));
}

function planned(plan: DayPlan, state: State, strings: Strings, actions: Actions): TemplateResult {
  const { language } = state;
  return html`<p class="total">
      <strong>${strings.dayTotal(formatDuration(plan.walk_s, language), formatClock(plan.finish, language))}</strong>
    </p>
    ${missing(state, strings, actions)}
    <ol class="visits" aria-label=${strings.dayOrder}>
      ${plan.visits.map((visit, index) => {
        const before = plan.visits[index - 1];
        const [from, leaves] = before ? [before.place, before.end] : [startOf(state), plan.depart];
        return visitRow(visit, { index, from, leaves }, state, strings, actions);
      })}
    </ol>
    <p class="note">${strings.venueTime}</p>`;
}

function visitRow(
  visit: DayVisit,
  { index, from = "", leaves }: { index: number; from: Spot | undefined; leaves: string },
  state: State,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const { language } = state;
  const tight = visit.slack_s !== null && visit.slack_s < TIGHT_S;
  const by = tight && visit.arrive_by ? strings.arriveBy(formatClock(visit.arrive_by, language)) : "";
  const walk = visit.walk_s > 0 ? strings.walkFor(formatDuration(visit.walk_s, language)) : strings.noWalk;
  const wait = minutesBetween(visit.arrival, visit.start);
  const spare = wait > SPARE_MIN ? WORDS[language].stop.spare(wait) : "";
  const leg = [walk, by, spare].filter(Boolean).join(" · ");
  return html`<li>
    <button
      class="leg"
      type="button"
      aria-label=${strings.routeOf(leg)}
      @click=${() => actions.routeLeg(from, visit.place, leaves)}
    >
      ${icon(ICONS.walk)}<span>${leg}</span>
    </button>
    ${stopRow(visit.place, String(index + 1), formatTimes(visit.start, visit.end, language), state, strings, actions)}
  </li>`;
}

function minutesBetween(before: string, after: string): number {
  return (Date.parse(`${after}Z`) - Date.parse(`${before}Z`)) / 60_000;
}

/** Stops that are in no order yet. */
function unordered(state: State, strings: Strings, actions: Actions): TemplateResult {
  const lines = linesOf(state);
  const stops = stopsOf(state).filter(({ place }) => lines.has(place));
  return html`${missing(state, strings, actions)}
    <ul class="visits" aria-label=${strings.dayStops}>
      ${stops.map(({ place }) => html`<li>${stopRow(place, "", "", state, strings, actions)}</li>`)}
    </ul>`;
}

function stopRow(
  place: PlaceId,
  number: string,
  times: string,
  state: State,
  strings: Strings,
  actions: Actions,
): Part {
  const hit = linesOf(state).get(place);
  if (!hit) return nothing;
  return html`<div class="visit">
    <span class="lead">${number ? html`<b>${number}</b>` : kindIcon(hit.kind, hit.amenity)}</span>
    <button class="text" type="button" @click=${() => actions.choose(place, hit.kind)}>
      ${times ? html`<time>${times}</time>` : nothing}<bdi>${hit.title}</bdi>
      ${hit.subtitle ? html`<small>${hit.subtitle}</small>` : nothing}
    </button>
    ${hit.kind === "session" ? nothing : stay(place, hit.title, state, strings, actions)}
    ${moreButton(hit, state, actions)} ${stopMore(hit, state, actions)}
  </div>`;
}

function stay(place: PlaceId, title: string, state: State, strings: Strings, actions: Actions): TemplateResult {
  const minutes = stopsOf(state).find((stop) => stop.place === place)?.minutes ?? 0;
  const choices = STAYS_MIN.includes(minutes) ? STAYS_MIN : [...STAYS_MIN, minutes].toSorted((a, b) => a - b);
  return html`<select
    aria-label=${strings.stayAt(title)}
    @change=${(event: Event) => actions.stay(place, Number((event.target as HTMLSelectElement).value))}
  >
    ${choices.map(
      (each) => html`<option value=${each} ?selected=${each === minutes}>${strings.minutes(each)}</option>`,
    )}
  </select>`;
}

function removeButton(place: PlaceId, title: string, strings: Strings, actions: Actions): TemplateResult {
  return html`<button
    class="tool"
    type="button"
    aria-label=${strings.removeStop(title)}
    @click=${() => actions.toggleStop(place)}
  >
    ${icon(ICONS.clear)}
  </button>`;
}

/** Stops that the venue does not have. */
function missing(state: State, strings: Strings, actions: Actions): Part {
  const lines = linesOf(state);
  const cancelled = state.answers.day?.type === "day_answered" ? state.answers.day.cancelled : [];
  const stops = stopsOf(state).filter(
    ({ place, skipped }) => !skipped && (!lines.has(place) || cancelled.includes(place)),
  );
  if (stops.length === 0) return nothing;
  const why = (place: PlaceId) => {
    const line = lines.get(place);
    return line ? strings.sessionCancelled(line.title) : strings.placeUnknown(place);
  };
  return html`<ul class="visits">
    ${stops.map(
      ({ place }) =>
        html`<li>
          <div class="visit">
            <span class="text">${why(place)}</span>${removeButton(place, place, strings, actions)}
          </div>
        </li>`,
    )}
  </ul>`;
}

function conflict({ places, drops }: DayConflict, state: State, strings: Strings, actions: Actions): TemplateResult {
  const lines = linesOf(state);
  const title = (place: PlaceId) => lines.get(place)?.title ?? place;
  const [only, ...others] = places;
  const what =
    only === undefined
      ? strings.dayTooLate
      : others.length === 0
        ? strings.notInTime(title(only))
        : strings.notTogether(places.map(title));
  const buttons = drops.map(
    ({ place, plan }) =>
      html`<button class="secondary" type="button" @click=${() => actions.toggleStop(place)}>
        ${strings.leaveOut(title(place), plan ? formatDuration(plan.walk_s, state.language) : undefined)}
      </button>`,
  );
  return problem(strings.dayConflict, what, html`<div class="drops">${buttons}</div>`);
}
