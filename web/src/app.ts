// The page's heart. One state: the guide's answers and the stage's events flow into it, panels and maps follow from it.

import { nothing, render } from "lit";
import type { GuideCommand } from "./bindings/GuideCommand.ts";
import type { GuideEvent } from "./bindings/GuideEvent.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import type { Point } from "./bindings/Point.ts";
import { type Answer, Asker, type Slot } from "./answers.ts";
import { makeActions } from "./deeds/index.ts";
import type { Embedded } from "./embed/inside.ts";
import { type Question, isOurs } from "./embed/protocol.ts";
import { GuideClient, type GuideListener } from "./guide/client.ts";
import { Courier } from "./handover/courier.ts";
import { History } from "./history.ts";
import { DayKeeper } from "./kept-day.ts";
import type { Kiosk } from "./kiosk/index.ts";
import { loadKiosk } from "./kiosk-loader.ts";
import { LaterLoader } from "./later-loader.ts";
import { Maps } from "./maps.ts";
import { reached } from "./milestones.ts";
import { OfflineKeeper } from "./offline/keeper.ts";
import type { Actions } from "./panels/actions.ts";
import { controls } from "./panels/controls.ts";
import { needsLater } from "./panels/later.ts";
import { hallBar } from "./panels/halls.ts";
import { sidePanel } from "./panels/page.ts";
import { recentSearches } from "./recent.ts";
import { Paper } from "./paper/paper.ts";
import { Shelf } from "./saved.ts";
import { StageKeeper } from "./stage-keeper.ts";
import { shownRoute } from "./selection.ts";
import { spotAt } from "./spot.ts";
import { type State, shownLevel, soughtEnd, summaryOf } from "./state.ts";
import { Store } from "./store.ts";
import { linkTo } from "./url.ts";
import { preferredLanguage, say, stringsOf } from "./strings/index.ts";

/** Where the page puts what. */
export interface Frame {
  side: HTMLElement;
  mapArea: HTMLElement;
  map: HTMLElement;
  plan: HTMLCanvasElement;
  halls: HTMLElement;
  miniPlan: HTMLButtonElement;
  controls: HTMLElement;
  skip: HTMLElement;
  mapKeys: HTMLElement;
}

const TOAST_MS = 4000;
const MINUTE_MS = 60_000;
/** As in the style sheets. */
const narrowPage = matchMedia("(orientation: portrait), (max-width: 719px)");
const darkScheme = matchMedia("(prefers-color-scheme: dark)");

export class App {
  readonly store: Store;
  readonly history: History;
  readonly maps: Maps;
  readonly stage: StageKeeper;
  readonly shelf: Shelf;
  readonly offline: OfflineKeeper;
  readonly day: DayKeeper;
  readonly paper: Paper;
  readonly courier: Courier;
  readonly later: LaterLoader;
  private readonly guide: GuideClient;
  private readonly asker: Asker;
  private readonly actions: Actions;
  /** Search engines have been told what the fair is. */
  private described = false;
  private kiosk: Kiosk | undefined;
  private embedded: Embedded | undefined;
  private readonly afterRenders: (() => void)[] = [];
  private venue: string | undefined;
  private titleWanted = false;
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  /** The panel that was rendered last. */
  private panel = "";

  constructor(
    private readonly frame: Frame,
    initial: State,
  ) {
    this.store = new Store(initial, () => this.settle());
    this.history = new History(this.store, () => this.popped());
    this.shelf = new Shelf(this.store);
    this.offline = new OfflineKeeper(this.store);
    this.day = new DayKeeper(this.store, this.history);
    this.paper = new Paper(this.store);
    this.guide = new GuideClient(this.guideListener());
    this.asker = new Asker(
      (command) => this.guide.ask(command),
      (slot, answer) => this.answered(slot, answer),
    );
    this.later = new LaterLoader(this.store);
    this.courier = new Courier(this.store, this.later, () => this.focusTitle());
    this.stage = new StageKeeper(this.store, {
      chosen: (place, peek) => this.chosenOnMap(place, peek),
      entered: (level) => {
        if (level !== shownLevel(this.store.state)) this.history.replace({ level });
      },
      lookedAt: (camera) => this.history.replaceSoon({ camera }),
      toast: (text) => this.toast(text),
    });
    this.maps = new Maps(frame, {
      touched: () => this.touched(),
      pickedOnPlan: (level, point, peek) => void this.pickOnPlan(level, point, peek),
      hoveredOnPlan: (level, point) => void this.hoverOnPlan(level, point),
      lookedAt: (camera) => this.history.replaceSoon({ camera }),
      stage: this.stage,
    });
    this.stage.attach(this.maps.stage);
    this.actions = makeActions(this);
    frame.miniPlan.addEventListener("click", () => this.actions.showOnPlan());
    frame.skip.addEventListener("click", (event) => {
      // The address has its own use for the hash.
      event.preventDefault();
      frame.side.focus();
    });
    darkScheme.addEventListener("change", () => this.applyAppearance());
    narrowPage.addEventListener("change", () => this.store.set({ narrow: narrowPage.matches }));
    this.store.set({ narrow: narrowPage.matches });
    this.applyAppearance();
    if (initial.address.camera) this.maps.lookAt({ kind: "camera", camera: initial.address.camera });
    // What is on now, and what comes next.
    setInterval(() => this.store.set({}), MINUTE_MS);
    if (initial.address.kiosk !== undefined) void this.startKiosk();
    if (window.parent !== window) this.listenToEmbedding();
    this.openVenue();
    this.stage.prepare();
  }

