import { type TemplateResult, html, nothing } from "lit";
import { APPEARANCES } from "../preferences.ts";
import type { State } from "../state.ts";
import { formatSpeed } from "../format.ts";
import { LANGUAGES, LANGUAGE_NAMES, type Strings } from "../strings/index.ts";
import { SPEEDS } from "../url.ts";
import type { Actions } from "./actions.ts";
import { backButton, panelTitle, segment } from "./parts.ts";

export function settingsPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.open(undefined))} ${panelTitle(strings.settings)}
    </header>
    <fieldset class="choice">
      <legend>${strings.language}</legend>
      <div class="segments">
        ${LANGUAGES.map((language) =>
          segment(
            "language",
            LANGUAGE_NAMES[language],
            state.language === language,
            () => actions.setLanguage(language),
            language,
          ),
        )}
      </div>
    </fieldset>
    <fieldset class="choice">
      <legend>${strings.appearance}</legend>
      <div class="segments">
        ${APPEARANCES.map((appearance) =>
          segment("appearance", strings.appearances[appearance], state.appearance === appearance, () =>
            actions.setAppearance(appearance),
          ),
        )}
      </div>
    </fieldset>
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        .checked=${state.visitors}
        @change=${(event: Event) => actions.setVisitors((event.target as HTMLInputElement).checked)}
      />
      <span>${strings.visitors}</span>
    </label>
    ${walkingSpeed(state, strings, actions)}
    <section class="choice">
      <h3>${strings.offline.title}</h3>
      <p class="note">${strings.offline[state.keeping]}</p>
    </section>
    ${state.forgetful ? html`<p class="note">${strings.settingsNotKept}</p>` : nothing}`;
}

/** What the slider begins with: adults' speed on the level. */
const USUAL_SPEED = 1.34;

/** The profile's speed, or one that the person sets. */
function walkingSpeed(state: State, strings: Strings, actions: Actions): TemplateResult {
  const { speed } = state.address;
  return html`<fieldset class="choice">
    <legend>${strings.speed}</legend>
    <div class="segments">
      ${segment("speed", strings.speeds.usual, speed === undefined, () => actions.setSpeed(undefined))}
      ${segment("speed", strings.speeds.own, speed !== undefined, () => actions.setSpeed(USUAL_SPEED))}
    </div>
    ${speed === undefined ? nothing : slider(speed, state, strings, actions)}
  </fieldset>`;
}

function slider(speed: number, { language }: State, strings: Strings, actions: Actions): TemplateResult {
  const text = formatSpeed(speed, language);
  return html`<div class="slider">
    <input
      type="range"
      min=${SPEEDS.least}
      max=${SPEEDS.most}
      step="0.05"
      aria-label=${strings.speed}
      aria-valuetext=${text}
      .value=${String(speed)}
      @input=${(event: InputEvent) => actions.setSpeed(Number((event.target as HTMLInputElement).value))}
    />
    <output>${text}</output>
  </div>`;
}
