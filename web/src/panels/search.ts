// A field that searches while one types: arrow keys, Enter and Escape work in its list of results.

import { type TemplateResult, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Facet } from "../bindings/Facet.ts";
import type { Hit } from "../bindings/Hit.ts";
import { queryOf } from "../answers.ts";
import { standpointOf } from "../day.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import { isNarrow, narrowingOf } from "../narrowing.ts";
import type { Spot } from "../spot.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { spotName } from "./card.ts";
import { filters } from "./filters.ts";
import { RESULTS_ID, hitList, inGroups, optionId } from "./hits.ts";
import { type Part, problem, unanswered, wrongVersion } from "./parts.ts";

export function searchBox(state: State, strings: Strings, actions: Actions): TemplateResult {
  const text = state.address.q ?? "";
  return html`<search class="search-box">
    ${icon(ICONS.search)}
    ${searchField({ id: "search", text, label: strings.search, hint: strings.searchHint, state, actions })}
    ${
      text &&
      html`<button class="tool" type="button" aria-label=${strings.clear} @click=${() => actions.clearSearch()}>
        ${icon(ICONS.clear)}
      </button>`
    }
    <button class="tool settings" type="button" aria-label=${strings.settings} @click=${() => actions.open("settings")}>
      ${icon(ICONS.settings)}
    </button>
  </search>`;
}

export interface SearchField {
  id: string;
  text: string;
  label: string;
  hint: string;
  state: State;
  actions: Actions;
}

export function searchField({ id, text, label, hint, state, actions }: SearchField): TemplateResult {
  const hits = shownHits(state);
  const active = hits.length > 0 ? state.active : undefined;
  return html`<input
    id=${id}
    type="search"
    role="combobox"
    enterkeyhint="search"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    aria-label=${label}
    aria-autocomplete="list"
    aria-expanded=${hits.length > 0}
    aria-controls=${hits.length > 0 ? RESULTS_ID : nothing}
    aria-activedescendant=${active === undefined ? nothing : optionId(active)}
    placeholder=${hint}
    .value=${live(text)}
    @input=${(event: InputEvent) => actions.typed((event.target as HTMLInputElement).value)}
    @keydown=${(event: KeyboardEvent) => moveAmong(event, hits, active, actions)}
    @focus=${() => actions.setSheet("full")}
  />`;
}

/** What the list of results shows at the moment, in its order. */
export function shownHits(state: State): Hit[] {
  const { hits, starts } = state.answers;
  if (queryOf(state)) return hits?.type === "found" ? inGroups(hits.hits) : [];
  return state.editing && starts?.type === "starts_listed" ? inGroups(starts.starts) : [];
}

function moveAmong(event: KeyboardEvent, hits: Hit[], active: number | undefined, actions: Actions): void {
  // While an input method composes, its keys are its own.
  if (event.isComposing) return;
  const count = hits.length;
  switch (event.key) {
    case "ArrowDown":
      if (count > 0) actions.highlight(active === undefined ? 0 : (active + 1) % count);
      break;
    case "ArrowUp":
      if (count > 0) actions.highlight(((active ?? 0) + count - 1) % count);
      break;
    case "Enter": {
      const hit = hits[active ?? 0];
      if (hit) actions.choose(hit.place, hit.kind);
      break;
    }
    case "Escape":
      actions.clearSearch();
      break;
    default:
      return;
  }
  event.preventDefault();
}

/** Results, or what to do when there are none. */
export function results(state: State, strings: Strings, actions: Actions): Part {
  const answer = state.answers.hits;
  switch (answer?.type) {
    case undefined:
      return nothing;
    case "found":
      if (answer.hits.length > 0) {
        return html`${sorting(answer.facets, state, strings, actions)} ${hitList(answer.hits, state, strings, actions)}`;
      }
      if (!state.editing && isNarrow(narrowingOf(state))) {
        return html`${sorting(answer.facets, state, strings, actions)}
          <p class="facts" role="status">${strings.nothingLeft}</p>`;
      }
      return html`${problem(strings.nothingFound(answer.query), strings.nothingFoundNext, meant(answer.meant, strings, actions))}
      ${quickSearches(strings, actions)}`;
    case "unanswered":
      return unanswered(strings, actions, "hits");
    default:
      return wrongVersion(strings, actions);
  }
}

/** Another search that leads somewhere. */
function meant(text: string | null, strings: Strings, actions: Actions): Part {
  if (!text) return nothing;
  return html`<p>
    ${strings.didYouMean}
    <button class="secondary" type="button" @click=${() => actions.typed(text)}>${text}</button>
  </p>`;
}

/** By what the list is ranked and narrowed. */
function sorting(facets: readonly Facet[], state: State, strings: Strings, actions: Actions): Part {
  const standpoint = standpointOf(state);
  const narrow = isNarrow(narrowingOf(state));
  const open = state.filtering || narrow;
  return html`<div class="sorting">
      ${standpoint ? nearest(standpoint, state, strings, actions) : nothing}
      ${
        state.editing || narrow
          ? nothing
          : html`<button class="chip" type="button" aria-expanded=${open} @click=${() => actions.filter(!open)}>
              ${icon(ICONS.filter)} ${strings.filter}
            </button>`
      }
    </div>
    ${open && !state.editing ? filters(facets, state, strings, actions) : nothing}`;
}

function nearest(standpoint: Spot, state: State, strings: Strings, actions: Actions): TemplateResult {
  const near = state.address.sort === "near";
  const name = spotName(standpoint, state.answers.start, state.language, strings);
  return html`<button
      class="chip"
      type="button"
      aria-pressed=${near}
      @click=${() => actions.sortBy(near ? undefined : "near")}
    >
      ${icon(ICONS.walk)} ${strings.nearestFirst}
    </button>
    ${near ? html`<small>${strings.walkFrom(name)}</small>` : nothing}`;
}

/** What one looks for where one is. */
export function quickSearches(strings: Strings, actions: Actions): TemplateResult {
  return html`<section class="quick-searches" aria-label=${strings.tryThese}>
    ${strings.quickSearches.map(
      ({ label, query, amenity }) =>
        html`<button type="button" @click=${() => actions.findNearest(query)}>
          ${kindIcon("amenity", amenity)}<span>${label}</span>
        </button>`,
    )}
  </section>`;
}
