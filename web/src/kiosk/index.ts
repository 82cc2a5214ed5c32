// A screen for anyone who walks up: it stands somewhere, offers a keyboard and the way to take along, and forgets each person. A bundle
// of its own, loaded where the address names a kiosk.

import { type TemplateResult, html, nothing, render } from "lit";
import { queryOf } from "../answers.ts";
import type { GuideCommand } from "../bindings/GuideCommand.ts";
import type { GuideEvent } from "../bindings/GuideEvent.ts";
import type { KioskSummary } from "../bindings/KioskSummary.ts";
import type { SessionLine } from "../bindings/SessionLine.ts";
import type { Code } from "../handover/codes.ts";
import type { History } from "../history.ts";
import { ICONS, icon } from "../icons.ts";
import { poseTowards } from "../map/camera.ts";
import type { Maps } from "../maps.ts";
import { announced } from "../news.ts";
import type { OfflineKeeper } from "../offline/keeper.ts";
import type { Actions } from "../panels/actions.ts";
import { codePicture } from "../panels/code.ts";
import { nowAt } from "../programme.ts";
import type { StageKeeper } from "../stage-keeper.ts";
import type { State } from "../state.ts";
import { isRouting, summaryOf } from "../state.ts";
import type { Store } from "../store.ts";
import { LANGUAGES, LANGUAGE_NAMES, type Language, languageOf } from "../strings/languages.ts";
import { linkTo } from "../url.ts";
import { attraction, hallsOf, inALine, turning } from "./attract.ts";
import { Counts, HealthPanel, measure, onLongPress } from "./health.ts";
import { type Presence, presence } from "./idle.ts";
import { type Layer, candidatesOf, keyboard } from "./keyboard.ts";
import { lockDown } from "./lock.ts";
import { keepSafePage, keptPicture, showSafePage, writeSafePage } from "./safe.ts";
import { PROVED_MS, isDue } from "./upkeep.ts";
import { Watch } from "./watch.ts";
import { WORDS } from "./words.ts";

/** What it needs of the page. */
export interface KioskHost {
  readonly store: Store;
  readonly history: History;
  readonly maps: Maps;
  readonly stage: StageKeeper;
  readonly offline: OfflineKeeper;
  readonly actions: Actions;
  ask(command: GuideCommand): Promise<GuideEvent>;
  codeOf(text: string): Promise<Code | undefined>;
}

const CONTRAST = "M12 3a9 9 0 1 0 .01 0M12 3v18M15 4.5v15M18 7v10";
const USUAL_IDLE_S = 60;
const TICK_MS = 250;
/** What the map shows about the kiosk, across. */
const AROUND_M = 160;
/** How long the attraction stays with a hall. */
const TURN_MS = 9000;
/** How often the venue's host is told how the screen does. */
const REPORT_MS = 15 * 60_000;
/** How long the safe page stays that is kept beforehand, for who finds this page dead. */
const SAFE_MS = 5 * 60_000;
/** Of the safe page's height, that is the plan's. */
const PICTURE_SHARE = 0.8;
/** Before what is due is tried again. */
const RETRY_MS = 5 * 60_000;
/** The type's size: on any page, and at most; and its part of a screen's longer side. */
const TYPE_PX = { page: 16, most: 44 };
const TYPE_SHARE = 0.0115;
/** What the page keeps on the device begins so. */
const KEPT = "fairway.";

export class Kiosk {
  private readonly root = document.createElement("div");
  private touchedAt = performance.now();
  private hiddenAt = Date.now();
  private seen: Presence["kind"] = "used";
  private attracting = true;
  private turn = 0;
  /** That the tour is at, once it has begun. */
  private hall: ReturnType<typeof hallsOf>[number] | undefined;
  private turnedAt = performance.now();
  private low = false;
  private contrast = false;
  private layer: Layer = "letters";
  private field: HTMLInputElement | undefined;
  private sessions: readonly SessionLine[] = [];
  private live: State["live"];
  private taken: { readonly link: string; readonly code: Code | undefined } | undefined;
  private begun = false;
  private begunAt: string | undefined;
  private readonly watch: Watch;
  private readonly counts = new Counts();
  private readonly health: HealthPanel;
  private safePicture: string | undefined;
  private tickedAt = performance.now();
  private keptUpAt = 0;
  private proved = false;

