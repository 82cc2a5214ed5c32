// Watches over the screen: sees what the supervisors cannot mend and what nobody else sees, and has it mended.

import type { StageKeeper } from "../stage-keeper.ts";
import type { State } from "../state.ts";
import type { Store } from "../store.ts";
import { MendLog } from "./mend-log.ts";
import { type Fault, type Step, nextStep, planUntil, safeMs } from "./mending.ts";

export interface Watched {
  readonly store: Store;
  readonly stage: StageKeeper;
  isIdle(): boolean;
  retryVenue(): void;
  showSafePage(waitMs: number): Promise<void>;
}

const LOOK_MS = 4000;
/** Seen so often without anything else between, a picture of one colour is none. */
const BLANK_LOOKS = 2;
/** What did not arrive is asked for again. */
const RETRY_MS = 30_000;
/** So is a venue of which nothing came for so long, though nobody says that it failed. */
const STUCK_MS = 75_000;
/** A page that stands still for longer, or fails, so often within that time begins anew. */
const STALL_MS = 5000;
const MOST_TROUBLES = { stall: 3, error: 5 };
const TROUBLES_MS = 10 * 60_000;
/** Of what the browser gives a page; looked at while nobody is there. */
const FULL = 0.8;
/** A picture of the picture: enough to see whether it has more than one colour. */
const LOOK_PX = 16;

export class Watch {
  readonly log = new MendLog(Date.now());
  private readonly small = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  private readonly planUntil = planUntil(this.log.entries, Date.now());
  private seen: Pick<State, "guide" | "stage"> = { guide: "running", stage: { status: "off" } };
  private venue: State["venue"] | undefined;
  private venueAt = performance.now();
  private blankLooks = 0;
  private retriedAt = performance.now();
  private troubles: { readonly kind: keyof typeof MOST_TROUBLES; readonly at: number }[] = [];
  private leaving = false;
  private readonly mendedBefore = this.log.entries.length;

  constructor(private readonly watched: Watched) {
    if (this.planUntil) this.rest();
    setInterval(() => this.look(), LOOK_MS);
    addEventListener("error", ({ error }) => error && this.trouble("error"));
    addEventListener("unhandledrejection", () => this.trouble("error"));
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > STALL_MS) this.trouble("stall");
    }).observe({ type: "longtask" });
  }

  /** Since the page began. */
  get isUnmended(): boolean {
    return this.log.entries.length === this.mendedBefore;
  }

  /** What the supervisors say. */
  attend({ guide, stage, venue }: State): void {
    const { seen } = this;
    this.seen = { guide, stage };
    if (venue !== this.venue) [this.venue, this.venueAt] = [venue, performance.now()];
    if (guide !== seen.guide && guide !== "running") this.failed("guide", guide === "down");
    if (stage.status !== seen.stage.status) {
      if (stage.status === "restarting" || stage.status === "gave_up") this.failed("stage", stage.status === "gave_up");
    }
  }

  private failed(fault: Fault, gaveUp: boolean): void {
    if (gaveUp) this.mend(fault);
    else this.log.add({ fault, step: "restart", at: Date.now() });
  }

  private look(): void {
    const { venue, stage } = this.watched.store.state;
    const now = performance.now();
    const isStuck = venue.status === "loading" && now - this.venueAt > STUCK_MS;
    if ((venue.status === "failed" || isStuck || stage.status === "bare") && now - this.retriedAt > RETRY_MS) {
      this.retriedAt = now;
      if (stage.status === "bare") this.watched.stage.want();
      else this.watched.retryVenue();
    }
    this.blankLooks = this.isBlank() ? this.blankLooks + 1 : 0;
    if (this.blankLooks >= BLANK_LOOKS) {
      this.blankLooks = 0;
      this.mend("blank");
    }
    if (!this.watched.isIdle()) return;
    if (isFull()) this.mend("memory");
    if (this.planUntil && Date.now() > this.planUntil && !this.leaving) void this.reload();
  }

  /** Who walks may stand before a wall. */
  private isBlank(): boolean {
    const { stage, showing, camera } = this.watched.store.state;
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.stage");
    if (stage.status !== "ready" || showing !== "stage" || camera.mode !== "fly" || document.hidden) return false;
    if (!canvas || !this.small) return false;
    this.small.clearRect(0, 0, LOOK_PX, LOOK_PX);
    this.small.drawImage(canvas, 0, 0, LOOK_PX, LOOK_PX);
    const texels = new Uint32Array(this.small.getImageData(0, 0, LOOK_PX, LOOK_PX).data.buffer);
    return texels.every((texel) => texel === texels[0]);
  }

  private trouble(kind: keyof typeof MOST_TROUBLES): void {
    const at = performance.now();
    this.troubles = [...this.troubles.filter((trouble) => at - trouble.at < TROUBLES_MS), { kind, at }];
    if (this.troubles.filter((trouble) => trouble.kind === kind).length < MOST_TROUBLES[kind]) return;
    this.troubles = [];
    this.mend("page");
  }

  private mend(fault: Fault): void {
    if (this.leaving) return;
    const now = Date.now();
    const step = nextStep(this.log.entries, fault, now);
    const waitMs = safeMs(this.log.entries, now);
    this.log.add({ fault, step, at: now });
    console.warn(`${fault}: ${step}`);
    this.take(step, waitMs);
  }

  private take(step: Step, waitMs: number): void {
    switch (step) {
      case "restart":
        return;
      case "rebuild":
        return this.watched.stage.rebuild();
      // Begun anew, it sees that the hour of the plan has begun.
      case "plan":
      case "reload":
        return void this.reload();
      case "safe":
        this.leaving = true;
        void this.watched.showSafePage(waitMs);
    }
  }

  /** Never into a browser's page that says that there is no network. */
  private async reload(): Promise<void> {
    this.leaving = true;
    while (!(await canComeBack())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    location.reload();
  }

  private rest(): void {
    document.documentElement.classList.add("plan-only");
    this.watched.stage.rest();
  }
}

async function canComeBack(): Promise<boolean> {
  if (navigator.serviceWorker?.controller) return true;
  return fetch(location.href, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function isFull(): boolean {
  const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number; jsHeapSizeLimit: number } };
  return memory !== undefined && memory.usedJSHeapSize > FULL * memory.jsHeapSizeLimit;
}
