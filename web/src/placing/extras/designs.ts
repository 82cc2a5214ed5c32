// The designs of a stand, what they were before, and the way to another device.

import { type TemplateResult, html, nothing } from "lit";
import { codePicture } from "../../panels/code.ts";
import { LOCALES } from "../../strings/languages.ts";
import type { Shown, View } from "../shown.ts";
import { linkTo } from "./link.ts";

export function designs(shown: Shown, view: View): TemplateResult {
  const { words, keeper, sketch } = shown;
  const slots = keeper.slots();
  const { name = "" } = sketch.design;
  const called = (id: string, own: string) => own || words.design(id);
  return html`<section aria-labelledby="placing-designs">
    <h3 id="placing-designs">${words.designs}</h3>
    <div class="fields two">
      <label
        >${words.openDesign}
        <select @change=${({ currentTarget }: Event) => view.slots?.open((currentTarget as HTMLSelectElement).value)}>
          ${slots.map(
            ({ id, name: own }) =>
              html`<option value=${id} .selected=${id === keeper.open}>
                ${called(id, id === keeper.open ? name : own)}
              </option>`,
          )}
        </select>
      </label>
      <label
        >${words.designName}
        <input
          type="text"
          maxlength="80"
          .value=${name}
          @change=${({ currentTarget }: Event) => {
            sketch.set({ ...sketch.design, name: (currentTarget as HTMLInputElement).value.trim() });
          }}
        />
      </label>
    </div>
    <div class="deeds">
      <button class="secondary" type="button" @click=${() => view.slots?.begin(false)}>${words.newDesign}</button>
      <button class="secondary" type="button" @click=${() => view.slots?.begin(true)}>${words.copyDesign}</button>
      ${
        slots.length > 1
          ? html`<button class="secondary" type="button" @click=${() => view.slots?.remove()}>
              ${words.deleteDesign}
            </button>`
          : nothing
      }
      <button class="secondary" type="button" @click=${() => void share(shown, view)}>${words.shareDesign}</button>
    </div>
    ${sharing(shown)} ${versions(shown, view)}
  </section>`;
}

async function share({ sketch }: Shown, view: View): Promise<void> {
  view.slots?.share(await linkTo(sketch.design));
}

function sharing({ shared, words, sketch }: Shown): TemplateResult | typeof nothing {
  if (!shared) return nothing;
  const own = sketch.design.parts.some(({ kind }) => kind === "model");
  return html`<div class="shared">
    ${own ? html`<p class="hint">${words.withoutModels}</p>` : nothing}
    ${shared.code ? codePicture(shared.code, words.code) : html`<p class="hint">${words.noCode}</p>`}
    <label
      >${words.link}
      <textarea
        rows="2"
        readonly
        spellcheck="false"
        .value=${shared.link}
        @focus=${(event: Event) => (event.currentTarget as HTMLTextAreaElement).select()}
      ></textarea>
    </label>
  </div>`;
}

function versions({ keeper, words, language }: Shown, view: View): TemplateResult | typeof nothing {
  const list = keeper.versions();
  if (list.length === 0) return nothing;
  const time = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "medium", timeStyle: "short" });
  return html`<details>
    <summary>${words.versions(list.length)}</summary>
    <ul class="unchecked">
      ${list.map(
        ({ at, text }) =>
          html`<li class="version">
            <span>${words.until(time.format(new Date(at)))}</span>
            <button class="secondary" type="button" @click=${() => view.slots?.restore(text)}>${words.restore}</button>
          </li>`,
      )}
    </ul>
  </details>`;
}
