// Which parts are to be in line, and the buttons that bring them there.

import { type TemplateResult, html, nothing } from "lit";
import type { Part } from "../../bindings/Part.ts";
import { labelOf } from "../labels.ts";
import type { Shown, View } from "../shown.ts";
import { ALIGNMENTS, aligned, distributed } from "./arrange.ts";
import { WORDS } from "./words.ts";

export function arranging(shown: Shown, view: View): TemplateResult | typeof nothing {
  const { sketch, kit, words, picked, language } = shown;
  const { parts } = sketch.design;
  const own = WORDS[language];
  const movable = parts.filter(({ kind }) => kind !== "shell_scheme");
  if (movable.length < 2) return nothing;
  const chosen = new Set(movable.map(({ id }) => id).filter((id) => picked.has(id)));
  const button = (text: string, isUsable: boolean, arranged: () => Part[]) =>
    html`<button
      class="secondary"
      type="button"
      aria-disabled=${!isUsable}
      @click=${() => isUsable && sketch.arrange(arranged())}
    >
      ${text}
    </button>`;
  return html`<section aria-labelledby="placing-arrange" ?inert=${sketch.frozen}>
    <h3 id="placing-arrange">${own.arrange}</h3>
    <p class="hint">${own.how}</p>
    <div class="picks">
      ${movable.map(
        (part) =>
          html`<label class="switch">
            <input type="checkbox" .checked=${picked.has(part.id)} @change=${() => view.pick(part.id)} />
            <bdi>${labelOf(part, words)}</bdi>
          </label>`,
      )}
    </div>
    ${
      chosen.size < 2
        ? nothing
        : html`<div class="deeds thirds">
              ${ALIGNMENTS.map((each) => button(own.align[each], true, () => aligned(parts, chosen, kit, each)))}
            </div>
            <div class="deeds">
              ${([0, 1] as const).map((axis) =>
                button(own.distribute[axis], chosen.size > 2, () => distributed(parts, chosen, kit, axis)),
              )}
            </div>`
    }
  </section>`;
}
