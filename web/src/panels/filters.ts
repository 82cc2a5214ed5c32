// The choices above a list, each with how much it would leave.

import { type TemplateResult, html, nothing } from "lit";
import type { Facet } from "../bindings/Facet.ts";
import type { FilterBy } from "../bindings/FilterBy.ts";
import { formatCountry } from "../format.ts";
import { type Narrowing, FILTERS, WIDE, choose, chosenBy, facetsBy, isNarrow, narrowingOf } from "../narrowing.ts";
import { nowAt } from "../programme.ts";
import { type State, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import type { Part } from "./parts.ts";

export function filters(facets: readonly Facet[], state: State, strings: Strings, actions: Actions): TemplateResult {
  const narrowing = narrowingOf(state);
  const kinds = FILTERS.filter((by) => by !== "initial");
  return html`<fieldset class="filters">
    <legend class="visually-hidden">${strings.filter}</legend>
    ${kinds.map((by) => choice(by, facets, narrowing, state, strings, actions))}
    <div class="toggles">
      ${
        isOpenToday(state) || narrowing.now
          ? toggle(strings.onNow, narrowing.now, (now) => actions.narrow({ ...narrowing, now }))
          : nothing
      }
      ${
        state.saved.length > 0 || narrowing.saved
          ? toggle(strings.saved, narrowing.saved, (saved) => actions.narrow({ ...narrowing, saved }))
          : nothing
      }
      ${
        isNarrow(narrowing)
          ? html`<button class="quiet" type="button" @click=${() => actions.narrow(WIDE)}>
              ${strings.clearFilters}
            </button>`
          : nothing
      }
    </div>
  </fieldset>`;
}

function toggle(label: string, pressed: boolean, change: (pressed: boolean) => void): TemplateResult {
  return html`<button class="chip" type="button" aria-pressed=${pressed} @click=${() => change(!pressed)}>
    ${label}
  </button>`;
}

function isOpenToday(state: State): boolean {
  const today = nowAt(state)?.slice(0, 10);
  return summaryOf(state)?.days.some(({ open }) => open.slice(0, 10) === today) ?? false;
}

function choice(
  by: FilterBy,
  facets: readonly Facet[],
  narrowing: Narrowing,
  { language }: State,
  strings: Strings,
  actions: Actions,
): Part {
  const chosen = chosenBy(narrowing, by);
  const options = facetsBy(facets, by, chosen);
  if (options.length === 0) return nothing;
  const nameOf = ({ value, name }: Facet) => (by === "country" ? formatCountry(value, language) : say(name, language));
  return html`<select
    class=${chosen ? "chosen" : ""}
    aria-label=${strings.filters[by].name}
    @change=${(event: Event) =>
      actions.narrow(choose(narrowing, by, (event.target as HTMLSelectElement).value || undefined))}
  >
    <option value="" ?selected=${!chosen}>${strings.filters[by].all}</option>
    ${options.map(
      (facet) =>
        html`<option value=${facet.value} ?selected=${facet.value === chosen}>
          ${nameOf(facet)} (${facet.count})
        </option>`,
    )}
    ${
      chosen && !options.some(({ value }) => value === chosen)
        ? html`<option value=${chosen} selected>${chosen} (0)</option>`
        : nothing
    }
  </select>`;
}