  constructor(private readonly host: KioskHost) {
    document.documentElement.classList.add("kiosk");
    enlarge();
    addEventListener("resize", enlarge);
    document.body.append(this.root);
    lockDown();
    for (const name of ["pointerdown", "keydown", "wheel"]) {
      addEventListener(name, () => this.touched(), { capture: true, passive: true });
    }
    document.addEventListener("visibilitychange", () => this.wake());
    addEventListener("focusin", ({ target }) => this.typeInto(target));
    addEventListener("focusout", () => this.typeInto(undefined));
    this.watch = new Watch({
      store: host.store,
      stage: host.stage,
      isIdle: () => this.attracting && !this.health.isOpen,
      retryVenue: () => host.actions.retryVenue(),
      showSafePage: async (waitMs) => {
        this.safePicture ??= await keptPicture().catch(() => undefined);
        await showSafePage(this.safePage(waitMs));
      },
    });
    this.health = new HealthPanel(
      () => measure(host.store.state, this.counts, this.watch.log.entries),
      () => this.show(),
    );
    setInterval(() => this.tick(), TICK_MS);
    // For who watches over the browser from outside (`fairway kiosk`).
    Object.assign(globalThis, { fairwayKiosk: () => this.pulse() });
  }

  /** A venue that does not arrive is asked for again, here: from outside nothing would help. */
  private pulse(): { usable: boolean; stillMs: number; upMs: number } {
    const { guide, venue } = this.host.store.state;
    const now = performance.now();
    return { usable: guide !== "down" && venue.status !== "loading", stillMs: now - this.tickedAt, upMs: now };
  }

  /** The page shows another state. */
  attend(state: State): void {
    this.watch.attend(state);
    this.counts.attend(state);
    const kiosk = this.self(state);
    if (kiosk && !this.begun) this.begin(kiosk);
    // What became of sessions may have come with it.
    if (this.begun && state.live !== this.live) this.listSessions(state);
    void this.takeAlong(state);
    this.show();
  }

  private self(state: State): KioskSummary | undefined {
    return summaryOf(state)?.kiosks.find(({ id }) => id === state.address.kiosk);
  }

  private languages(state: State): readonly Language[] {
    const named = this.self(state)?.manner.languages?.flatMap((tag) => languageOf(tag) ?? []) ?? [];
    return named.length > 0 ? named : LANGUAGES;
  }

  private begin(kiosk: KioskSummary): void {
    this.begun = true;
    this.begunAt = nowAt(this.host.store.state);
    this.host.maps.plan.turnTo(kiosk.heading_deg);
    this.host.store.set({ heading: kiosk.heading_deg });
    this.startOver();
    this.listSessions(this.host.store.state);
    tellKeeper({ type: "USABLE" });
    const { health_code, health_url } = kiosk.manner;
    if (health_code) onLongPress(() => this.health.open());
    if (health_url) setInterval(() => void this.report(health_url), REPORT_MS);
  }

  private listSessions({ live }: State): void {
    this.live = live;
    this.host.ask({ list_programme: { kept: [] } }).then(
      (answer) => {
        if (answer.type === "programme_listed") this.sessions = answer.sessions;
      },
      () => undefined,
    );
  }

  /** Nobody waits for it, and what does not arrive is told next time. */
  private async report(url: string): Promise<void> {
    const health = await measure(this.host.store.state, this.counts, this.watch.log.entries);
    const body = JSON.stringify(health);
    await fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json" } }).catch(() => undefined);
  }

