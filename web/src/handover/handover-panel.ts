// The whole plan for another device: a code to scan there, and the link that is in it.

import { type TemplateResult, html, nothing } from "lit";
import { stopsOf } from "../day.ts";
import { ICONS, icon } from "../icons.ts";
import type { Actions } from "../panels/actions.ts";
import { codePicture } from "../panels/code.ts";
import { type Part, backButton, panelTitle } from "../panels/parts.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import { WORDS } from "./words.ts";

export function handoverPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  const words = WORDS[state.language];
  const stops = stopsOf(state).length;
  const { length: saved } = state.saved;
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${panelTitle(words.title)}
    </header>
    ${
      stops + saved === 0
        ? html`<p class="facts">${words.nothing}</p>`
        : html`<p class="facts">${words.brings(stops, saved)}</p>
            ${notesSwitch(state, actions)} ${outgoing(state, strings, actions)}`
    }`;
}

function notesSwitch({ saved, withNotes, language }: State, actions: Actions): Part {
  if (!saved.some(({ note }) => note)) return nothing;
  return html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      .checked=${withNotes}
      @change=${(event: Event) => actions.handNotes((event.target as HTMLInputElement).checked)}
    />
    <span>${WORDS[language].withNotes}</span>
  </label>`;
}

function outgoing({ outgoing, language }: State, strings: Strings, actions: Actions): TemplateResult {
  const { handover, copyLink } = strings;
  const words = WORDS[language];
  if (!outgoing) return html`<p class="facts" role="status">${handover.making}</p>`;
  const { link, code } = outgoing;
  return html`<p>${words.how}</p>
    ${code ? codePicture(code, handover.code) : html`<p class="hint-line" role="status">${icon(ICONS.info)} ${words.tooLong}</p>`}
    <label class="own-note">
      <span>${words.link}</span>
      <textarea rows="2" readonly spellcheck="false" .value=${link}></textarea>
    </label>
    <div class="actions">
      <button class="primary" type="button" @click=${() => actions.copyLink(link)}>
        ${icon(ICONS.link)} ${copyLink}
      </button>
      ${
        "share" in navigator
          ? html`<button class="secondary" type="button" @click=${() => actions.share(link)}>${words.share}</button>`
          : nothing
      }
    </div>`;
}
