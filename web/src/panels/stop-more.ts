// What else one may do about a stop of the day; and the stops that are left out for now.

import { type TemplateResult, html, nothing } from "lit";
import type { Hit } from "../bindings/Hit.ts";
import { type PlannedStop, linesOf, stopsOf, visitsOf } from "../day.ts";
import { ICONS, icon, kindIcon } from "../icons.ts";
import type { State } from "../state.ts";
import type { Actions } from "./actions.ts";
import type { Part } from "./parts.ts";
import { WORDS } from "./words.ts";

const MORE = "M5.5 11a1 1 0 1 0 .01 0M12 11a1 1 0 1 0 .01 0M18.5 11a1 1 0 1 0 .01 0";
const SKIP = "M5 5l9 7-9 7V5Zm13 0v14";

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
    ${icon(open ? ICONS.chevronUp : MORE)}
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
    ${deed(SKIP, words.skip, () => actions.skip(place, true))}
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

/** From a stop that one was led to, the next one of the day. */
export function nextStop(state: State, actions: Actions): Part {
  const { to } = state.address;
  const visits = visitsOf(state);
  const next = visits[visits.findIndex(({ place }) => place === to) + 1];
  if (!to || !next || !visits.some(({ place }) => place === to)) return nothing;
  const title = linesOf(state).get(next.place)?.title ?? next.place;
  return html`<button class="secondary" type="button" @click=${() => actions.routeBetween(to, next.place, undefined)}>
    ${icon(ICONS.right)} ${WORDS[state.language].stop.next(title)}
  </button>`;
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
