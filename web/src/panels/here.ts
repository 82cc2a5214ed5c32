// Where the person is: said by a booth's number, a name, a sign's code, or a tap on the map.

import { type TemplateResult, html, nothing } from "lit";
import { ICONS, icon } from "../icons.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { canFace } from "../facing.ts";
import { type Part, backButton, panelTitle } from "./parts.ts";
import type { RouteParts } from "./route.ts";
import { WORDS } from "./words.ts";

export function herePanel(
  state: State,
  strings: Strings,
  actions: Actions,
  { end, suggestions }: RouteParts,
): TemplateResult {
  const { here } = WORDS[state.language];
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${panelTitle(strings.chooseStart)}
    </header>
    <div class="day-start">${end("at", here.label, here.hint, state.address.at, state, strings, actions)}</div>
    ${state.editing ? suggestions(state, strings, actions) : html`<p class="facts">${here.tap}</p>`}
    ${state.editing || !state.address.at ? nothing : known(state, strings, actions)}`;
}

/** What one does when that is said. */
function known(state: State, strings: Strings, actions: Actions): Part {
  // A screen for anyone stays where it is.
  const moves = !state.address.kiosk;
  const { here } = WORDS[state.language];
  const faces = state.heading !== undefined;
  const face = html`<button class="secondary" type="button" aria-pressed=${faces} @click=${() => actions.face(!faces)}>
    ${icon(ICONS.compass)} ${here.face}
  </button>`;
  const changes = html`<div class="actions">
      ${canFace() ? face : nothing}
      <button class="secondary" type="button" @click=${() => actions.forgetHere()}>
        ${icon(ICONS.clear)} ${here.forget}
      </button>
    </div>
    ${faces ? html`<p class="note">${here.faces}</p>` : nothing}`;
  return html`${moves ? changes : nothing}
    <section>
      <h2>${strings.tryThese}</h2>
      <div class="chips">
        ${strings.quickSearches.map(
          ({ label, query }) =>
            html`<button class="chip" type="button" @click=${() => actions.findNearest(query)}>${label}</button>`,
        )}
      </div>
    </section>`;
}
