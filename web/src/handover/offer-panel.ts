// What came from another device: shown first, and taken only as the person says.

import { type TemplateResult, html, nothing } from "lit";
import type { PlaceId } from "../bindings/PlaceId.ts";
import { isInDay, stopsOf } from "../day.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import type { Actions } from "../panels/actions.ts";
import { type Part, panelTitle, problem, unanswered, wrongVersion } from "../panels/parts.ts";
import { keptOf } from "../saved.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import { offeredLines, offeredOf, takableOf, unknownOf } from "./offer.ts";
import { WORDS } from "./words.ts";

export function offerPanel(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">${panelTitle(WORDS[state.language].offered)}</header>
    ${offer(state, strings, actions)}`;
}

function offer(state: State, strings: Strings, actions: Actions): TemplateResult {
  const words = WORDS[state.language];
  const reading = html`<p class="facts" role="status">${words.reading}</p>`;
  const { incoming } = state;
  switch (incoming?.status) {
    case undefined:
      return reading;
    case "unreadable":
      return refused(words.unreadable, words.unreadableNext, state, strings, actions);
    case "newer":
      return refused(words.newer, words.newerNext, state, strings, actions);
    case "read":
      break;
  }
  const offered = offeredOf(state);
  if (!offered) {
    return refused(words.otherVenue(incoming.parcel.venue), words.otherVenueNext, state, strings, actions);
  }
  switch (state.answers.offer?.type) {
    case undefined:
      return reading;
    case "unanswered":
      return html`${unanswered(strings, actions, "offer")} ${answers(nothing, state, strings, actions)}`;
    case "places_listed":
      return readable(state, strings, actions);
    default:
      return wrongVersion(strings, actions);
  }
}

function readable(state: State, strings: Strings, actions: Actions): TemplateResult {
  const words = WORDS[state.language];
  const unknown = unknownOf(state);
  const { day, saved } = takableOf(state) ?? { day: {}, saved: [] };
  const stops = day.stops ?? [];
  if (stops.length + saved.length === 0) {
    return refused(words.nothingOffered, words.unknown([...unknown]), state, strings, actions);
  }
  const newStops = stops.filter(({ place }) => !isInDay(state, place));
  const newSaved = saved.filter(({ place }) => !keptOf(state.saved, place));
  const replace =
    stops.length > 0 && stopsOf(state).length > 0
      ? html`<button class="secondary" type="button" @click=${() => actions.takePlan("replace")}>
          ${words.replace}
        </button>`
      : nothing;
  const take = html`<button class="primary" type="button" @click=${() => actions.takePlan("add")}>${words.add}</button>
    ${replace}`;
  return html`${group(strings.day, words.stops(stops.length, newStops.length), stops, newStops, state, strings)}
  ${group(strings.saved, words.saved(saved.length, newSaved.length), saved, newSaved, state, strings)}
  ${unknown.length > 0 ? html`<p class="hint-line">${icon(ICONS.warning)} ${words.unknown([...unknown])}</p>` : nothing}
  ${answers(take, state, strings, actions)}`;
}

type Placed = { readonly place: PlaceId; readonly minutes?: number; readonly note?: string };

function group(
  title: string,
  counts: string,
  all: readonly Placed[],
  lacking: readonly Placed[],
  state: State,
  strings: Strings,
): Part {
  if (all.length === 0) return nothing;
  const lines = offeredLines(state);
  return html`<section>
    <h3>${title}</h3>
    <p>${counts}</p>
    <ul class="rows">
      ${all.map((placed) => {
        const hit = lines.get(placed.place);
        if (!hit) return nothing;
        const stay = placed.minutes && hit.kind !== "session" ? strings.minutes(placed.minutes) : "";
        return html`<li class="offered">
          <span class="lead">${kindIcon(hit.kind, hit.amenity)}</span>
          <span class="text">
            <bdi>${hit.title}</bdi><small>${[hit.subtitle, stay].filter(Boolean).join(" · ")}</small>
            ${placed.note ? html`<small class="noted">${placed.note}</small>` : nothing}
          </span>
          ${lacking.includes(placed) ? html`<span class="turn">${WORDS[state.language].isNew}</span>` : nothing}
        </li>`;
      })}
    </ul>
  </section>`;
}

function refused(what: string, next: string, state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`${problem(what, next)} ${answers(nothing, state, strings, actions)}`;
}

/** What the person may say to it. */
function answers(take: Part, { language }: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<div class="actions offer-answers">
    ${take}
    <button class=${take === nothing ? "secondary" : "quiet"} type="button" @click=${() => actions.refusePlan()}>
      ${take === nothing ? strings.close : WORDS[language].refuse}
    </button>
  </div>`;
}
