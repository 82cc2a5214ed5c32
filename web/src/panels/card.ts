// All about one place.

import { type TemplateResult, html, nothing } from "lit";
import type { Card } from "../bindings/Card.ts";
import type { LocalText } from "../bindings/LocalText.ts";
import type { Answer } from "../answers.ts";
import { isInDay } from "../day.ts";
import { formatArea, formatCountry } from "../format.ts";
import { ICONS, icon } from "../icons.ts";
import { titleOf } from "../selection.ts";
import { type Spot, pointOf } from "../spot.ts";
import { type State, summaryOf } from "../state.ts";
import { type Language, type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { keepButton, noteField } from "./keep.ts";
import {
  type Part,
  backButton,
  linkButton,
  panelTitle,
  placeRow,
  themeDot,
  unanswered,
  wrongVersion,
} from "./parts.ts";
import { sessions } from "./sessions.ts";
import { urlOf } from "../url.ts";
import { unknownPlace } from "./unknown-place.ts";

export function cardPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  const answer = state.answers.card;
  const card = answer?.type === "described" ? answer.card : undefined;
  const back = backButton(strings, () => actions.back());
  if (card) {
    return html`<header class="panel-head">
        ${back} ${panelTitle(titleOf(card, state.language), kindOf(card, state, strings))}
        ${keepButton(card.place, titleOf(card, state.language), state, strings, actions)}
        ${linkButton(strings, actions)}
      </header>
      ${body(card, state, strings, actions)}`;
  }
  return html`<header class="panel-head">${back} ${panelTitle(state.address.place ?? "")}</header>
    ${failure(answer, strings, actions)}`;
}

function failure(answer: State["answers"]["card"], strings: Strings, actions: Actions): Part {
  switch (answer?.type) {
    case undefined:
      return nothing;
    case "place_unknown":
      return unknownPlace(answer.place, answer.suggestions, strings, actions);
    case "unanswered":
      return unanswered(strings, actions, "card");
    default:
      return wrongVersion(strings, actions);
  }
}

/** What a spot is called: its id as long as the guide has not said it. */
export function spotName(spot: Spot, answer: Answer | undefined, language: Language, strings: Strings): string {
  if (pointOf(spot)) return strings.pointOnMap;
  return answer?.type === "described" ? titleOf(answer.card, language) : spot;
}

