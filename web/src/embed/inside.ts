// Answers the page that embeds this one. Its origin is the browser's word, and nobody else is told anything.

import type { Card } from "../bindings/Card.ts";
import type { GuideCommand } from "../bindings/GuideCommand.ts";
import type { GuideEvent } from "../bindings/GuideEvent.ts";
import type { Route } from "../bindings/Route.ts";
import { startOf } from "../day.ts";
import type { Actions } from "../panels/actions.ts";
import { titleOf } from "../selection.ts";
import { stopAt } from "../spot.ts";
import { type State, summaryOf } from "../state.ts";
import { languageOf, say } from "../strings/languages.ts";
import { PROFILES, walkerOf } from "../url.ts";
import {
  type ErrorCode,
  type Events,
  type FoundPlace,
  type Methods,
  type PlannedRoute,
  type Question,
  type Reply,
  type SelectedPlace,
  VERSION,
} from "./protocol.ts";

/** What it needs of the page. */
export interface Inside {
  state(): State;
  ask(command: GuideCommand): Promise<GuideEvent>;
  readonly actions: Pick<Actions, "choose" | "back" | "routeBetween" | "setLanguage">;
}

class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const MOST_FOUND = 20;

export class Embedded {
  /** What was told last of each. */
  private readonly told = new Map<keyof Events, string>();
  private greeted = false;

  constructor(
    private readonly inside: Inside,
    private readonly outside: Window,
    private readonly origin: string,
  ) {}

  /** Tells what has changed. */
  attend(state: State): void {
    const summary = summaryOf(state);
    if (!this.greeted || !summary) return;
    this.tell("ready", { venue: summary.id, languages: summary.languages });
    this.tell("select", selectedIn(state));
    this.tell("route", routeIn(state));
  }

  async heard(question: Question): Promise<void> {
    if ("hello" in question) {
      this.greeted = true;
      this.told.clear();
      this.told.set("select", "null").set("route", "null");
      return this.attend(this.inside.state());
    }
    const { id, method, params, fairway } = question;
    try {
      if (fairway !== VERSION) throw new Refusal("version", `This page speaks version ${VERSION}, not ${fairway}.`);
      this.post({ fairway: VERSION, id, result: await this.answer(method, params) });
    } catch (error) {
      const { code, message } = error instanceof Refusal ? error : new Refusal("not_ready", String(error));
      this.post({ fairway: VERSION, id, error: { code, message } });
    }
  }

  private answer(method: string, params: unknown): unknown {
    if (!summaryOf(this.inside.state())) throw new Refusal("not_ready", "The venue is not open.");
    switch (method as keyof Methods) {
      case "search":
        return this.search(textOf(params, "a query"));
      case "select":
        return this.select(params === undefined || params === null ? undefined : textOf(params, "a place's id"));
      case "planRoute":
        return this.planRoute(params);
      case "setLanguage":
        return this.setLanguage(textOf(params, "a language"));
      default:
        throw new Refusal("unknown_method", `There is no method "${method}".`);
    }
  }

  private async search(query: string): Promise<FoundPlace[]> {
    const { language } = this.inside.state();
    const answer = await this.inside.ask({
      search: { query, language, limit: MOST_FOUND, near: null, filter: null },
    });
    if (answer.type !== "found") throw new Refusal("not_ready", "The search did not answer.");
    return answer.hits.map(({ place, kind, title, subtitle }) => ({ place, kind, title, subtitle }));
  }

  private async select(place: string | undefined): Promise<SelectedPlace | null> {
    if (place === undefined) {
      if (this.inside.state().address.place) this.inside.actions.back();
      return null;
    }
    const card = await this.describe(place);
    this.inside.actions.choose(place, card.kind);
    return selectionOf(card, this.inside.state());
  }

  private async planRoute(wish: unknown): Promise<PlannedRoute> {
    const { from, to, profile } = (typeof wish === "object" && wish !== null ? wish : {}) as Record<string, unknown>;
    const state = this.inside.state();
    const start = from === undefined ? startOf(state) : textOf(from, "a place's id as `from`");
    const end = textOf(to, "a place's id as `to`");
    const walks = PROFILES.find((each) => each === profile);
    if (start === undefined) throw new Refusal("bad_request", "Say `from` where: this venue has no entrance.");
    if (profile !== undefined && !walks)
      throw new Refusal("bad_request", `\`profile\` is one of ${PROFILES.join(", ")}.`);
    await Promise.all([this.describe(start), this.describe(end)]);
    const walker = walkerOf({ ...state.address, ...(walks ? { profile: walks, speed: undefined } : {}) });
    const request = { from: stopAt(start), to: stopAt(end), closed: [], ...walker };
    const answer = await this.inside.ask({ plan_route: { request } });
    if (answer.type === "route_refused") throw new Refusal("no_way", say(answer.no_way.text, state.language));
    if (answer.type !== "route_planned") throw new Refusal("not_ready", "The route was not answered.");
    this.inside.actions.routeBetween(start, end, walks);
    return routeOf(answer.route, start, end, state);
  }

  private setLanguage(tag: string): null {
    const language = languageOf(tag);
    if (!language) throw new Refusal("bad_request", `There is no language "${tag}" here.`);
    this.inside.actions.setLanguage(language);
    return null;
  }

  private async describe(place: string): Promise<Card> {
    const answer = await this.inside.ask({ describe: { place } });
    if (answer.type === "described") return answer.card;
    const suggestions = answer.type === "place_unknown" ? answer.suggestions : [];
    const like = suggestions.length > 0 ? ` Spelt alike: ${suggestions.join(", ")}.` : "";
    throw new Refusal("unknown_place", `There is no "${place}" at this venue.${like}`);
  }

  private tell<E extends keyof Events>(event: E, detail: Events[E]): void {
    const text = JSON.stringify(detail);
    if (this.told.get(event) === text) return;
    this.told.set(event, text);
    this.post({ fairway: VERSION, event, detail });
  }

  private post(reply: Reply): void {
    this.outside.postMessage(reply, this.origin);
  }
}

function textOf(value: unknown, what: string): string {
  if (typeof value === "string" && value.trim()) return value.trim();
  throw new Refusal("bad_request", `This needs ${what}.`);
}

function selectionOf(card: Card, { language }: State): SelectedPlace {
  return { place: card.place, title: titleOf(card, language), level: card.level };
}

function selectedIn(state: State): SelectedPlace | null {
  const { card } = state.answers;
  const known = card?.type === "described" && card.card.place === state.address.place;
  return known ? selectionOf(card.card, state) : null;
}

function routeIn(state: State): PlannedRoute | null {
  const { address, answers } = state;
  if (!address.from || !address.to || answers.route?.type !== "route_planned") return null;
  return routeOf(answers.route.route, address.from, address.to, state);
}

function routeOf(route: Route, from: string, to: string, { language }: State): PlannedRoute {
  const steps = route.legs.flatMap((leg) => leg.steps).map(({ text }) => say(text, language));
  return { from, to, distance_m: route.distance_m, duration_s: route.duration_s, steps };
}
