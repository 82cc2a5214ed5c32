// The halls by their numbers, over the map: one tap from each to each.

import { html, nothing } from "lit";
import type { UnitSummary } from "../bindings/UnitSummary.ts";
import { currentHall } from "../selection.ts";
import { type State, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { type Part, spokenName, themeDot } from "./parts.ts";

export function hallBar(state: State, strings: Strings, actions: Actions): Part {
  const halls = summaryOf(state)?.units.filter(({ kind }) => kind === "hall") ?? [];
  if (halls.length < 2) return nothing;
  const current = currentHall(state);
  const button = (hall: UnitSummary) => {
    const name = say(hall.name, state.language);
    const short = hall.number ?? name;
    return html`<button
      type="button"
      aria-label=${spokenName(short, name)}
      title=${name}
      aria-current=${hall.id === current ? "true" : nothing}
      @click=${() => actions.dive(hall.id)}
    >
      <span>${short}</span>${themeDot(hall.theme)}
    </button>`;
  };
  return html`<nav class="hall-row" aria-label=${strings.halls}>${halls.map(button)}</nav>`;
}
