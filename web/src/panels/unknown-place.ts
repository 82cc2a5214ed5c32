import { type TemplateResult, html, nothing } from "lit";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { problem } from "./parts.ts";

/** There is no such place; perhaps one of those that are spelt alike was meant. */
export function unknownPlace(
  place: PlaceId,
  suggestions: readonly PlaceId[],
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const chips = html`<p>${strings.didYouMean}</p>
    <div class="chips">
      ${suggestions.map(
        (id) => html`<button class="chip" type="button" @click=${() => actions.choose(id, "booth")}>${id}</button>`,
      )}
    </div>`;
  return problem(strings.placeUnknown(place), strings.placeUnknownNext, suggestions.length > 0 ? chips : nothing);
}
