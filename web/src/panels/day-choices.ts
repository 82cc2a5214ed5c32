// What one may choose about a day as a whole: one's own order, and until when one has time.

import { type TemplateResult, html, nothing } from "lit";
import { stopsOf } from "../day.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import type { Part } from "./parts.ts";

/** What leads to one's own order, and back to the best. */
export function arrangeButtons(state: State, { arrange }: Strings, actions: Actions): Part {
  if (stopsOf(state).length < 2) return nothing;
  const best = html`<button class="secondary" type="button" @click=${() => actions.bestOrder()}>
    ${arrange.best}
  </button>`;
  return html`<button
      class="secondary"
      type="button"
      aria-pressed=${state.arranging !== undefined}
      @click=${() => actions.arrange(!state.arranging)}
    >
      ${state.arranging ? arrange.done : arrange.change}
    </button>
    ${state.address.order ? best : nothing}`;
}

/** When all of it must be over; at no time in particular while it is empty. */
export function untilField({ address }: State, { arrange }: Strings, actions: Actions): TemplateResult {
  return html`<label class="until">
    <span>${arrange.until}</span>
    <input
      type="time"
      step="300"
      .value=${address.until ?? ""}
      @change=${(event: Event) => actions.endAt((event.target as HTMLInputElement).value.slice(0, 5) || undefined)}
    />
  </label>`;
}
