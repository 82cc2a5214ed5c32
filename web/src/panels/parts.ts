// Small pieces that several panels are made of.

import { type TemplateResult, html, nothing } from "lit";
import type { AmenityKind } from "../bindings/AmenityKind.ts";
import type { HitKind } from "../bindings/HitKind.ts";
import type { ThemeSummary } from "../bindings/ThemeSummary.ts";
import type { Slot } from "../answers.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";

export type Part = TemplateResult | typeof nothing;

/** A theme's colour. SVG, because a style attribute is against the page's own policy. */
export function themeDot(theme: ThemeSummary | null): Part {
  if (!theme) return nothing;
  return html`<svg class="dot" viewBox="0 0 12 12" aria-hidden="true">
    <circle cx="6" cy="6" r="5.5" fill=${theme.color}></circle>
  </svg>`;
}

/** What is read out holds what is seen, so that a person who speaks to the page can say it. */
export function spokenName(short: string, name: string): string {
  return name.includes(short) ? name : `${short}: ${name}`;
}

/** A hall's number on its theme. */
export function hallBadge(number: string, theme: ThemeSummary | null): TemplateResult {
  return html`<svg class="badge" viewBox="0 0 40 40" aria-hidden="true">
    <rect width="40" height="40" rx="10" fill=${theme?.color ?? "#6b6e9e"}></rect>
    <text x="20" y="27" text-anchor="middle">${number}</text>
  </svg>`;
}

export function backButton(strings: Strings, action: () => void): TemplateResult {
  return html`<button class="tool" type="button" aria-label=${strings.back} @click=${action}>
    ${icon(ICONS.back)}
  </button>`;
}

/** From an empty list. */
export function searchButton({ lookForExhibitors }: Strings, actions: Actions): TemplateResult {
  return html`<button class="primary" type="button" @click=${() => actions.startSearch()}>
    ${icon(ICONS.search)} ${lookForExhibitors}
  </button>`;
}

/** Everything is in the address, so the address is the thing to share. */
export function linkButton(strings: Strings, actions: Actions): TemplateResult {
  const { copyLink } = strings;
  return html`<button
    class="tool"
    type="button"
    data-leaves
    aria-label=${copyLink}
    title=${copyLink}
    @click=${() => actions.copyLink()}
  >
    ${icon(ICONS.link)}
  </button>`;
}

/** The title that gets the keyboard's focus when a panel opens by keyboard. */
export function panelTitle(title: string, over: Part | string = nothing): TemplateResult {
  return html`<div class="title">
    ${over === nothing ? nothing : html`<p class="over">${over}</p>`}
    <h2 tabindex="-1" data-panel-title>${title}</h2>
  </div>`;
}

export function placeRow(
  title: string,
  subtitle: string,
  lead: { kind: HitKind; amenity: AmenityKind | null },
  action: () => void,
): TemplateResult {
  return html`<button class="row" type="button" @click=${action}>
    <span class="lead">${kindIcon(lead.kind, lead.amenity)}</span>
    <span class="text"><bdi>${title}</bdi>${subtitle ? html`<small>${subtitle}</small>` : nothing}</span>
  </button>`;
}

/** What went wrong, and what to do next. */
export function problem(title: string, next: string, actions: Part = nothing): TemplateResult {
  return html`<div class="problem" role="alert">
    ${icon(ICONS.warning)}
    <div>
      <p class="what">${title}</p>
      <p>${next}</p>
      ${actions}
    </div>
  </div>`;
}

/** One of several that exclude each other. */
export function segment(
  group: string,
  text: string,
  chosen: boolean,
  choose: () => void,
  language?: string,
): TemplateResult {
  return html`<label lang=${language ?? nothing}>
    <input type="radio" name=${group} .checked=${chosen} @change=${choose} />
    <span>${text}</span>
  </label>`;
}

/** In place of an answer that the guide died over. */
export function unanswered(strings: Strings, actions: Actions, slot: Slot): TemplateResult {
  const { unanswered: title, unansweredNext } = strings.problems;
  return problem(
    title,
    unansweredNext,
    html`<button class="secondary" type="button" @click=${() => actions.retryAnswer(slot)}>${strings.retry}</button>`,
  );
}

/** In place of an answer that makes no sense to this page. */
export function wrongVersion(strings: Strings, actions: Actions): TemplateResult {
  const { versions, versionsNext, reload } = strings.problems;
  return problem(
    versions,
    versionsNext,
    html`<button class="secondary" type="button" @click=${() => actions.reload()}>${reload}</button>`,
  );
}
