// The whole page but the maps' own canvases.

import { type TemplateResult, html, nothing } from "lit";
import { queryOf } from "../answers.ts";
import { formatDistance, formatDuration } from "../format.ts";
import type { Later } from "../later-loader.ts";
import { type State, isRouting, summaryOf } from "../state.ts";
import { type Strings, say, stringsOf } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { cardPanel } from "./card.ts";
import { handing, isHandingOver } from "./handover.ts";
import { home } from "./home.ts";
import { notices } from "./notices.ts";
import { whenLoaded } from "./later.ts";
import type { Part } from "./parts.ts";
import { ROUTE_PARTS, routePanel } from "./route.ts";
import { results, searchBox } from "./search.ts";
import { sheetHandle } from "./sheet.ts";
import { unitPanel } from "./unit.ts";
import { venueProblem } from "./venue-problem.ts";

export function sidePanel(state: State, actions: Actions): TemplateResult {
  const strings = stringsOf(state.language);
  const summary = summaryOf(state);
  const name = summary ? say(summary.name, state.language) : strings.appName;
  return html`<header class="top">
      <h1 class="venue-name">${name}</h1>
      ${state.overlay === undefined && isRouting(state) ? nothing : searchBox(state, strings, actions)}
    </header>
    <div class="panel ${state.sheet}" @keydown=${(event: KeyboardEvent) => closeBy(event, state, actions)}>
      ${sheetHandle(state, strings, actions)}
      <div class="panel-content" tabindex=${showsResults(state) ? 0 : -1}>
        ${notices(state, strings, actions)} ${content(state, strings, actions)}
      </div>
    </div>
    <p class="visually-hidden" role="status">${announcement(state, strings)}</p>
    ${state.toast ? html`<p class="toast" role="status">${state.toast}</p>` : nothing}`;
}

/** Escape leaves what is open instead of a place, and refuses what is offered. */
function closeBy(event: KeyboardEvent, { address, editing }: State, actions: Actions): void {
  if (event.key !== "Escape" || event.isComposing || editing || !(address.panel || address.plan)) return;
  event.preventDefault();
  if (address.plan) actions.refusePlan();
  else actions.back();
}

function content(state: State, strings: Strings, actions: Actions): Part {
  const { venue, language, address } = state;
  const opened = (panel: (later: Later) => TemplateResult) => whenLoaded(state, strings, actions, panel);
  if (state.overlay === "settings") return opened(({ settingsPanel }) => settingsPanel(state, strings, actions));
  switch (venue.status) {
    case "loading":
      return html`<label class="progress"
        >${strings.loadingVenue}<progress max="1" value=${venue.fraction ?? nothing}></progress
      ></label>`;
    case "failed":
      return venueProblem(venue, state, strings, actions);
    case "open":
      if (state.overlay === "about")
        return opened(({ aboutPanel }) => aboutPanel(venue.summary, language, strings, actions));
      if (isHandingOver(state)) return handing(state, strings, actions);
      switch (address.panel) {
        case "day":
          return opened(({ dayPanel }) => dayPanel(state, strings, actions, ROUTE_PARTS));
        case "here":
          return opened(({ herePanel }) => herePanel(state, strings, actions, ROUTE_PARTS));
        case "programme":
          return opened(({ programmePanel }) => programmePanel(state, strings, actions));
        case "exhibitors":
          return opened(({ exhibitorsPanel }) => exhibitorsPanel(state, strings, actions));
        case "saved":
          return opened(({ savedPanel }) => savedPanel(state, strings, actions));
      }
      if (isRouting(state)) return routePanel(state, strings, actions);
      if (address.place) return cardPanel(state, strings, actions);
      if (queryOf(state)) return results(state, strings, actions);
      if (address.hall) return unitPanel(state, strings, actions);
      return home(venue.summary, state, strings, actions);
  }
}

/** Results are chosen from the search field; the keyboard still has to be able to scroll them. */
function showsResults(state: State): boolean {
  return state.editing !== undefined || (queryOf(state) !== undefined && state.address.place === undefined);
}

/** What a screen reader is told when the panel's content changes by itself. */
function announcement(state: State, strings: Strings): string {
  const { answers, language } = state;
  if (isRouting(state) && !state.editing) {
    const { route } = answers;
    if (route?.type === "route_refused") return say(route.no_way.text, language);
    if (route?.type !== "route_planned") return "";
    const { distance_m, duration_s } = route.route;
    if (route.detour) return say(route.detour, language);
    return strings.routeTotal(formatDistance(distance_m, language), formatDuration(duration_s, language));
  }
  if (queryOf(state) && answers.hits?.type === "found" && !state.address.place) {
    const { hits, query } = answers.hits;
    return hits.length > 0 ? strings.results(hits.length) : strings.nothingFound(query);
  }
  return "";
}
