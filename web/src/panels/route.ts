// From where, to where, for whom; and the directions.

import { type TemplateResult, html, nothing } from "lit";
import type { LocalText } from "../bindings/LocalText.ts";
import type { NoWay } from "../bindings/NoWay.ts";
import type { Route } from "../bindings/Route.ts";
import type { Step } from "../bindings/Step.ts";
import { queryOf } from "../answers.ts";
import { departOf } from "../day.ts";
import { formatDistance, formatDuration, formatSpeed, formatTimes } from "../format.ts";
import { ICONS, icon, maneuverIcon } from "../icons.ts";
import type { Spot } from "../spot.ts";
import type { End, State } from "../state.ts";
import { PROFILES } from "../url.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { spotName } from "./card.ts";
import { moment } from "./moment.ts";
import { hitList } from "./hits.ts";
import { type Part, backButton, linkButton, panelTitle, problem, segment, unanswered, wrongVersion } from "./parts.ts";
import { results, searchField, shownHits } from "./search.ts";
import { unknownPlace } from "./unknown-place.ts";

/** What panels that are loaded later have of this one. */
export type RouteParts = Pick<typeof import("./route.ts"), "end" | "profiles" | "suggestions">;
export const ROUTE_PARTS: RouteParts = { end, profiles, suggestions };

export function routePanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.closeRoute())} ${panelTitle(strings.route)} ${linkButton(strings, actions)}
    </header>
    <div class="ends">
      ${end("from", strings.routeFrom, strings.chooseStart, state.address.from, state, strings, actions)}
      ${end("to", strings.routeTo, strings.chooseDestination, state.address.to, state, strings, actions)}
      <button class="tool swap" type="button" aria-label=${strings.swap} @click=${() => actions.swapEnds()}>
        ${icon(ICONS.swap)}
      </button>
    </div>
    ${profiles(state, strings, actions)} ${state.editing ? nothing : when(state, strings, actions)}
    ${state.editing ? suggestions(state, strings, actions) : outcome(state, strings, actions)}`;
}

/** When the way is to begin or to end. */
function when(state: State, strings: Strings, actions: Actions): TemplateResult {
  const { leave, arrive } = state.address;
  const time = leave ?? arrive;
  const chosen = leave ? "leave" : arrive ? "arrive" : "any";
  const set = (kind: string, at: string) =>
    actions.setTime(kind === "leave" ? at : undefined, kind === "arrive" ? at : undefined);
  return html`<div class="when">
    <select
      aria-label=${strings.when}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value, time ?? departOf(state))}
    >
      ${(["any", "leave", "arrive"] as const).map(
        (each) => html`<option value=${each} ?selected=${each === chosen}>${strings.whens[each]}</option>`,
      )}
    </select>
    ${time ? moment(time, state, strings, (at) => set(chosen, at)) : nothing}
  </div>`;
}

/** For whom the way is. */
export function profiles(state: State, strings: Strings, actions: Actions): TemplateResult {
  const { speed } = state.address;
  return html`<fieldset class="segments">
      <legend class="visually-hidden">${strings.profile}</legend>
      ${PROFILES.map((profile) =>
        segment("profile", strings.profiles[profile], (state.address.profile ?? "walking") === profile, () =>
          actions.setProfile(profile),
        ),
      )}
    </fieldset>
    ${speed === undefined ? nothing : ownSpeed(speed, state, strings, actions)}`;
}

function ownSpeed(speed: number, { language }: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<p class="own-speed">
    ${icon(ICONS.walk)} ${strings.ownSpeed(formatSpeed(speed, language))}
    <button class="link" type="button" @click=${() => actions.setSpeed(undefined)}>${strings.usualSpeed}</button>
  </p>`;
}

/** One end: its name, or while it is looked up, a search field. */
export function end(
  which: End,
  label: string,
  hint: string,
  spot: Spot | undefined,
  state: State,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  if (state.editing?.end === which) {
    const { text } = state.editing;
    return html`<div class="end ${which} editing">
      <span class="end-label">${label}</span>
      ${searchField({ id: `end-${which}`, text, label, hint, state, actions })}
      <button class="tool" type="button" aria-label=${strings.close} @click=${() => actions.editEnd(undefined)}>
        ${icon(ICONS.clear)}
      </button>
    </div>`;
  }
  const answer = state.answers[which];
  const number = answer?.type === "described" ? answer.card.booths[0] : undefined;
  const name = spot && spotName(spot, answer, state.language, strings);
  return html`<button class="end ${which}" type="button" @click=${() => actions.editEnd(which)}>
    <span class="end-label">${label}</span>
    <bdi class=${name ? "" : "hint"}>${name ?? hint}</bdi>
    ${number && number !== name ? html`<span class="number">${number}</span>` : nothing}
  </button>`;
}

