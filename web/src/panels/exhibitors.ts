// Everyone who exhibits, by name: what one looks through without knowing what to search for.

import { type TemplateResult, html, nothing } from "lit";
import type { Facet } from "../bindings/Facet.ts";
import type { Hit } from "../bindings/Hit.ts";
import { choose, chosenBy, facetsBy, narrowingOf } from "../narrowing.ts";
import { runsBy } from "../runs.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { filters } from "./filters.ts";
import { keepButton } from "./keep.ts";
import { type Part, backButton, linkButton, panelTitle, placeRow, unanswered, wrongVersion } from "./parts.ts";

export function exhibitorsPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${panelTitle(strings.exhibitors)} ${linkButton(strings, actions)}
    </header>
    ${list(state, strings, actions)}`;
}

function list(state: State, strings: Strings, actions: Actions): Part {
  const answer = state.answers.exhibitors;
  switch (answer?.type) {
    case undefined:
      return nothing;
    case "unanswered":
      return unanswered(strings, actions, "exhibitors");
    case "found":
      break;
    default:
      return wrongVersion(strings, actions);
  }
  const { hits, total, facets } = answer;
  return html`${filters(facets, state, strings, actions)} ${letters(facets, state, strings, actions)}
    <p class="facts" role="status">${total > 0 ? strings.exhibitorCount(total) : strings.nothingLeft}</p>
    ${runsBy(hits, ({ initial }) => initial ?? "").map(
      ({ key, items }) =>
        html`<section>
          <h3>${key}</h3>
          <ul class="rows">
            ${items.map((hit) => html`<li class="kept">${row(hit, state, strings, actions)}</li>`)}
          </ul>
        </section>`,
    )}
    ${
      total > hits.length
        ? html`<div class="actions">
            <button class="secondary" type="button" @click=${() => actions.showMore()}>
              ${strings.showMore(total - hits.length)}
            </button>
          </div>`
        : nothing
    }`;
}

function letters(facets: readonly Facet[], state: State, strings: Strings, actions: Actions): Part {
  const narrowing = narrowingOf(state);
  const chosen = chosenBy(narrowing, "initial");
  const offered = facetsBy(facets, "initial", chosen);
  if (offered.length === 0) return nothing;
  return html`<fieldset class="letters">
    <legend class="visually-hidden">${strings.filters.initial.name}</legend>
    ${offered.map(
      ({ value }) =>
        html`<button
          type="button"
          aria-pressed=${value === chosen}
          @click=${() => actions.narrow(choose(narrowing, "initial", value === chosen ? undefined : value))}
        >
          ${value}
        </button>`,
    )}
  </fieldset>`;
}

function row(hit: Hit, state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`${placeRow(hit.title, hit.subtitle, hit, () => actions.choose(hit.place, hit.kind))}
  ${keepButton(hit.place, hit.title, state, strings, actions)}`;
}
