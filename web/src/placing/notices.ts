// What the person must know now, over the drawing.

import { type TemplateResult, html } from "lit";
import { ICONS, icon } from "../icons.ts";

export interface Notice {
  readonly title: string;
  readonly text?: string | undefined;
  readonly deed?: { readonly text: string; act(): void } | undefined;
}

/** Without a deed it can be dismissed. */
export function notices(list: readonly Notice[], dismissing: string, dismiss: () => void): TemplateResult {
  return html`<div class="notices" role="alert">
    ${list.map(
      ({ title, text, deed }) =>
        html`<p>
          ${icon(ICONS.warning)}<span><b>${title}</b> ${text}</span>
          ${
            deed
              ? html`<button class="secondary" type="button" @click=${() => deed.act()}>${deed.text}</button>`
              : html`<button class="tool" type="button" aria-label=${dismissing} @click=${dismiss}>
                  ${icon(ICONS.clear)}
                </button>`
          }
        </p>`,
    )}
  </div>`;
}