  private safePage(waitMs: number): string {
    const { state } = this.host.store;
    const { venue, kiosk, view } = state.address;
    const summary = summaryOf(state);
    return writeSafePage({
      name: this.self(state)?.name ?? summary?.name ?? {},
      languages: this.languages(state),
      picture: this.safePicture,
      back: linkTo({ venue, kiosk, view }),
      waitMs,
    });
  }

  private keepSafe(): void {
    const plan = this.host.maps.plan.portrait(innerWidth, PICTURE_SHARE * innerHeight);
    if (!plan) return;
    this.safePicture = plan.toDataURL("image/webp", 0.85);
    keepSafePage(this.safePage(SAFE_MS)).catch(() => undefined);
  }

  /** All that a person has left is gone. */
  private startOver(): void {
    const { store, history } = this.host;
    const { venue, kiosk, view } = store.state.address;
    const [lang] = this.languages(store.state);
    forgetKept();
    this.health.close();
    [this.low, this.contrast, this.layer] = [false, false, "letters"];
    document.documentElement.classList.remove("low", "contrast");
    (document.activeElement as HTMLElement | null)?.blur();
    history.startOver({ venue, kiosk, view, lang, at: kiosk });
    this.lookAround();
    store.set({
      saved: [],
      dropped: undefined,
      recent: [],
      read: [],
      sheet: "half",
      toast: undefined,
      withNotes: false,
    });
  }

  /** As a person at the screen sees it. */
  private lookAround(): void {
    const kiosk = this.self(this.host.store.state);
    if (!kiosk) return;
    const pose = poseTowards(kiosk.point[0], kiosk.point[1], 0, AROUND_M, kiosk.heading_deg);
    [this.hall, this.turnedAt] = [undefined, performance.now()];
    this.host.maps.lookAt({ kind: "camera", camera: { kind: "pose", pose } });
  }

  private touched(): void {
    this.touchedAt = performance.now();
  }

  /** A screen that was dark for longer than a person is waited for is nobody's: the clock that never goes back may have stood still. */
  private wake(): void {
    const now = Date.now();
    if (document.hidden) this.hiddenAt = now;
    else if (this.presence(now - this.hiddenAt).kind === "left") this.leave();
  }

  private leave(): void {
    this.attracting = true;
    this.startOver();
  }

  private tick(): void {
    const now = performance.now();
    this.tickedAt = now;
    const seen = this.presence(now - this.touchedAt);
    if (seen.kind === "left" && !this.attracting) this.leave();
    if (seen.kind === "left") this.health.close();
    if (this.attracting && this.begun && now - this.turnedAt > TURN_MS) this.nextHall(now);
    if (this.attracting && this.begun) this.keepUp(now);
    if (seen.kind !== this.seen || seen.kind === "asking" || this.attracting) this.show();
    this.seen = seen.kind;
  }

  /** Nobody is there: time for what would be in their way. */
  private keepUp(now: number): void {
    const { state } = this.host.store;
    const { guide, newer } = state;
    if (!this.proved && now > PROVED_MS && guide === "running" && this.watch.isUnmended) {
      this.proved = true;
      tellKeeper({ type: "PROVED", release: __BUILD__ });
    }
    const due = isDue({
      upMs: now,
      newer,
      begun: this.begunAt,
      now: nowAt(state),
      reloadHour: this.self(state)?.manner.reload_hour,
    });
    if (!due || now - this.keptUpAt < RETRY_MS) return;
    this.keptUpAt = now;
    void this.host.offline.reload();
  }

  private presence(awayMs: number): Presence {
    const idleS = this.self(this.host.store.state)?.manner.idle_s ?? USUAL_IDLE_S;
    return presence(awayMs, idleS);
  }

  private nextHall(now: number): void {
    const summary = summaryOf(this.host.store.state);
    this.turnedAt = now;
    if (this.safePicture === undefined) this.keepSafe();
    this.turn += 1;
    const halls = summary ? hallsOf(summary) : [];
    this.hall = halls[this.turn % Math.max(1, halls.length)];
    if (this.hall) this.host.maps.lookAt({ kind: "place", place: this.hall.id, bounds: undefined });
  }

