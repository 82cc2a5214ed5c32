// The whole plan for another device: a code to scan there, and the link that is in it.

import { type TemplateResult, html, nothing, svg } from "lit";
import { stopsOf } from "../day.ts";
import type { Code } from "../handover/codes.ts";
import { ICONS, icon } from "../icons.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { type Part, backButton, panelTitle, problem } from "./parts.ts";

/** Light modules around a code, without which it is not found. */
const QUIET = 4;

export function handoverPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  const { handover } = strings;
  const stops = stopsOf(state).length;
  const { length: saved } = state.saved;
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.back())} ${panelTitle(handover.title)}
    </header>
    ${
      stops + saved === 0
        ? html`<p class="facts">${handover.nothing}</p>`
        : html`<p class="facts">${handover.brings(stops, saved)}</p>
            ${notesSwitch(state, strings, actions)} ${outgoing(state, strings, actions)}`
    }`;
}

export function handoverButton({ handover }: Strings, actions: Actions): TemplateResult {
  return html`<button class="secondary" type="button" @click=${() => actions.openHandover()}>
    ${icon(ICONS.devices)} ${handover.open}
  </button>`;
}

function notesSwitch({ saved, withNotes }: State, { handover }: Strings, actions: Actions): Part {
  if (!saved.some(({ note }) => note)) return nothing;
  return html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      .checked=${withNotes}
      @change=${(event: Event) => actions.handNotes((event.target as HTMLInputElement).checked)}
    />
    <span>${handover.withNotes}</span>
  </label>`;
}

function outgoing({ outgoing }: State, strings: Strings, actions: Actions): TemplateResult {
  const { handover, copyLink } = strings;
  if (!outgoing) return html`<p class="facts" role="status">${handover.making}</p>`;
  if (outgoing.status === "failed") return partMissing(strings, actions);
  const { link, code } = outgoing;
  return html`<p>${handover.how}</p>
    ${code ? codePicture(code, handover.code) : html`<p class="hint-line" role="status">${icon(ICONS.info)} ${handover.tooLong}</p>`}
    <label class="own-note">
      <span>${handover.link}</span>
      <textarea rows="2" readonly spellcheck="false" .value=${link}></textarea>
    </label>
    <div class="actions">
      <button class="primary" type="button" @click=${() => actions.copyLink(link)}>
        ${icon(ICONS.link)} ${copyLink}
      </button>
      ${
        "share" in navigator
          ? html`<button class="secondary" type="button" @click=${() => actions.share(link)}>${handover.share}</button>`
          : nothing
      }
    </div>`;
}

/** What the page loads only when it is asked for did not come. */
export function partMissing({ handover, problems }: Strings, actions: Actions): TemplateResult {
  return problem(
    handover.failed,
    handover.failedNext,
    html`<button class="secondary" type="button" @click=${() => actions.reload()}>${problems.reload}</button>`,
  );
}

/** Black on white whatever the appearance: not every camera reads it the other way. */
export function codePicture({ size, path }: Code, name: string): TemplateResult {
  const side = size + 2 * QUIET;
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${name} shape-rendering="crispEdges">
    ${svg`<rect width=${side} height=${side} /><path transform="translate(${QUIET} ${QUIET})" d=${path} />`}
  </svg>`;
}
