// When the stage starts, when it takes the plan's place, and what becomes of its events.

import type { LevelId } from "./bindings/LevelId.ts";
import type { ModelFile } from "./bindings/ModelFile.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import type { StageEvent } from "./bindings/StageEvent.ts";
import type { VenueSummary } from "./bindings/VenueSummary.ts";
import { StageClient, type StageListener } from "./stage/client.ts";
import type { ModelFault } from "./state.ts";
import type { Store } from "./store.ts";
import { stringsOf } from "./strings/index.ts";
import type { Camera } from "./url.ts";

export interface StageHost {
  /** `peek`: the camera is to stay. */
  chosen(place: PlaceId | undefined, peek: boolean): void;
  /** A walker came to that level. */
  entered(level: LevelId): void;
  lookedAt(camera: Camera): void;
  toast(text: string): void;
}

/** About what the program weighs unpacked: the server tells only its packed size. */
const PROGRAM_BYTES = 1_400_000;
/** Someone who moved the plan so lately is using it. */
const BUSY_MS = 5000;

export class StageKeeper implements StageListener {
  private client: StageClient | undefined;
  private folder = "";
  private touchedAt = -Infinity;
  /** It was shown when it failed, so it is shown again when it is back. */
  private comeBack = false;
  private resting = false;

  constructor(
    private readonly store: Store,
    private readonly host: StageHost,
  ) {}

  attach(client: StageClient): void {
    this.client = client;
  }

  /** Its program may come while the guide opens the venue; over a slow link it would only keep the guide waiting. */
  prepare(): void {
    if (this.isWanted() && !isSlowLink()) this.client?.prepare();
  }

  /** The guide is usable: the stage may show the venue, if it is wanted. */
  venueOpened(folder: string): void {
    this.folder = folder;
    const { stage, address } = this.store.state;
    if (stage.status !== "off") return;
    if (!StageClient.supported) return this.store.set({ stage: { status: "unsupported" } });
    if (this.isWanted()) this.start();
    else if (address.view !== "2d") this.store.set({ stage: { status: "offered" } });
  }

  private isWanted(): boolean {
    const { view, design } = this.store.state.address;
    // Who designs a stand has one of their own over it.
    return StageClient.supported && !design && view !== "2d" && (view === "3d" || !savesData());
  }

  /** The person wants to see it. */
  want(): void {
    switch (this.store.state.stage.status) {
      case "ready":
        return this.store.set({ showing: "stage" });
      case "off":
      case "offered":
      case "bare":
      case "gave_up":
        return this.start();
    }
  }

  /** Though it says that all is well, it shows nothing. */
  rebuild(): void {
    this.failed("nothing is seen", false);
    this.client?.prepare();
  }

  /** As long as the page is open, there is only the plan. */
  rest(): void {
    this.resting = true;
    this.client?.stop();
    this.store.set({ stage: { status: "off" }, showing: "plan" });
  }

  touched(): void {
    this.touchedAt = performance.now();
  }

  private start(): void {
    const { venue, address } = this.store.state;
    if (venue.status !== "open" || this.resting) return;
    this.store.set({ stage: { status: "loading", fraction: 0 }, modelFaults: [] });
    this.client?.start(this.folder, inOrder(venue.summary, address.hall));
  }

  progress(loadedBytes: number): void {
    const { venue, stage } = this.store.state;
    if (venue.status !== "open" || stage.status !== "loading") return;
    const models = venue.summary.models.reduce((sum, { bytes, far }) => sum + (far?.bytes ?? bytes), 0);
    this.store.set({ stage: { status: "loading", fraction: Math.min(1, loadedBytes / (models + PROGRAM_BYTES)) } });
  }

  firstFrame(): void {
    const { address, language } = this.store.state;
    this.store.set({ stage: { status: "ready" } });
    if (address.view === "2d") return;
    const busy = performance.now() - this.touchedAt < BUSY_MS;
    if (address.view === "3d" || this.comeBack || !busy) this.store.set({ showing: "stage" });
    else this.host.toast(stringsOf(language).ready3d);
    this.comeBack = false;
  }

