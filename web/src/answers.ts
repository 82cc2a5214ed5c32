// What the page needs to know of the guide follows from its state alone. Each question has a slot; when its command
// changes, it is asked anew. So a link, a step back and a restarted guide all lead to the same page.

import type { GuideCommand } from "./bindings/GuideCommand.ts";
import type { GuideEvent } from "./bindings/GuideEvent.ts";
import type { When } from "./bindings/When.ts";
import type { Near } from "./bindings/Near.ts";
import { GuideGone } from "./guide/client.ts";
import { filterOf } from "./narrowing.ts";
import { offeredOf } from "./handover/offer.ts";
import { placesOf } from "./handover/parcel.ts";
import { isInDay, standpointOf, startOf, stopsOf, wishOf } from "./day.ts";
import { type Spot, pointOf, stopAt } from "./spot.ts";
import { type State, isRouting } from "./state.ts";
import { type Address, walkerOf } from "./url.ts";

/** A question that the guide died over, twice. */
export interface Unanswered {
  type: "unanswered";
}

export type Answer = GuideEvent | Unanswered;

/** In the order of asking: the stage makes its picture in a thread of its own while the page draws the plan. */
const SLOTS = [
  "scene",
  "plan",
  "starts",
  "hits",
  "card",
  "unit",
  "route",
  "day",
  "saved",
  "offer",
  "programme",
  "exhibitors",
  "from",
  "to",
  "at",
  "start",
  "skipped",
] as const;
export type Slot = (typeof SLOTS)[number];

export type Answers = Readonly<Partial<Record<Slot, Answer>>>;

/** An answer about something else is worse than none here; elsewhere the last one stays until the next comes. */
const FORGOTTEN_AT_ONCE: ReadonlySet<Slot> = new Set(["card", "unit", "route", "from", "to", "at", "start"]);

/** What depends on what holds for now. */
const HELD: readonly Slot[] = ["hits", "card", "route", "day", "saved", "programme", "exhibitors"];

export const HITS_LIMIT = 60;

/** What the person is looking for right now. */
export function queryOf({ editing, address }: State): string | undefined {
  return editing ? editing.text.trim() || undefined : address.q;
}

/** Where the person is, if what is found is to be ranked by the walk from there. */
function nearOf(state: State): Near | null {
  const from = standpointOf(state);
  return state.address.sort === "near" && from ? { from: stopAt(from), ...walkerOf(state.address) } : null;
}

/** A point of the floor has no card. */
function describe(spot: Spot | undefined): GuideCommand | undefined {
  return spot && !pointOf(spot) ? { describe: { place: spot } } : undefined;
}

function whenOf({ leave, arrive }: Address): { when?: When } {
  if (leave) return { when: { depart_at: leave } };
  return arrive ? { when: { arrive_by: arrive } } : {};
}