  /** The first touch leads to the first screen, and to nothing that lies under the finger. */
  private greet(event: Event): void {
    event.preventDefault();
    this.attracting = false;
    this.counts.visits += 1;
    this.touched();
    this.startOver();
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    this.show();
  }

  private typeInto(target: EventTarget | null | undefined): void {
    const types = target instanceof HTMLInputElement && ["search", "text"].includes(target.type);
    this.field = types ? target : undefined;
    // The device's own keyboard stays away.
    if (types) target.inputMode = "none";
    // A field that is taken away loses the focus while the rest is still being shown.
    queueMicrotask(() => this.show());
  }

  /** As if a key had done it. */
  private write(edit: (text: string, from: number, to: number) => [text: string, caret: number]): void {
    const { field } = this;
    if (!field) return;
    const { value } = field;
    const [text, caret] = edit(value, field.selectionStart ?? value.length, field.selectionEnd ?? value.length);
    field.value = text;
    field.setSelectionRange(caret, caret);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    queueMicrotask(() => field.setSelectionRange(caret, caret));
  }

  /** A code for what a person would take along: a way, a day, a card. */
  private async takeAlong(state: State): Promise<void> {
    const { address, language } = state;
    const worth = address.place ?? address.to ?? address.stops;
    const link = worth ? linkTo({ ...address, camera: undefined, at: undefined, lang: language }) : undefined;
    if (link === this.taken?.link) return;
    this.taken = link === undefined ? undefined : { link, code: undefined };
    if (link === undefined) return;
    const code = await this.host.codeOf(link);
    if (this.taken?.link === link) this.taken = { link, code };
    this.show();
  }

  private show(): void {
    const { state } = this.host.store;
    const code = this.self(state)?.manner.health_code;
    const health = code ? this.health.show(code, state.language) : nothing;
    render(summaryOf(state) ? html`${this.layers(state)} ${health}` : nothing, this.root);
  }

  private layers(state: State): TemplateResult {
    if (!this.self(state)) return unknown(state);
    if (this.attracting) return this.attraction(state);
    const seen = this.presence(performance.now() - this.touchedAt);
    return html`${this.bar(state)} ${this.field ? this.keys(state) : takenAlong(this.taken, state)}
    ${this.programme(state)} ${seen.kind === "asking" ? stillThere(seen.secondsLeft, state) : nothing}`;
  }

  private attraction(state: State): TemplateResult {
    const summary = summaryOf(state);
    const kiosk = this.self(state);
    if (!summary || !kiosk) return html``;
    const now = nowAt(state);
    const shown = {
      summary,
      languages: this.languages(state),
      sessions: this.sessions,
      announcements: announced(state, now ?? ""),
      now,
      hall: this.hall,
      turn: this.turn,
      greetings: kiosk.manner.greetings,
    };
    return attraction(shown, (event) => this.greet(event));
  }

  private bar(state: State): TemplateResult {
    const words = WORDS[state.language];
    const { actions } = this.host;
    const stepFree = state.address.profile === "step-free";
    const toggle = (name: "low" | "contrast") => {
      this[name] = !this[name];
      document.documentElement.classList.toggle(name, this[name]);
      dispatchEvent(new Event("resize"));
      this.show();
    };
    const button = (path: string, name: string, act: () => void, pressed?: boolean) =>
      html`<button type="button" aria-pressed=${pressed ?? nothing} @click=${act}>
        ${icon(path)} <span>${name}</span>
      </button>`;
    const others = this.languages(state).filter((language) => language !== state.language);
    return html`<nav class="kiosk-bar" aria-label=${words.bar}>
      ${button(ICONS.home, words.startOver, () => this.startOver())}
      ${others.map(
        (language) =>
          html`<button type="button" lang=${language} @click=${() => actions.setLanguage(language)}>
            <span>${LANGUAGE_NAMES[language]}</span>
          </button>`,
      )}
      ${button(ICONS.walk, words.stepFree, () => actions.setProfile(stepFree ? "walking" : "step-free"), stepFree)}
      ${button(CONTRAST, words.contrast, () => toggle("contrast"), this.contrast)}
      ${button(ICONS.down, words.lower, () => toggle("low"), this.low)}
    </nav>`;
  }

