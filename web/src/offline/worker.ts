// The service worker: keeps the site on the device, so that it opens without a network. A release is kept whole or not at
// all, and pages of one release never get files of another.

import { BroadcastUpdatePlugin } from "workbox-broadcast-update";
import { setCacheNameDetails } from "workbox-core";
import type { WorkboxPlugin } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import {
  type PrecacheEntry,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  matchPrecache,
  precacheAndRoute,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from "workbox-strategies";
import { SAFE_CACHE, SAFE_PAGE } from "./safe-page.ts";
import { STAGE_FILES } from "./stage-files.ts";
import { begin, kept, prove } from "./trial.ts";

declare const self: ServiceWorkerGlobalScope & {
  /** The files of this release; written in by scripts/offline.mjs. */
  __WB_MANIFEST: PrecacheEntry[];
};

const STAGE_CACHE = "fairway-stage";
/** So long the network is waited for before a copy is taken. */
const LIVE_PATIENCE_S = 5;
/** So long a release that is on trial may take until its page is usable. */
const TRIAL_PATIENCE_MS = 60_000;
// Their types are not made for optional properties that are exact.
const fewModels = new ExpirationPlugin({ maxEntries: 500, purgeOnQuotaError: true }) as WorkboxPlugin;
const tellOfNewer = new BroadcastUpdatePlugin() as WorkboxPlugin;

/** What the page of a release names by what is in it. */
const HASHED = /-[0-9a-f]{8,16}\.(css|js|svg)$/;

const { pathname: home } = new URL(self.registration.scope);

setCacheNameDetails({ prefix: "fairway" });
cleanupOutdatedCaches();
// Only this name is replaced by the list, and only once.
const release = self.__WB_MANIFEST;
precacheAndRoute(release);

const ownPage = createHandlerBoundToURL("./");
/** Tells that a kiosk's page is usable. */
let usable: () => void = () => undefined;

registerRoute(
  ({ request, url }) => request.mode === "navigate" && [home, `${home}index.html`].includes(url.pathname),
  async (options) => {
    if (!options.url.searchParams.has("kiosk")) return ownPage(options);
    const begins = await begin(__BUILD__);
    if (begins === "trial") (options.event as ExtendableEvent).waitUntil(watchTrial());
    return (begins === "kept" ? await kept(self.registration.scope) : undefined) ?? ownPage(options);
  },
);
registerRoute(
  ({ url }) => url.pathname === home + SAFE_PAGE,
  async ({ request }) => (await caches.match(request.url, { cacheName: SAFE_CACHE })) ?? fetch(request),
);

/** A page that does not come to life begins again, until another release does. */
async function watchTrial(): Promise<void> {
  const lives = new Promise<boolean>((resolve) => {
    usable = () => resolve(true);
  });
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), TRIAL_PATIENCE_MS));
  if (await Promise.race([lives, late])) return;
  const pages = await self.clients.matchAll({ type: "window" });
  for (const page of pages) if (new URL(page.url).searchParams.has("kiosk")) await page.navigate(page.url);
}

/** A host that has published another release answers with that one's file. */
const ownRelease: WorkboxPlugin = {
  async requestWillFetch({ request }) {
    if (new URL(request.url).searchParams.get("v") !== __BUILD__) throw new Error(`${request.url}: another release`);
    return request;
  },
};

/** The answer of a hotel's log-in page is no venue. */
const onlyJson: WorkboxPlugin = {
  async fetchDidSucceed({ response }) {
    if (response.ok && !response.headers.get("Content-Type")?.includes("json")) throw new Error("not the venue's");
    return response;
  },
};

const versioned = new CacheFirst({ cacheName: STAGE_CACHE, plugins: [ownRelease] });
registerRoute(
  ({ url }) => url.searchParams.has("v"),
  async (options) => (await kept(options.url.href)) ?? versioned.handle(options),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && HASHED.test(url.pathname),
  async ({ request }) => (await kept(request.url)) ?? fetch(request),
);
registerRoute(
  ({ url }) => url.pathname.endsWith(".glb"),
  new CacheFirst({ cacheName: "fairway-models", plugins: [fewModels] }),
);
registerRoute(
  ({ url }) => url.pathname.endsWith("/live.json"),
  new NetworkFirst({ cacheName: "fairway-live", networkTimeoutSeconds: LIVE_PATIENCE_S, plugins: [onlyJson] }),
);
registerRoute(
  ({ url }) => url.pathname.startsWith(`${home}venues/`) && url.pathname.endsWith(".json"),
  new StaleWhileRevalidate({ cacheName: "fairway-venues", plugins: [onlyJson, tellOfNewer] }),
);

/** Who has the stage gets that of this release with it. */
async function takeStageAlong(): Promise<void> {
  const stage = await caches.open(STAGE_CACHE);
  const had = await stage.keys();
  if (had.length > 0) await stage.addAll(STAGE_FILES.map((file) => `${file}?v=${__BUILD__}`));
}

async function dropOldStage(): Promise<void> {
  const stage = await caches.open(STAGE_CACHE);
  for (const request of await stage.keys()) {
    if (new URL(request.url).searchParams.get("v") !== __BUILD__) await stage.delete(request);
  }
}

/** All that a kiosk needs of this release. */
async function keepAsGood(): Promise<void> {
  const files = new Map<string, Response>();
  for (const { url } of release.map((entry) => (typeof entry === "string" ? { url: entry } : entry))) {
    const file = await matchPrecache(url);
    if (!file) return;
    files.set(new URL(url, self.registration.scope).href, file);
  }
  const stage = await caches.open(STAGE_CACHE);
  for (const request of await stage.keys()) {
    const file = await stage.match(request);
    if (file) files.set(request.url, file);
  }
  await prove(__BUILD__, files);
}

self.addEventListener("install", (event) => event.waitUntil(takeStageAlong()));
self.addEventListener("activate", (event) => event.waitUntil(dropOldStage()));
self.addEventListener("message", (event) => {
  const { type, release: told } = (event.data ?? {}) as { type?: unknown; release?: unknown };
  if (type === "SKIP_WAITING") void self.skipWaiting();
  if (type === "USABLE") usable();
  if (type === "PROVED" && told === __BUILD__) event.waitUntil(keepAsGood());
});
