// A hall: what is in it, in walking order.

import { type TemplateResult, html, nothing } from "lit";
import type { UnitRow } from "../bindings/UnitRow.ts";
import type { UnitSummary } from "../bindings/UnitSummary.ts";
import { formatArea } from "../format.ts";
import { ICONS, icon } from "../icons.ts";
import { runsBy } from "../runs.ts";
import { type State, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { keepButton } from "./keep.ts";
import {
  type Part,
  backButton,
  hallBadge,
  linkButton,
  panelTitle,
  placeRow,
  unanswered,
  wrongVersion,
} from "./parts.ts";
import { unknownPlace } from "./unknown-place.ts";

export function unitPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  const { language, address, answers } = state;
  const summary = summaryOf(state);
  const unit = summary?.units.find(({ id }) => id === address.hall);
  const title = unit ? say(unit.name, language) : (address.hall ?? "");
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${unit?.number ? hallBadge(unit.number, unit.theme) : nothing}
      ${panelTitle(title, unit?.theme ? say(unit.theme.name, language) : nothing)} ${linkButton(strings, actions)}
    </header>
    ${unit ? actionRow(unit, strings, actions) : nothing} ${unit ? factsOf(state, unit, strings) : nothing}
    ${list(state, answers.unit, strings, actions)}`;
}

function actionRow(unit: UnitSummary, strings: Strings, actions: Actions): TemplateResult {
  return html`<div class="actions">
    <button class="primary" type="button" @click=${() => actions.routeTo(unit.id)}>
      ${icon(ICONS.route)} ${strings.routeHere}
    </button>
    ${
      unit.sessions > 0
        ? html`<button class="secondary" type="button" @click=${() => actions.openProgramme(unit.id)}>
            ${icon(ICONS.session)} ${strings.programme}
          </button>`
        : nothing
    }
  </div>`;
}

function factsOf(state: State, unit: UnitSummary, strings: Strings): TemplateResult {
  const label = summaryOf(state)?.booth_label ?? {};
  const facts = [
    unit.booths > 0 ? strings.boothCount(unit.booths, say(label, state.language)) : "",
    unit.sessions > 0 ? strings.sessionCount(unit.sessions) : "",
    formatArea(unit.area_m2, state.language),
  ];
  return html`<p class="facts">${facts.filter(Boolean).join(" · ")}</p>`;
}

function list(state: State, answer: State["answers"]["unit"], strings: Strings, actions: Actions): Part {
  switch (answer?.type) {
    case undefined:
      return nothing;
    case "unit_listed":
      if (answer.rows.length === 0) return html`<p class="facts">${strings.emptyUnit}</p>`;
      return html`${runsBy(answer.rows, ({ aisle }) => (aisle ? say(aisle, state.language) : "")).map(
        ({ key: aisle, items }) =>
          html`<section>
            ${aisle ? html`<h3>${aisle}</h3>` : nothing}
            <ul class="rows">
              ${items.map((row) => html`<li class="kept">${unitRow(row, state, strings, actions)}</li>`)}
            </ul>
          </section>`,
      )}`;
    case "place_unknown":
      return unknownPlace(answer.place, answer.suggestions, strings, actions);
    case "unanswered":
      return unanswered(strings, actions, "unit");
    default:
      return wrongVersion(strings, actions);
  }
}

function unitRow(row: UnitRow, state: State, strings: Strings, actions: Actions): TemplateResult {
  const title = say(row.title, state.language);
  const number = row.kind === "booth" && title !== row.place ? row.place : "";
  return html`${placeRow(title, number, row, () => actions.choose(row.place, row.kind))}
  ${row.kind === "booth" ? keepButton(row.place, title, state, strings, actions) : nothing}`;
}
