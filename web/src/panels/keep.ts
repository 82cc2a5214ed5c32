// The bookmark on what can be saved, and the note that goes with it.

import { type TemplateResult, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { PlaceId } from "../bindings/PlaceId.ts";
import { ICONS, icon } from "../icons.ts";
import { LONGEST_NOTE, keptOf } from "../saved.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import type { Part } from "./parts.ts";

export function keepButton(
  place: PlaceId,
  title: string,
  state: State,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  return html`<button
    class="tool keep"
    type="button"
    aria-pressed=${keptOf(state.saved, place) !== undefined}
    aria-label=${strings.saveNamed(title)}
    title=${strings.save}
    @click=${() => actions.keep(place)}
  >
    ${icon(ICONS.bookmark)}
  </button>`;
}

/** For what is saved. */
export function noteField(place: PlaceId, state: State, strings: Strings, actions: Actions): Part {
  const kept = keptOf(state.saved, place);
  if (!kept) return nothing;
  return html`<label class="own-note">
    <span>${strings.note}</span>
    <textarea
      rows="2"
      maxlength=${LONGEST_NOTE}
      placeholder=${strings.noteHint}
      .value=${live(kept.note)}
      @input=${(event: InputEvent) => actions.note(place, (event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </label>`;
}