  openVenue(): void {
    const { venue, address } = this.store.state;
    if (venue.status !== "open") this.store.set({ venue: { status: "loading", fraction: undefined } });
    this.venue = address.venue;
    this.guide.open(address.venue);
  }

  retryAnswer(slot: Slot): void {
    this.asker.retry(slot);
    this.answered(slot, undefined);
  }

  touched(): void {
    this.maps.letGo();
    this.stage.touched();
  }

  toast(text: string): void {
    clearTimeout(this.toastTimer);
    this.store.set({ toast: text });
    this.toastTimer = setTimeout(() => this.store.set({ toast: undefined }), TOAST_MS);
  }

  afterRender(action: () => void): void {
    this.afterRenders.push(action);
    this.store.set({});
  }

  /** Once the panel that is to come is there, the keyboard goes on in it. */
  focusTitle(): void {
    this.titleWanted = true;
  }

  applyAppearance(): void {
    const { appearance } = this.store.state;
    const dark = appearance === "dark" || (appearance === "auto" && darkScheme.matches);
    document.documentElement.dataset.appearance = dark ? "dark" : "light";
    this.store.set({ dark });
  }

  private async startKiosk(): Promise<void> {
    this.kiosk = await loadKiosk({
      store: this.store,
      history: this.history,
      maps: this.maps,
      stage: this.stage,
      offline: this.offline,
      actions: this.actions,
      ask: (command) => this.guide.ask(command),
      codeOf: async (text) => (await this.later.load())?.codeOf(text),
    });
    this.kiosk?.attend(this.store.state);
  }

  /** The page around this one may ask: the first that does is answered, and only where it comes from. */
  private listenToEmbedding(): void {
    let origin: string | undefined;
    let embedded: Promise<Embedded | undefined> | undefined;
    const inside = {
      state: () => this.store.state,
      ask: (command: GuideCommand) => this.guide.ask(command),
      actions: this.actions,
    };
    addEventListener("message", ({ source, origin: asks, data }: MessageEvent<unknown>) => {
      if (source !== window.parent || asks === "null" || !isOurs(data) || asks !== (origin ??= asks)) return;
      embedded ??= import("./embed/inside.ts").then(
        (embed) => (this.embedded = new embed.Embedded(inside, window.parent, asks)),
        () => undefined,
      );
      void embedded.then((page) => page?.heard(data as Question));
    });
  }

  private guideListener(): GuideListener {
    const set = (patch: Partial<State>) => this.store.set(patch);
    return {
      progress: (loaded, total) => {
        if (this.store.state.venue.status === "open") return;
        set({ venue: { status: "loading", fraction: total && loaded / total } });
      },
      opened: (event, folder) => this.opened(event, folder),
      unreachable: ({ problem, details }) => set({ venue: { status: "failed", problem, details: [details] } }),
      live: ({ changed, announcements, sessions }, at) => {
        if (changed) {
          this.asker.renewHeld();
          this.described = false;
        }
        set({ live: { at, announcements, sessions } });
      },
      failed: (_message, gaveUp) => set({ guide: gaveUp ? "down" : "restarting" }),
    };
  }

  private opened(event: GuideEvent, folder: string): void {
    switch (event.type) {
      case "venue_opened":
        this.asker.renew();
        this.store.set({ guide: "running", venue: { status: "open", summary: event.summary } });
        this.openHall();
        this.shelf.open();
        this.day.open();
        this.store.set({ recent: recentSearches(event.summary.id) });
        this.stage.venueOpened(folder);
        this.afterRender(() => {
          reached("guide-usable");
          this.later.venueOpened();
          this.offline.venueOpened(folder);
        });
        return;
      case "venue_refused":
        return this.store.set({
          guide: "running",
          venue: { status: "failed", problem: event.reason, details: event.details },
        });
      default:
        return this.store.set({ venue: { status: "failed", problem: "versions", details: [] } });
    }
  }

  /** A link may name a hall as any place; its panel lists its booths. */
  private openHall(): void {
    const { place } = this.store.state.address;
    if (this.isHall(place)) this.history.replace({ hall: place, place: undefined });
  }

  private isHall(place: PlaceId | undefined): boolean {
    return summaryOf(this.store.state)?.units.some(({ id, kind }) => id === place && kind === "hall") ?? false;
  }