/** The questions that this state poses. */
export function wanted(state: State): Partial<Record<Slot, GuideCommand>> {
  const { address, language, stage } = state;
  const query = queryOf(state);
  const commands: Partial<Record<Slot, GuideCommand>> = { plan: "draw_plan" };
  if (stage.status !== "off" && stage.status !== "offered" && stage.status !== "unsupported") {
    commands.scene = "describe_scene";
  }
  if (state.editing) commands.starts = { list_starts: { language } };
  if (query && (state.editing || !isRouting(state))) {
    const filter = state.editing ? null : filterOf(state);
    commands.hits = { search: { query, language, limit: HITS_LIMIT, near: nearOf(state), filter } };
  }
  if (address.place) commands.card = { describe: { place: address.place } };
  if (address.hall) commands.unit = { list_unit: { unit: address.hall } };
  const asksNear = address.sort === "near" && queryOf(state) !== undefined;
  const spots = {
    from: address.from,
    to: address.to,
    at: address.at,
    start: address.panel === "day" ? startOf(state) : asksNear ? standpointOf(state) : undefined,
  };
  for (const slot of ["from", "to", "at", "start"] as const) {
    const command = describe(spots[slot]);
    if (command) commands[slot] = command;
  }
  const skipped = stopsOf(state).filter((stop) => stop.skipped);
  if (address.panel === "day" && skipped.length > 0) {
    commands.skipped = { list_places: { places: skipped.map(({ place }) => place), language } };
  }
  if (address.panel === "saved") {
    const kept = state.saved.map(({ place }) => place);
    const places = state.dropped ? [...kept, state.dropped.kept.place] : kept;
    if (places.length > 0) commands.saved = { list_places: { places, language } };
  }
  const offered = offeredOf(state);
  if (offered) commands.offer = { list_places: { places: placesOf(offered), language } };
  if (address.panel === "saved" || address.panel === "programme") {
    commands.programme = { list_programme: { kept: state.saved.map(({ place }) => place) } };
  }
  if (address.panel === "exhibitors") {
    commands.exhibitors = { search: { query: "", language, limit: state.shown, near: null, filter: filterOf(state) } };
  }
  const visits = address.panel === "day" || (isRouting(state) && isInDay(state, address.to ?? ""));
  const wish = visits ? wishOf(state) : undefined;
  if (wish) commands.day = { plan_day: { request: wish } };
  if (address.from && address.to) {
    const request = {
      from: stopAt(address.from),
      to: stopAt(address.to),
      ...walkerOf(address),
      closed: [],
      ...whenOf(address),
    };
    commands.route = { plan_route: { request } };
  }
  return commands;
}

/** A question is put again to a new guide, but one that killed two is dropped. */
const DEATHS_BORNE = 1;

interface Asked {
  readonly key: string;
  /** How many guides died over it. */
  deaths: number;
  pending: boolean;
  /** It was put to a guide that is gone. */
  stale: boolean;
}

/** Asks what is wanted and not yet answered; at most one question a slot is under way. */
export class Asker {
  private readonly asked = new Map<Slot, Asked>();

  constructor(
    private readonly ask: (command: GuideCommand) => Promise<GuideEvent>,
    private readonly answered: (slot: Slot, answer: Answer | undefined) => void,
  ) {}

  reconcile(state: State): void {
    const commands = wanted(state);
    for (const slot of SLOTS) {
      const command = commands[slot];
      const before = this.asked.get(slot);
      if (!command) {
        this.asked.delete(slot);
        if (state.answers[slot]) this.answered(slot, undefined);
        continue;
      }
      const key = JSON.stringify(command);
      const same = before?.key === key;
      if (!same && state.answers[slot] && FORGOTTEN_AT_ONCE.has(slot)) this.answered(slot, undefined);
      if (before?.pending || (same && !before.stale)) continue;
      void this.put(slot, command, { key, deaths: same ? before.deaths : 0, pending: true, stale: false });
    }
  }

  /** The guide is a new one: everything is asked again. */
  renew(): void {
    for (const asked of this.asked.values()) asked.stale = asked.deaths <= DEATHS_BORNE;
  }

  /** What holds for now has changed: what depends on it is asked again. */
  renewHeld(): void {
    for (const slot of HELD) {
      const asked = this.asked.get(slot);
      if (asked) asked.stale = true;
    }
  }

  /** The person wants to try again. */
  retry(slot: Slot): void {
    this.asked.delete(slot);
  }

  private async put(slot: Slot, command: GuideCommand, asked: Asked): Promise<void> {
    this.asked.set(slot, asked);
    const answer = await this.ask(command).catch((error: unknown): Unanswered | undefined => {
      if (!(error instanceof GuideGone)) throw error;
      if (error.guilty) asked.deaths += 1;
      return asked.deaths > DEATHS_BORNE ? { type: "unanswered" } : undefined;
    });
    asked.pending = false;
    if (answer && this.asked.get(slot) === asked) this.answered(slot, answer);
  }
}