/** What was found for the end that is looked up; before anything is typed, where people usually start. */
export function suggestions(state: State, strings: Strings, actions: Actions): Part {
  if (queryOf(state)) return results(state, strings, actions);
  const starts = shownHits(state);
  return starts.length > 0 ? hitList(starts, state, strings, actions, strings.startHint) : nothing;
}

function outcome(state: State, strings: Strings, actions: Actions): Part {
  const { from, to, route } = state.answers;
  for (const answer of [from, to]) {
    if (answer?.type === "place_unknown") {
      return unknownPlace(answer.place, answer.suggestions, strings, {
        ...actions,
        choose: (place) => (answer === from ? actions.routeFrom(place) : actions.routeTo(place)),
      });
    }
  }
  if (!state.address.from || !state.address.to) return nothing;
  switch (route?.type) {
    case undefined:
      return html`<p class="facts">${strings.planningRoute}</p>`;
    case "route_planned":
      return directions(route.route, route.detour, state, strings, actions);
    case "route_refused":
      return noWay(route.no_way, state, strings, actions);
    case "unanswered":
      return unanswered(strings, actions, "route");
    default:
      return wrongVersion(strings, actions);
  }
}

function noWay({ text, reason }: NoWay, { language }: State, strings: Strings, actions: Actions): TemplateResult {
  const walking = html`<button class="secondary" type="button" @click=${() => actions.setProfile("walking")}>
    ${strings.tryWalking}
  </button>`;
  return problem(strings.noWay, say(text, language), reason.kind === "unfit_for_profile" ? walking : nothing);
}

function directions(
  route: Route,
  detour: LocalText | null,
  state: State,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const { language } = state;
  const total = strings.routeTotal(
    formatDistance(route.distance_m, language),
    formatDuration(route.duration_s, language),
  );
  const hours = route.depart && route.arrive ? formatTimes(route.depart, route.arrive, language) : "";
  const steps = route.legs.flatMap((leg) => leg.steps);
  const following = state.camera.mode === "follow";
  return html`<div class="total">
      <strong>${hours ? html`${hours}<small>${total}</small>` : total}</strong>
      ${
        state.showing === "stage"
          ? html`<button class="secondary" type="button" @click=${() => actions.follow(!following)}>
              ${icon(ICONS.walk)} ${following ? strings.stopFollowing : strings.followRoute}
            </button>`
          : nothing
      }
      <button class="tool" type="button" data-leaves aria-label=${strings.print} @click=${() => actions.print()}>
        ${icon(ICONS.print)}
      </button>
    </div>
    ${detour ? html`<p class="hint-line">${icon(ICONS.warning)} ${say(detour, language)}</p>` : nothing}
    ${route.waits.map(({ text }) => html`<p class="hint-line">${icon(ICONS.info)} ${say(text, language)}</p>`)}
    ${route.crowded ? html`<p class="hint-line">${icon(ICONS.info)} ${strings.crowded}</p>` : nothing}
    ${stepBar(steps.length, state, strings, actions)}
    <ol class="steps" aria-label=${strings.steps}>
      ${steps.map((step, index) => stepRow(step, index, state, actions))}
    </ol>
    ${typeof state.later === "object" ? state.later.nextStop(state, actions) : nothing}
    <button class="quiet" type="button" @click=${() => actions.editEnd("from")}>
      ${icon(ICONS.from)} ${strings.lost}
    </button>`;
}

/** Step by step, by one thumb. */
function stepBar(count: number, { step = -1 }: State, strings: Strings, actions: Actions): TemplateResult {
  const go = (to: number, path: string, name: string) =>
    html`<button
      class="tool"
      type="button"
      aria-label=${name}
      ?disabled=${to < 0 || to >= count}
      @click=${() => actions.showStep(to)}
    >
      ${icon(path)}
    </button>`;
  return html`<div class="step-bar">
    ${go(step - 1, ICONS.left, strings.lastStep)}
    <span aria-live="polite">${step < 0 ? strings.steps : strings.step(step + 1, count)}</span>
    ${go(step + 1, ICONS.right, strings.nextStep)}
  </div>`;
}

function stepRow(step: Step, index: number, state: State, actions: Actions): TemplateResult {
  const { language } = state;
  const way =
    step.distance_m > 0
      ? `${formatDistance(step.distance_m, language)} · ${formatDuration(step.duration_s, language)}`
      : "";
  return html`<li>
    <button
      class="row"
      type="button"
      aria-current=${state.step === index ? "step" : nothing}
      @click=${() => actions.showStep(index)}
    >
      <span class="lead">${maneuverIcon(step.maneuver)}</span>
      <span class="text"><bdi>${say(step.text, language)}</bdi>${way ? html`<small>${way}</small>` : nothing}</span>
    </button>
  </li>`;
}