function kindOf({ kind, amenity, place }: Card, state: State, strings: Strings): string {
  const label = summaryOf(state)?.booth_label;
  if (kind === "booth" && label) return `${capitalised(say(label, state.language))} ${place}`;
  return amenity ? strings.amenities[amenity] : strings.kinds[kind];
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function body(card: Card, state: State, strings: Strings, actions: Actions): TemplateResult {
  const { language } = state;
  return html`${whereabouts(card, state, actions)}
    <div class="actions">
      <button class="primary" type="button" @click=${() => actions.routeTo(card.place)}>
        ${icon(ICONS.route)} ${strings.routeHere}
      </button>
      <button class="secondary" type="button" @click=${() => actions.routeFrom(card.place)}>
        ${icon(ICONS.from)} ${strings.fromHere}
      </button>
      ${dayButton(card, state, strings, actions)} ${programmeButton(card, strings, actions)}
    </div>
    ${noteField(card.place, state, strings, actions)} ${about(card, language)}
    ${exhibitors(card, language, strings, actions)} ${tags(strings.categories, card.categories, language)}
    ${tags(strings.products, card.products, language)} ${details(card, language, strings)}
    ${sessions(card.sessions, card.unit, state, strings, actions)} ${neighbours(card, language, strings, actions)}
    ${designLink(card, state, strings)}`;
}

/** For whoever exhibits there. */
function designLink({ kind, place }: Card, { address }: State, strings: Strings): Part {
  if (kind !== "booth") return nothing;
  return html`<a class="quiet" data-leaves href=${urlOf({ ...address, place: undefined, design: place })}
    >${strings.designStand}</a
  >`;
}

/** A room's programme; a session's line in the person's calendar. */
function programmeButton({ kind, place, sessions }: Card, strings: Strings, actions: Actions): Part {
  const own = sessions.filter(({ id }) => id === place);
  if (own.length > 0) {
    return html`<button class="secondary" type="button" data-leaves @click=${() => actions.addToCalendar(own)}>
      ${icon(ICONS.session)} ${strings.addToCalendar}
    </button>`;
  }
  if (!(kind === "room" || kind === "area") || sessions.length === 0) return nothing;
  return html`<button class="secondary" type="button" @click=${() => actions.openProgramme(place)}>
    ${icon(ICONS.session)} ${strings.programme}
  </button>`;
}

function dayButton(card: Card, state: State, strings: Strings, actions: Actions): TemplateResult {
  const chosen = isInDay(state, card.place);
  const start = card.sessions.find(({ id }) => id === card.place)?.start;
  return html`<button
    class="secondary"
    type="button"
    aria-pressed=${chosen}
    @click=${() => actions.toggleStop(card.place, start)}
  >
    ${icon(chosen ? ICONS.check : ICONS.plus)} ${chosen ? strings.inDay : strings.addToDay}
  </button>`;
}

/** Hall, level, booth numbers. */
function whereabouts(card: Card, state: State, actions: Actions): TemplateResult {
  const summary = summaryOf(state);
  const unit = summary?.units.find(({ id }) => id === card.unit);
  const level = summary?.levels.find(({ id }) => id === card.level);
  const { language } = state;
  return html`<p class="where">
    ${themeDot(card.theme)}
    ${
      card.unit_name && unit && card.unit !== card.place
        ? html`<button
            class="link"
            type="button"
            @click=${() => actions.choose(unit.id, unit.kind === "hall" ? "hall" : "room")}
          >
            ${say(card.unit_name, language)}
          </button>`
        : card.theme
          ? html`<span>${say(card.theme.name, language)}</span>`
          : nothing
    }
    ${summary && summary.levels.length > 1 && level ? html`<span>${say(level.name, language)}</span>` : nothing}
    ${card.booths.map((booth) =>
      booth === card.place
        ? html`<span class="number">${booth}</span>`
        : html`<button class="number" type="button" @click=${() => actions.choose(booth, "booth")}>${booth}</button>`,
    )}
  </p>`;
}

function about(card: Card, language: Language): Part {
  const text = card.about ?? (card.exhibitors.length === 1 ? card.exhibitors[0]?.about : undefined);
  return text ? html`<p class="about">${say(text, language)}</p>` : nothing;
}

/** Who exhibits at a booth, unless the title says it. */
function exhibitors(card: Card, language: Language, strings: Strings, actions: Actions): Part {
  const title = titleOf(card, language);
  const others = card.exhibitors.filter(({ id, name }) => id !== card.place && say(name, language) !== title);
  if (others.length === 0) return nothing;
  return html`<section>
    <h3>${strings.exhibitors}</h3>
    <ul class="rows">
      ${others.map(
        ({ id, name }) =>
          html`<li>
            ${placeRow(say(name, language), "", { kind: "exhibitor", amenity: null }, () => actions.choose(id, "exhibitor"))}
          </li>`,
      )}
    </ul>
  </section>`;
}

function tags(title: string, texts: readonly LocalText[], language: Language): Part {
  if (texts.length === 0) return nothing;
  return html`<section>
    <h3>${title}</h3>
    <ul class="tags">
      ${texts.map((text) => html`<li>${say(text, language)}</li>`)}
    </ul>
  </section>`;
}

function details(card: Card, language: Language, strings: Strings): Part {
  const rows: [string, string][] = [];
  if (card.country) rows.push([strings.country, formatCountry(card.country, language)]);
  if (card.size_m2 !== null) rows.push([strings.size, formatArea(card.size_m2, language)]);
  if (rows.length === 0) return nothing;
  return html`<dl class="details">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function neighbours(card: Card, language: Language, strings: Strings, actions: Actions): Part {
  if (card.neighbours.length === 0) return nothing;
  return html`<section>
    <h3>${strings.neighbours}</h3>
    <ul class="rows">
      ${card.neighbours.map(({ booth, name }) => {
        const title = name ? say(name, language) : strings.freeBooth;
        return html`<li>
          ${placeRow(title, booth, { kind: "booth", amenity: null }, () => actions.choose(booth, "booth"))}
        </li>`;
      })}
    </ul>
  </section>`;
}
