import { type TemplateResult, html, nothing } from "lit";
import { APPEARANCES } from "../preferences.ts";
import type { State } from "../state.ts";
import { LANGUAGES, type Strings, stringsOf } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { backButton, panelTitle } from "./parts.ts";

export function settingsPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.open(undefined))} ${panelTitle(strings.settings)}
    </header>
    <fieldset class="choice">
      <legend>${strings.language}</legend>
      <div class="segments">
        ${LANGUAGES.map(
          (language) =>
            html`<label lang=${language}>
              <input
                type="radio"
                name="language"
                .checked=${state.language === language}
                @change=${() => actions.setLanguage(language)}
              />
              <span>${stringsOf(language).languageName}</span>
            </label>`,
        )}
      </div>
    </fieldset>
    <fieldset class="choice">
      <legend>${strings.appearance}</legend>
      <div class="segments">
        ${APPEARANCES.map(
          (appearance) =>
            html`<label>
              <input
                type="radio"
                name="appearance"
                .checked=${state.appearance === appearance}
                @change=${() => actions.setAppearance(appearance)}
              />
              <span>${strings.appearances[appearance]}</span>
            </label>`,
        )}
      </div>
    </fieldset>
    ${state.forgetful ? html`<p class="note">${strings.settingsNotKept}</p>` : nothing}`;
}
