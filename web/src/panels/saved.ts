// What the person keeps, by kind, with their notes.

import { type TemplateResult, html, nothing } from "lit";
import type { Hit } from "../bindings/Hit.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import { formatShortDay, formatTimes } from "../format.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import { savedSessions, sessionsOf } from "../programme.ts";
import { keptOf } from "../saved.ts";
import { type State, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { handoverButton } from "./handover.ts";
import { groupsOf } from "./hits.ts";
import { keepButton } from "./keep.ts";
import { type Part, backButton, panelTitle, searchButton, unanswered, wrongVersion } from "./parts.ts";
import { calendarButton, clash } from "./programme.ts";

export function savedPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${panelTitle(strings.saved)}
    </header>
    ${dropped(state, strings, actions)} ${list(state, strings, actions)}`;
}

function dropped(state: State, strings: Strings, actions: Actions): Part {
  if (!state.dropped) return nothing;
  const { place } = state.dropped.kept;
  const title = linesOf(state).get(place)?.title ?? place;
  return html`<div class="notice">
    <p role="status">${strings.unsaved(title)}</p>
    <button class="secondary" type="button" id="undo" @click=${() => actions.keepAgain()}>${strings.undo}</button>
  </div>`;
}

function linesOf({ answers }: State): ReadonlyMap<PlaceId, Hit> {
  const hits = answers.saved?.type === "places_listed" ? answers.saved.hits : [];
  return new Map(hits.map((hit) => [hit.place, hit]));
}

function list(state: State, strings: Strings, actions: Actions): Part {
  if (state.saved.length === 0) return empty(state, strings, actions);
  switch (state.answers.saved?.type) {
    case undefined:
      return nothing;
    case "unanswered":
      return unanswered(strings, actions, "saved");
    case "places_listed":
      break;
    default:
      return wrongVersion(strings, actions);
  }
  const lines = linesOf(state);
  const hits = state.saved.flatMap(({ place }) => lines.get(place) ?? []);
  const unknown = state.saved.filter(({ place }) => !lines.has(place));
  return html`${groupsOf(hits).map(
      ({ kind, hits: group }) =>
        html`<section>
          <h3>${strings.groups[kind]}</h3>
          <ul class="rows">
            ${inTime(
              group.map(({ hit }) => hit),
              state,
            ).map((hit) => html`<li>${row(hit, state, strings, actions)}</li>`)}
          </ul>
        </section>`,
    )}
    ${
      unknown.length > 0
        ? html`<ul class="rows">
            ${unknown.map(
              ({ place }) =>
                html`<li class="kept">
                  <span class="text">${strings.placeUnknown(place)}</span>
                  ${keepButton(place, place, state, strings, actions)}
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${calendarButton(savedSessions(state), strings.addSavedToCalendar, actions)}
    <div class="actions">${handoverButton(strings, actions)}</div>
    <p class="note">${strings.savedOnDevice}</p>`;
}

function empty(state: State, strings: Strings, actions: Actions): TemplateResult {
  const programme = html`<button class="secondary" type="button" @click=${() => actions.openProgramme()}>
    ${icon(ICONS.session)} ${strings.programme}
  </button>`;
  return html`<p class="facts">${strings.savedEmpty} ${strings.savedOnDevice}</p>
    <div class="actions">${searchButton(strings, actions)} ${summaryOf(state)?.sessions ? programme : nothing}</div>`;
}

/** Sessions as they come; everything else as it was saved. */
function inTime(hits: readonly Hit[], state: State): readonly Hit[] {
  const order = new Map(sessionsOf(state).map(({ id }, index) => [id, index]));
  return hits.toSorted((a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0));
}

function row(hit: Hit, state: State, strings: Strings, actions: Actions): TemplateResult {
  const { place, kind, title } = hit;
  const note = keptOf(state.saved, place)?.note;
  return html`<div class="kept">
    <button class="row" type="button" @click=${() => actions.choose(place, kind)}>
      <span class="lead">${kindIcon(kind, hit.amenity)}</span>
      <span class="text">
        <bdi>${title}</bdi><small>${whereAndWhen(hit, state)}</small>
        ${note ? html`<small class="noted">${note}</small>` : nothing} ${clash(place, state, strings)}
      </span>
    </button>
    ${keepButton(place, title, state, strings, actions)}
  </div>`;
}

function whereAndWhen({ place, subtitle }: Hit, state: State): string {
  const { language } = state;
  const session = sessionsOf(state).find(({ id }) => id === place);
  if (!session) return subtitle;
  const { start, end, room_name } = session;
  return `${formatShortDay(start, language)} ${formatTimes(start, end, language)} · ${say(room_name, language)}`;
}
