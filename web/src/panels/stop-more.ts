// What else one may do about a stop of the day; and the stops that are left out for now.

import { type TemplateResult, html, nothing } from "lit";
import type { Hit } from "../bindings/Hit.ts";
import { type PlannedStop, stopsOf } from "../day.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import type { State } from "../state.ts";
import type { Actions } from "./actions.ts";
import type { Part } from "./parts.ts";
import { WORDS } from "./words.ts";

/** What opens and closes it. */
export function moreButton({ place, title }: Hit, state: State, actions: Actions): TemplateResult {
  const open = state.openStop === place;
  return html`<button
    class="tool"
    type="button"
    aria-label=${WORDS[state.language].stop.more(title)}
    aria-expanded=${open}
    @click=${() => actions.openStop(open ? undefined : place)}
  >
    ${icon(open ? ICONS.chevronUp : ICONS.more)}
  </button>`;
}

/** An appointment, to go on from here, to skip it, to remove it. */
export function stopMore({ place, kind, title }: Hit, state: State, actions: Actions): Part {
  if (state.openStop !== place) return nothing;
  const { stop: words } = WORDS[state.language];
  const deed = (path: string, name: string, act: () => void) =>
    html`<button class="secondary" type="button" @click=${act}>${icon(path)} ${name}</button>`;
  return html`<div class="actions" role="group" aria-label=${words.more(title)}>
    ${kind === "session" ? nothing : appointment(place, state, actions)}
    ${deed(ICONS.from, words.amHere, () => actions.goOnFrom(place))}
    ${deed(ICONS.skip, words.skip, () => actions.skip(place, true))}
    ${deed(ICONS.clear, words.remove, () => actions.toggleStop(place))}
  </div>`;
}

function appointment(place: string, state: State, actions: Actions): TemplateResult {
  const at = stopsOf(state).find((stop) => stop.place === place)?.at;
  return html`<label class="until">
    <span>${WORDS[state.language].stop.appointment}</span>
    <input
      type="time"
      step="300"
      .value=${at ?? ""}
      @change=${(event: Event) => actions.appoint(place, (event.target as HTMLInputElement).value.slice(0, 5) || undefined)}
    />
  </label>`;
}

export function skippedStops(state: State, actions: Actions): Part {
  const stops = stopsOf(state).filter(({ skipped }) => skipped);
  if (stops.length === 0) return nothing;
  const words = WORDS[state.language].stop;
  const { skipped } = state.answers;
  const lines = new Map(skipped?.type === "places_listed" ? skipped.hits.map((hit) => [hit.place, hit]) : []);
  const row = ({ place }: PlannedStop) => {
    const hit = lines.get(place);
    return html`<li class="visit">
      <span class="lead">${kindIcon(hit?.kind ?? "booth", hit?.amenity ?? null)}</span>
      <span class="text"><bdi>${hit?.title ?? place}</bdi></span>
      <button
        class="secondary"
        type="button"
        aria-label=${`${words.takeUp}: ${hit?.title ?? place}`}
        @click=${() => actions.skip(place, false)}
      >
        ${words.takeUp}
      </button>
    </li>`;
  };
  return html`<section>
    <h3>${words.skipped}</h3>
    <ul class="visits">
      ${stops.map(row)}
    </ul>
  </section>`;
}
