// What happens when: the sessions of a day, of a room or of a track.

import { type TemplateResult, html, nothing } from "lit";
import type { SessionLine } from "../bindings/SessionLine.ts";
import { formatShortDay, formatTimes } from "../format.ts";
import { ICONS, icon } from "../icons.ts";
import {
  type Turn,
  clashesOf,
  dateOf,
  nowAt,
  savedSessions,
  sessionsOf,
  shownDate,
  shownSessions,
  trackKey,
  turnsOf,
} from "../programme.ts";
import type { State } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { keepButton } from "./keep.ts";
import { type Part, backButton, linkButton, panelTitle, segment, unanswered, wrongVersion } from "./parts.ts";
import { changeBadge } from "./sessions.ts";

export function programmePanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${panelTitle(strings.programme)} ${linkButton(strings, actions)}
    </header>
    ${list(state, strings, actions)}`;
}

function list(state: State, strings: Strings, actions: Actions): Part {
  switch (state.answers.programme?.type) {
    case undefined:
      return nothing;
    case "unanswered":
      return unanswered(strings, actions, "programme");
    case "programme_listed":
      break;
    default:
      return wrongVersion(strings, actions);
  }
  const sessions = shownSessions(state);
  const turn = turnsOf(sessions, nowAt(state));
  return html`${filters(state, strings, actions)}
    ${
      sessions.length === 0
        ? html`<p class="facts" role="status">${strings.programmeEmpty}</p>`
        : html`<ul class="rows sessions" aria-label=${strings.programme}>
            ${sessions.map((session) => html`<li class="kept">${row(session, turn(session), state, strings, actions)}</li>`)}
          </ul>`
    }
    ${calendarButton(savedSessions(state), strings.addSavedToCalendar, actions)}
    <p class="note">${strings.venueTime}</p>`;
}

function filters(state: State, strings: Strings, actions: Actions): TemplateResult {
  const { language, address } = state;
  const all = sessionsOf(state);
  const date = shownDate(state);
  const rooms = new Map(all.map(({ room, room_name }) => [room, say(room_name, language)]));
  const tracks = new Map(
    all.flatMap((session) => (session.track ? [[trackKey(session) ?? "", say(session.track, language)] as const] : [])),
  );
  return html`<div class="filters">
    <fieldset class="segments">
      <legend class="visually-hidden">${strings.dayDate}</legend>
      ${[...new Set(all.map(dateOf))].map((each) =>
        segment("date", formatShortDay(`${each}T00:00`, language), each === date, () =>
          actions.filterProgramme({ date: each }),
        ),
      )}
    </fieldset>
    ${choice(strings.kinds.room, strings.allRooms, rooms, address.room, (room) => actions.filterProgramme({ room }))}
    ${choice(strings.track, strings.allTracks, tracks, address.track, (track) => actions.filterProgramme({ track }))}
  </div>`;
}

function choice(
  label: string,
  all: string,
  options: ReadonlyMap<string, string>,
  chosen: string | undefined,
  choose: (value: string | undefined) => void,
): Part {
  if (options.size < 2) return nothing;
  return html`<select
    aria-label=${label}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}
  >
    <option value="" ?selected=${!chosen}>${all}</option>
    ${[...options].map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
  </select>`;
}

function row(session: SessionLine, turn: Turn, state: State, strings: Strings, actions: Actions): TemplateResult {
  const { language } = state;
  const { id, start, end, track } = session;
  const title = say(session.title, language);
  const where = [say(session.room_name, language), track ? say(track, language) : ""].filter(Boolean).join(" · ");
  return html`<button class="row" type="button" @click=${() => actions.choose(id, "session")}>
      <time datetime=${start}>${formatTimes(start, end, language)}</time>
      <span class="text">
        ${changeBadge(session, strings)}${turn ? html`<b class="turn">${strings.turns[turn]}</b>` : nothing}<bdi
          >${title}</bdi
        ><small>${where}</small>
        ${clash(id, state, strings)}
      </span>
    </button>
    ${keepButton(id, title, state, strings, actions)}`;
}

/** Which other saved sessions are at the same time. */
export function clash(place: string, state: State, strings: Strings): Part {
  const others = clashesOf(place, state).map(({ title }) => say(title, state.language));
  if (others.length === 0) return nothing;
  return html`<small class="clash">${icon(ICONS.warning)} ${strings.clashesWith(others)}</small>`;
}

export function calendarButton(sessions: readonly SessionLine[], label: string, actions: Actions): Part {
  if (sessions.length === 0) return nothing;
  return html`<div class="actions">
    <button class="secondary" type="button" data-leaves @click=${() => actions.addToCalendar(sessions)}>
      ${icon(ICONS.session)} ${label}
    </button>
  </div>`;
}
