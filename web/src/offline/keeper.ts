// Has the site kept on the device, and knows whether it is, and whether there is something newer.

import type { ModelFile } from "../bindings/ModelFile.ts";
import { type State, summaryOf } from "../state.ts";
import type { Store } from "../store.ts";
import { STAGE_FILES } from "./stage-files.ts";

/** `refused`: there is no room, or it is not allowed. `unsupported`: not by this browser, or not on this address. */
export type Keeping = "waiting" | "keeping" | "kept" | "refused" | "unsupported";

/** Of larger fairs only what is seen from afar is kept ahead, and what was looked at. */
const MODELS_BYTES = 20_000_000;
const LOOK_FOR_NEWER_MS = 3_600_000;
/** How long the venue's file may take to be written, and how often it is looked for. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 200;

/** A page that is not served safely has none. */
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;

export class OfflineKeeper {
  private registration: ServiceWorkerRegistration | undefined;
  private folder: string | undefined;
  private begun = false;
  private keptStage = false;
  /** What came newer than its copy, which the page had by then. */
  private readonly renewed = new Set<string>();

  constructor(private readonly store: Store) {
    const noticed = () => store.set({ online: navigator.onLine });
    addEventListener("online", noticed);
    addEventListener("offline", noticed);
    workers?.addEventListener("message", ({ data }: MessageEvent<{ payload?: { updatedURL?: string } }>) => {
      this.renewed.add(data.payload?.updatedURL ?? "");
      this.lookAtVenue();
    });
  }

  /** After a venue was opened. */
  venueOpened(folder: string): void {
    this.folder = folder;
    this.lookAtVenue();
    if (this.begun) void this.keepVenue();
    this.attend(this.store.state);
  }

  /** What is kept comes after what is seen: not while the stage loads. Those who have seen that one see it again. */
  attend({ stage, keeping }: State): void {
    if (!this.folder || stage.status === "loading") return;
    if (!this.begun) {
      this.begun = true;
      void this.begin();
    } else if (stage.status === "ready" && keeping === "kept" && !this.keptStage) {
      this.keptStage = true;
      void this.keepVenue();
    }
  }

  private async begin(): Promise<void> {
    if (!workers) return this.store.set({ keeping: "unsupported" });
    this.store.set({ keeping: "keeping" });
    try {
      this.registration = await workers.register("sw.js", { updateViaCache: "none" });
      this.lookForNewer(this.registration);
      await this.keepVenue();
    } catch (error) {
      console.warn(`not kept for use without a network: ${String(error)}`);
      this.store.set({ keeping: "refused" });
    }
  }

  /** Reloads the page, in the newest release that can be had. */
  async reload(): Promise<void> {
    const { registration } = this;
    await registration?.update().catch(() => undefined);
    const next = registration?.installing ?? registration?.waiting;
    if (!next || !(await comesTo("installed", next))) return location.reload();
    next.postMessage({ type: "SKIP_WAITING" });
    await comesTo("activated", next);
    location.reload();
  }

  private lookForNewer(registration: ServiceWorkerRegistration): void {
    const newer = () => this.store.set({ newer: true });
    const look = () => {
      if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
    };
    if (registration.waiting) newer();
    registration.addEventListener("updatefound", async () => {
      const { active, installing } = registration;
      // The first one is what this page came from.
      if (active && installing && (await comesTo("installed", installing))) newer();
    });
    workers?.addEventListener("controllerchange", newer);
    setInterval(look, LOOK_FOR_NEWER_MS);
    document.addEventListener("visibilitychange", look);
  }

  private lookAtVenue(): void {
    if (this.folder && this.renewed.has(`${this.folder}venue.json`)) this.store.set({ newer: true });
  }

  private async keepVenue(): Promise<void> {
    const { registration, folder } = this;
    const worker = registration?.active ?? registration?.installing;
    const summary = summaryOf(this.store.state);
    if (!worker || !summary || !folder) return;
    const whole = await comesTo("activated", worker);
    const seen = this.store.state.stage.status === "ready";
    const files = [
      new URL("../index.json", folder).href,
      `${folder}venue.json`,
      `${folder}live.json`,
      ...(seen ? STAGE_FILES.map((file) => new URL(`${file}?v=${__BUILD__}`, document.baseURI).href) : []),
      ...(seen ? modelsToKeep(summary.models).map(({ file }) => folder + file) : []),
    ];
    // Most of them are in the browser's own cache by now.
    if (whole) worker.postMessage({ type: "CACHE_URLS", payload: { urlsToCache: await notKept(files) } });
    const kept = whole && (await isKept(`${folder}venue.json`, PATIENCE_MS));
    this.store.set({ keeping: kept ? "kept" : "refused" });
  }
}

function modelsToKeep(models: readonly ModelFile[]): readonly ModelFile[] {
  const bytes = models.reduce((sum, model) => sum + model.bytes, 0);
  return bytes <= MODELS_BYTES ? models : models.flatMap(({ far }) => far ?? []);
}

/** Whether a service worker comes that far, once it is known. */
function comesTo(state: "installed" | "activated", worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === state || worker.state === "activated") resolve(true);
      else if (worker.state === "redundant") resolve(false);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

async function notKept(urls: readonly string[]): Promise<string[]> {
  const kept = await Promise.all(urls.map((url) => caches.match(url)));
  return urls.filter((_, index) => !kept[index]);
}

async function isKept(url: string, patienceMs: number): Promise<boolean> {
  for (const end = performance.now() + patienceMs; performance.now() < end;) {
    if (await caches.match(url)) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return false;
}
