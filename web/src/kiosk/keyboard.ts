// A keyboard on the screen. Chinese is typed as it is read: the search takes pinyin, and what the venue has of it is offered in characters.

import { type TemplateResult, html, nothing } from "lit";
import type { Hit } from "../bindings/Hit.ts";
import { ICONS, icon } from "../icons.ts";
import type { Language } from "../strings/languages.ts";
import { WORDS } from "./words.ts";

const LAYERS = {
  letters: ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
  numbers: ["1234567890", "-/:.,@&()", "+#'\"?!"],
} as const;
export type Layer = keyof typeof LAYERS;

const MOST_CANDIDATES = 8;
const CHINESE = /\p{Script=Han}/u;

/** The characters of what was found that match what was typed, the likeliest first. */
export function candidatesOf(hits: readonly Hit[], typed: string): string[] {
  if (!typed || CHINESE.test(typed)) return [];
  const words = hits.flatMap(({ title, marks }) => marks.map(([from, to]) => title.slice(from, to)));
  return [...new Set(words.filter((word) => CHINESE.test(word)))].slice(0, MOST_CANDIDATES);
}

export interface Typing {
  readonly layer: Layer;
  readonly language: Language;
  readonly candidates: readonly string[];
  key(text: string): void;
  backspace(): void;
  replace(text: string): void;
  show(layer: Layer): void;
  hide(): void;
}

export function keyboard(typing: Typing): TemplateResult {
  const words = WORDS[typing.language];
  const other = typing.layer === "letters" ? "numbers" : "letters";
  const key = (text: string) => html`<button type="button" @click=${() => typing.key(text)}>${text}</button>`;
  return html`<div class="keyboard" role="group" aria-label=${words.keyboard} @pointerdown=${keepFocus}>
    ${
      typing.candidates.length > 0
        ? html`<div class="candidates" role="group" aria-label=${words.candidates}>
            ${typing.candidates.map(
              (word) =>
                html`<button type="button" lang="zh-Hans" @click=${() => typing.replace(word)}>${word}</button>`,
            )}
          </div>`
        : nothing
    }
    ${LAYERS[typing.layer].map((row) => html`<div class="keys">${[...row].map(key)}</div>`)}
    <div class="keys">
      <button type="button" class="wide" @click=${() => typing.show(other)}>${words[other]}</button>
      <button type="button" class="space" @click=${() => typing.key(" ")}>${words.space}</button>
      <button type="button" class="wide" @click=${() => typing.backspace()}>${words.backspace}</button>
      <button type="button" aria-label=${words.hide} @click=${() => typing.hide()}>${icon(ICONS.chevronDown)}</button>
    </div>
  </div>`;
}

/** The field that is typed into stays the one with the focus. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
