// The list of what was found: one list box for the search and for the ends of a route.

import { type TemplateResult, html, nothing } from "lit";
import type { Hit } from "../bindings/Hit.ts";
import { formatDuration } from "../format.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import { keptOf } from "../saved.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";

export const RESULTS_ID = "results";
export const optionId = (index: number) => `hit-${index}`;

interface Group {
  kind: Hit["kind"];
  hits: { hit: Hit; index: number }[];
}

/** The hits in the order in which they are shown: kinds in the order of their best hit, each kind's together. */
export function inGroups(hits: readonly Hit[]): Hit[] {
  return groupsOf(hits).flatMap(({ hits: group }) => group.map(({ hit }) => hit));
}

export function groupsOf(hits: readonly Hit[]): Group[] {
  const groups = new Map<Hit["kind"], Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.kind);
    if (group) group.push(hit);
    else groups.set(hit.kind, [hit]);
  }
  let index = 0;
  return [...groups].map(([kind, group]) => ({ kind, hits: group.map((hit) => ({ hit, index: index++ })) }));
}

export function hitList(
  hits: readonly Hit[],
  state: State,
  strings: Strings,
  actions: Actions,
  label = strings.search,
): TemplateResult {
  return html`<div id=${RESULTS_ID} class="hits" role="listbox" aria-label=${label}>
    ${groupsOf(hits).map(
      ({ kind, hits: group }) =>
        html`<div role="group" aria-label=${strings.groups[kind]}>
          <h3 role="presentation">${strings.groups[kind]}</h3>
          ${group.map(({ hit, index }) => option(hit, index, state, strings, actions))}
        </div>`,
    )}
  </div>`;
}

function option(hit: Hit, index: number, state: State, strings: Strings, actions: Actions): TemplateResult {
  const { active, language, saved } = state;
  return html`<div
    id=${optionId(index)}
    class="row"
    role="option"
    aria-selected=${index === active}
    @click=${() => actions.choose(hit.place, hit.kind)}
  >
    <span class="lead">${kindIcon(hit.kind, hit.amenity)}</span>
    <span class="text">
      <bdi>${marked(hit)}</bdi>
      ${hit.subtitle ? html`<small>${hit.subtitle}</small>` : nothing}
    </span>
    ${keptOf(saved, hit.place) ? html`<span class="keep" role="img" aria-label=${strings.saved}>${icon(ICONS.bookmark)}</span>` : nothing}
    ${hit.walk_s === null ? nothing : html`<span class="walk">${formatDuration(hit.walk_s, language)}</span>`}
  </div>`;
}

/** The title with what matches the query marked. */
function marked({ title, marks }: Hit): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    parts.push(title.slice(end, from), html`<mark>${title.slice(from, to)}</mark>`);
    end = to;
  }
  return [...parts, title.slice(end)];
}
