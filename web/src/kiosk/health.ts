// How the screen does, for who looks after it: a page of its own behind a long press on a corner and a code. Of people it knows numbers only.

import { type TemplateResult, html, nothing } from "lit";
import type { State } from "../state.ts";
import type { Language } from "../strings/languages.ts";
import { type Mend, tally } from "./mending.ts";
import { WORDS } from "./words.ts";

export interface Health {
  readonly kiosk: string;
  readonly version: string;
  readonly at: string;
  readonly up_s: number;
  /** By fault and step. */
  readonly mends_today: Record<string, number>;
  readonly mends: Record<string, number>;
  readonly visits: number;
  readonly searches: number;
  readonly ways: number;
  readonly shows: "2d" | "3d";
  readonly frame_ms: { readonly median: number; readonly slow: number } | undefined;
  readonly heap_mb: { readonly used: number; readonly limit: number } | undefined;
  readonly storage_mb: { readonly used: number; readonly quota: number } | undefined;
  readonly kept: State["keeping"];
  readonly online: boolean;
  /** As of when closures and announcements are. */
  readonly live_at: string | undefined;
}

const MB = 2 ** 20;
const FRAMES = 60;

/** What people asked, as numbers. */
export class Counts {
  visits = 0;
  searches = 0;
  ways = 0;
  private seen: State["answers"] = {};

  attend({ answers }: State): void {
    if (answers.hits && answers.hits !== this.seen.hits) this.searches += 1;
    if (answers.route && answers.route !== this.seen.route) this.ways += 1;
    this.seen = answers;
  }
}

export async function measure(state: State, counts: Counts, mends: readonly Mend[]): Promise<Health> {
  const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number; jsHeapSizeLimit: number } };
  const estimate = await navigator.storage?.estimate().catch(() => undefined);
  const now = new Date();
  const mb = (bytes: number | undefined) => Math.round((bytes ?? 0) / MB);
  return {
    kiosk: state.address.kiosk ?? "",
    version: __BUILD__,
    at: now.toISOString(),
    up_s: Math.round(performance.now() / 1000),
    mends_today: tally(mends, new Date(now).setHours(0, 0, 0, 0)),
    mends: tally(mends),
    visits: counts.visits,
    searches: counts.searches,
    ways: counts.ways,
    shows: state.showing === "stage" ? "3d" : "2d",
    frame_ms: document.hidden ? undefined : await frameTimes(),
    heap_mb: memory && { used: mb(memory.usedJSHeapSize), limit: mb(memory.jsHeapSizeLimit) },
    storage_mb: estimate && { used: mb(estimate.usage), quota: mb(estimate.quota) },
    kept: state.keeping,
    online: state.online,
    live_at: state.live && new Date(state.live.at).toISOString(),
  };
}

/** Of a second's frames the middle one, and the one that nineteen in twenty are faster than. */
async function frameTimes(): Promise<{ median: number; slow: number }> {
  const times: number[] = [];
  let last = await new Promise(requestAnimationFrame);
  while (times.length < FRAMES) {
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(share * FRAMES)] ?? 0) * 10) / 10;
  return { median: at(0.5), slow: at(0.95) };
}

const PRESS_MS = 3000;
const CORNER_PX = 96;
const MOST_WRONG = 3;
const WAIT_MS = 60_000;

/** The upper left corner, held. */
export function onLongPress(act: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const inCorner = ({ clientX, clientY }: PointerEvent) => clientX < CORNER_PX && clientY < CORNER_PX;
  const end = () => clearTimeout(timer);
  addEventListener(
    "pointerdown",
    (event) => {
      end();
      if (event.isPrimary && inCorner(event)) timer = setTimeout(act, PRESS_MS);
    },
    { capture: true },
  );
  addEventListener("pointermove", (event) => inCorner(event) || end(), { capture: true });
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, end, { capture: true });
}

/** Asks for the code, then shows how the screen does. Guessing is slow. */
export class HealthPanel {
  private shown: "nothing" | "code" | Health = "nothing";
  private typed = "";
  private wrong = 0;
  private closedUntil = -Infinity;

  constructor(
    private readonly measured: () => Promise<Health>,
    private readonly changed: () => void,
  ) {}

  get isOpen(): boolean {
    return this.shown !== "nothing";
  }

  open(): void {
    if (performance.now() < this.closedUntil) return;
    [this.shown, this.typed] = ["code", ""];
    this.changed();
  }

  close(): void {
    if (!this.isOpen) return;
    this.shown = "nothing";
    this.changed();
  }

  show(code: string, language: Language): TemplateResult | typeof nothing {
    if (this.shown === "nothing") return nothing;
    const words = WORDS[language];
    return html`<div class="health" role="dialog" aria-label=${words.health}>
      <div>
        ${this.shown === "code" ? this.pad(code, words.healthCode) : report(this.shown)}
        <button type="button" @click=${() => this.close()}>${words.close}</button>
      </div>
    </div>`;
  }

  private pad(code: string, label: string): TemplateResult {
    return html`<p role="status">${label} ${"•".repeat(this.typed.length)}</p>
      <div class="code-keys">
        ${[..."1234567890"].map(
          (digit) => html`<button type="button" @click=${() => void this.type(digit, code)}>${digit}</button>`,
        )}
      </div>`;
  }

  private async type(digit: string, code: string): Promise<void> {
    this.typed += digit;
    if (this.typed.length >= code.length) {
      const right = this.typed === code;
      this.typed = "";
      this.wrong = right ? 0 : this.wrong + 1;
      if (right) this.shown = await this.measured();
      if (this.wrong >= MOST_WRONG) {
        [this.shown, this.wrong, this.closedUntil] = ["nothing", 0, performance.now() + WAIT_MS];
      }
    }
    this.changed();
  }
}

function report(health: Health): TemplateResult {
  const value = (each: unknown) =>
    each !== null && typeof each === "object"
      ? Object.entries(each)
          .map(([name, inner]) => `${name} ${String(inner)}`)
          .join(", ") || "0"
      : String(each ?? "–");
  return html`<dl lang="en">
    ${Object.entries(health).map(
      ([name, each]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value(each)}</dd>
        </div>`,
    )}
  </dl>`;
}