  /** On the first screen alone. */
  private programme(state: State): TemplateResult | typeof nothing {
    const { panel, place, hall } = state.address;
    if (panel || place || hall || this.field || queryOf(state) || isRouting(state)) return nothing;
    const now = nowAt(state);
    const shown = turning(this.sessions, now, 1);
    if (shown.length === 0) return nothing;
    const { language } = state;
    return html`<nav class="on-now" aria-label=${WORDS[language].onNow}>
      ${shown.map(
        (session) =>
          html`<button type="button" @click=${() => this.host.actions.choose(session.id, "session")}>
            ${inALine(session, now, language)}
          </button>`,
      )}
    </nav>`;
  }

  private keys(state: State): TemplateResult {
    const { hits } = state.answers;
    const typed = this.field?.value ?? "";
    return keyboard({
      layer: this.layer,
      language: state.language,
      candidates: hits?.type === "found" ? candidatesOf(hits.hits, typed) : [],
      key: (key) => this.write((text, from, to) => [text.slice(0, from) + key + text.slice(to), from + key.length]),
      backspace: () =>
        this.write((text, from, to) => {
          const start = from === to ? Math.max(0, from - 1) : from;
          return [text.slice(0, start) + text.slice(to), start];
        }),
      replace: (word) => this.write(() => [word, word.length]),
      show: (layer) => {
        this.layer = layer;
        this.show();
      },
      hide: () => this.field?.blur(),
    });
  }
}

/** The service worker, if there is one. */
function tellKeeper(message: { type: "USABLE" } | { type: "PROVED"; release: string }): void {
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message));
}

/** Where storage is denied, nothing was kept. */
function forgetKept(): void {
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(KEPT))) localStorage.removeItem(key);
  } catch {
    // Denied.
  }
}

/** Type, targets and what the map writes are as large as the screen asks for, and keep their measure among themselves. */
function enlarge(): void {
  const px = Math.min(TYPE_PX.most, Math.max(TYPE_PX.page, TYPE_SHARE * Math.max(innerWidth, innerHeight)));
  document.documentElement.style.setProperty("--scale", String(px / TYPE_PX.page));
}

function stillThere(secondsLeft: number, { language }: State): TemplateResult {
  const words = WORDS[language];
  // Any touch is an answer: the button says so.
  return html`<div class="still-there" role="alertdialog" aria-labelledby="still-there">
    <div>
      <h2 id="still-there">${words.stillThere}</h2>
      <p role="timer">${words.forgets(secondsLeft)}</p>
      <button class="primary" type="button">${words.goOn}</button>
    </div>
  </div>`;
}

function takenAlong(
  taken: { link: string; code: Code | undefined } | undefined,
  { language }: State,
): TemplateResult | typeof nothing {
  if (!taken?.code) return nothing;
  const words = WORDS[language];
  return html`<figure class="take-along">
    ${codePicture(taken.code, words.code)}
    <figcaption>${words.takeAlong}<small>${new URL(taken.link).host}</small></figcaption>
  </figure>`;
}

function unknown({ address, language, venue }: State): TemplateResult {
  const words = WORDS[language];
  const ids = venue.status === "open" ? venue.summary.kiosks.map(({ id }) => id) : [];
  return html`<div class="still-there" role="alert">
    <div>
      <h2>${words.unknown(address.kiosk ?? "")}</h2>
      <p>${words.unknownNext(ids)}</p>
    </div>
  </div>`;
}