  private answered(slot: Slot, answer: Answer | undefined): void {
    const way = () => JSON.stringify(shownRoute(this.store.state));
    const before = way();
    const { [slot]: _, ...others } = this.store.state.answers;
    this.store.set({ answers: answer ? { ...others, [slot]: answer } : others });
    // One that is closed meanwhile leads elsewhere.
    if (slot === "route" && before !== "[]" && before !== way()) this.maps.lookAt("chosen");
  }

  private popped(): void {
    const { address } = this.store.state;
    // Another venue is another page.
    if (address.venue !== this.venue) return location.reload();
    this.store.set({
      language: address.lang ?? preferredLanguage(navigator.languages),
      editing: undefined,
      arranging: undefined,
      overlay: undefined,
      step: undefined,
      active: undefined,
    });
    this.maps.lookAt(address.camera ? { kind: "camera", camera: address.camera } : "chosen");
  }

  private async pickOnPlan(level: string, point: Point, peek: boolean): Promise<void> {
    const place = await this.placeAt(level, point);
    // In a hall one stands somewhere.
    const stands = soughtEnd(this.store.state) && (!place || this.isHall(place));
    if (stands) this.actions.choose(spotAt(level, point), "booth");
    else this.chosenOnMap(place, peek);
  }

  private async hoverOnPlan(level: string, point: Point | undefined): Promise<void> {
    const place = point && (await this.placeAt(level, point));
    this.maps.plan.hover(place);
    if (this.store.state.hovering !== (place !== undefined)) this.store.set({ hovering: place !== undefined });
  }

  private async placeAt(level: string, point: Point): Promise<PlaceId | undefined> {
    const { guide, venue } = this.store.state;
    if (guide !== "running" || venue.status !== "open") return undefined;
    const event = await this.guide.ask({ pick: { level, point } }).catch(() => undefined);
    return event?.type === "picked" ? (event.place ?? undefined) : undefined;
  }

  /** A tap on the map: on a place, its card; on bare floor, the map alone. Who only wants to peek stays where they are. */
  private chosenOnMap(place: PlaceId | undefined, peek: boolean): void {
    if (!place) return peek ? undefined : this.store.set({ sheet: "low" });
    const kind = this.isHall(place) ? "hall" : "booth";
    if (peek) this.actions.peek(place, kind);
    else this.actions.choose(place, kind);
  }

  private settle(): void {
    const { venue, guide } = this.store.state;
    if (venue.status === "open" && guide === "running") this.asker.reconcile(this.store.state);
    this.later.reconcile(this.store.state);
    this.courier.reconcile(this.store.state);
    // Answers to other questions are gone from it now.
    const { state } = this.store;
    this.day.reconcile(state);
    void this.describe(state);
    this.embedded?.attend(state);
    this.kiosk?.attend(state);
    this.offline.attend(state);
    render(sidePanel(state, this.actions), this.frame.side);
    const mapped = state.venue.status === "open";
    render(mapped ? hallBar(state, stringsOf(state.language), this.actions) : nothing, this.frame.halls);
    render(mapped ? controls(state, stringsOf(state.language), this.actions) : nothing, this.frame.controls);
    this.labelFrame(state);
    this.maps.show(state);
    this.scrollNewPanel(state);
    this.focusNewTitle();
    for (const action of this.afterRenders.splice(0)) action();
  }

  private async describe({ later, language, address: { venue } }: State): Promise<void> {
    const summary = summaryOf(this.store.state);
    if (typeof later !== "object" || !summary || this.described) return;
    this.described = true;
    const answer = await this.guide.ask({ list_programme: { kept: [] } }).catch(() => undefined);
    if (answer?.type !== "programme_listed") return;
    later.describeEvent(summary, answer.sessions, language, (place) => linkTo({ venue, place }));
  }

  private labelFrame(state: State): void {
    const strings = stringsOf(state.language);
    const summary = summaryOf(state);
    document.documentElement.lang = state.language;
    document.title = summary ? `${say(summary.name, state.language)} · ${strings.appName}` : strings.appName;
    this.frame.skip.textContent = strings.skipToPanel;
    this.frame.mapKeys.textContent = strings.mapKeys;
    this.frame.map.ariaLabel = strings.map;
    this.frame.mapArea.ariaLabel = strings.map;
  }

  /** Another panel is read from its top. */
  private scrollNewPanel({ address, editing, overlay }: State): void {
    const { place, hall, from, to } = address;
    const panel = JSON.stringify([address.panel, address.plan, place, hall, from, to, editing?.end, overlay]);
    if (panel === this.panel) return;
    this.panel = panel;
    this.frame.side.querySelector(".panel-content")?.scrollTo(0, 0);
  }

  private focusNewTitle(): void {
    const { state } = this.store;
    const { address, answers, overlay, venue } = state;
    const opening = (overlay === undefined && venue.status === "loading") || (needsLater(state) && !state.later);
    const waiting = opening || (address.place !== undefined && !address.plan && !answers.card);
    if (!this.titleWanted || waiting) return;
    this.titleWanted = false;
    const { editing } = this.store.state;
    const target = editing ? `#end-${editing.end}` : "[data-panel-title]";
    this.frame.side.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  }
}