  unsupported(): void {
    this.store.set({ stage: { status: "unsupported" }, showing: "plan" });
  }

  failed(_message: string, gaveUp: boolean): void {
    // Nobody waits for it yet, and it is started again.
    if (this.store.state.stage.status === "off" && !gaveUp) return;
    this.comeBack ||= this.store.state.showing === "stage";
    this.store.set({ stage: { status: gaveUp ? "gave_up" : "restarting" }, showing: "plan", hovering: false });
  }

  modelFailed(file: string, message: string): void {
    this.addFault({ file, fault: { kind: "broken", message } });
  }

  retryModel(file: string): void {
    this.dismissFault(file);
    this.client?.loadAgain(file);
  }

  dismissFault(file: string): void {
    this.store.set({ modelFaults: this.store.state.modelFaults.filter((fault) => fault.file !== file) });
  }

  event(event: StageEvent): void {
    const { camera } = this.store.state;
    switch (event.type) {
      case "model_refused":
        return this.modelFailed(event.file, event.message);
      case "unknown_booths":
        console.warn(`${event.file} has booths that the venue does not know: ${event.booths.join(", ")}`);
        return this.addFault({ file: event.file, fault: { kind: "unknown_booths", count: event.booths.length } });
      case "picked":
        return this.host.chosen(event.place ?? undefined, event.peek);
      case "hovered":
        return this.store.set({ hovering: event.place !== null });
      case "camera_rested":
        this.store.set({ camera: { ...camera, mode: event.mode, pose: event.pose } });
        // An escalator carries for longer than one is busy.
        if (event.mode === "walk" || performance.now() - this.touchedAt < BUSY_MS) {
          this.host.lookedAt({ kind: "pose", pose: event.pose });
        }
        return;
      case "mode_changed":
        return this.store.set({
          camera: { ...camera, mode: event.mode, unit: event.mode === "fly" ? undefined : camera.unit },
        });
      case "camera_moved":
        return this.store.set({ camera: { ...camera, pose: event.pose } });
      case "entered":
        this.store.set({ camera: { ...camera, unit: event.unit ?? undefined } });
        return this.host.entered(event.level);
      case "follow_ended":
        this.store.set({ camera: { ...camera, mode: "walk" } });
        if (event.arrived) this.host.toast(stringsOf(this.store.state.language).arrived);
        return;
      case "not_understood":
        return console.warn(`The stage did not understand: ${event.message}`);
    }
  }

  private addFault(fault: ModelFault): void {
    const { venue } = this.store.state;
    // Where a model for what is seen from afar fails, the stage takes the whole one.
    if (venue.status !== "open" || !venue.summary.models.some(({ file }) => file === fault.file)) return;
    const others = this.store.state.modelFaults.filter(({ file }) => file !== fault.file);
    const faults = [...others, fault];
    if (this.isBare(faults)) {
      // It would wait for its first picture for ever.
      this.client?.stop();
      this.store.set({ stage: { status: "bare" }, modelFaults: [] });
    } else {
      this.store.set({ modelFaults: faults });
    }
  }

  /** Whether there is nothing to show, because no model can be shown. */
  private isBare(faults: readonly ModelFault[]): boolean {
    const { venue, stage } = this.store.state;
    if (venue.status !== "open" || stage.status !== "loading") return false;
    return faults.filter(({ fault }) => fault.kind === "broken").length === venue.summary.models.length;
  }
}

/** The models, those of the hall that is chosen first. */
function inOrder({ models }: VenueSummary, hall: string | undefined): ModelFile[] {
  const shows = (units: readonly string[]) => (hall !== undefined && units.includes(hall) ? 0 : 1);
  return models.toSorted((a, b) => shows(a.units) - shows(b.units));
}

/** Bytes a millisecond: four megabits a second. */
const SLOW_LINK = 500;

/** By how fast the page's own script came; not if it was on the device already. */
function isSlowLink(): boolean {
  const entries = performance.getEntriesByName(import.meta.url) as PerformanceResourceTiming[];
  return entries.some(
    ({ transferSize, responseStart, responseEnd }) =>
      transferSize > 0 && transferSize < (responseEnd - responseStart) * SLOW_LINK,
  );
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
