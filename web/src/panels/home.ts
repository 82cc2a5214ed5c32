// What is seen first: the venue, its halls, its rooms.

import { type TemplateResult, html, nothing } from "lit";
import type { UnitSummary } from "../bindings/UnitSummary.ts";
import type { VenueSummary } from "../bindings/VenueSummary.ts";
import { stopsOf } from "../day.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import type { State } from "../state.ts";
import { type Language, type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { spotName } from "./card.ts";
import { type Part, hallBadge } from "./parts.ts";
import { quickSearches } from "./search.ts";

export function home(summary: VenueSummary, state: State, strings: Strings, actions: Actions): TemplateResult {
  const { language } = state;
  const halls = summary.units.filter(({ kind }) => kind === "hall");
  const rooms = named(
    summary.units.filter(({ kind }) => kind === "room"),
    language,
  );
  const shops = summary.units.filter(({ kind }) => kind === "shop");
  return html`${quickSearches(strings, actions)} ${recent(state, strings, actions)}
    ${plans(summary, state, strings, actions)} ${here(state, strings, actions)}
    ${units(strings.halls, halls, (unit) => hallRow(unit, summary, language, strings, actions))}
    ${units(strings.places, shops, (unit) => roomRow(unit, summary, language, strings, actions))}
    ${units(strings.rooms, rooms, (unit) => roomRow(unit, summary, language, strings, actions))}
    <footer class="foot">
      ${summary.notice ? html`<p>${say(summary.notice, language)}</p>` : nothing}
      <button class="quiet" type="button" @click=${() => actions.open("about")}>
        ${icon(ICONS.info)} ${strings.aboutVenue}
      </button>
      ${summary.credit ? html`<p>${summary.credit}</p>` : nothing}
    </footer>`;
}

/** Where the person is, once they have said it. */
function here({ address: { at }, answers, language }: State, strings: Strings, actions: Actions): Part {
  if (!at) return nothing;
  return html`<button class="row" type="button" @click=${() => actions.openHere()}>
    <span class="lead">${icon(ICONS.from)}</span>
    <span class="text"
      ><bdi>${spotName(at, answers.at, language, strings)}</bdi><small>${strings.youAreHere}</small></span
    >
  </button>`;
}

/** What one looks through, and what one plans: each with how much of it there is. */
function recent({ recent }: State, strings: Strings, actions: Actions): Part {
  if (recent.length === 0) return nothing;
  return html`<section class="recent" aria-labelledby="recent">
    <h2 id="recent">${strings.recentSearches}</h2>
    <div class="chips">
      ${recent.map((text) => html`<button class="chip" type="button" @click=${() => actions.typed(text)}>${text}</button>`)}
      <button class="quiet" type="button" @click=${() => actions.forgetSearches()}>${strings.forgetSearches}</button>
    </div>
  </section>`;
}

function plans(
  { exhibitors, sessions }: VenueSummary,
  state: State,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const link = (path: string, name: string, count: number, open: () => void) =>
    html`<button class="chip" type="button" @click=${open}>
      ${icon(path)} ${name} ${count > 0 ? html`<b>${count}</b>` : nothing}
    </button>`;
  return html`<div class="plans">
    ${exhibitors > 0 ? link(ICONS.list, strings.exhibitors, exhibitors, () => actions.openExhibitors()) : nothing}
    ${link(ICONS.bookmark, strings.saved, state.saved.length, () => actions.openSaved())}
    ${sessions > 0 ? link(ICONS.session, strings.programme, 0, () => actions.openProgramme()) : nothing}
    ${link(ICONS.route, strings.day, stopsOf(state).length, () => actions.openDay())}
  </div>`;
}

/** Without those whose name others have too: "Room" leads nowhere. */
function named(list: readonly UnitSummary[], language: Language): UnitSummary[] {
  const names = list.map(({ name }) => say(name, language));
  return list.filter((_, index) => names.filter((name) => name === names[index]).length === 1);
}

function units(
  title: string,
  list: readonly UnitSummary[],
  row: (unit: UnitSummary) => TemplateResult,
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<section>
    <h2>${title}</h2>
    <ul class="rows">
      ${list.map((unit) => html`<li>${row(unit)}</li>`)}
    </ul>
  </section>`;
}

function hallRow(
  unit: UnitSummary,
  summary: VenueSummary,
  language: Language,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const details = [
    unit.theme ? say(unit.theme.name, language) : "",
    unit.booths > 0 ? strings.boothCount(unit.booths, say(summary.booth_label, language)) : "",
  ];
  return html`<button class="row" type="button" @click=${() => actions.choose(unit.id, "hall")}>
    <span class="lead">${unit.number ? hallBadge(unit.number, unit.theme) : kindIcon("hall", null)}</span>
    <span class="text"
      ><bdi>${say(unit.name, language)}</bdi><small>${details.filter(Boolean).join(" · ")}</small></span
    >
  </button>`;
}

function roomRow(
  unit: UnitSummary,
  summary: VenueSummary,
  language: Language,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const level = summary.levels.find(({ id }) => id === unit.level);
  const details = [
    summary.levels.length > 1 && level ? say(level.name, language) : "",
    unit.sessions > 0 ? strings.sessionCount(unit.sessions) : "",
  ];
  const kind = unit.kind === "shop" ? "shop" : "room";
  return html`<button class="row" type="button" @click=${() => actions.choose(unit.id, kind)}>
    <span class="lead">${kindIcon(kind, null)}</span>
    <span class="text"
      ><bdi>${say(unit.name, language)}</bdi><small>${details.filter(Boolean).join(" · ")}</small></span
    >
  </button>`;
}
