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
  precacheAndRoute,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from "workbox-strategies";
import { STAGE_FILES } from "./stage-files.ts";

declare const self: ServiceWorkerGlobalScope & {
  /** The files of this release; written in by scripts/offline.mjs. */
  __WB_MANIFEST: PrecacheEntry[];
};

const STAGE_CACHE = "fairway-stage";
/** So long the network is waited for before a copy is taken. */
const LIVE_PATIENCE_S = 5;
// Their types are not made for optional properties that are exact.
const fewModels = new ExpirationPlugin({ maxEntries: 500, purgeOnQuotaError: true }) as WorkboxPlugin;
const tellOfNewer = new BroadcastUpdatePlugin() as WorkboxPlugin;

const { pathname: home } = new URL(self.registration.scope);

setCacheNameDetails({ prefix: "fairway" });
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

registerRoute(
  ({ request, url }) => request.mode === "navigate" && [home, `${home}index.html`].includes(url.pathname),
  createHandlerBoundToURL("./"),
);

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

registerRoute(
  ({ url }) => url.searchParams.has("v"),
  new CacheFirst({ cacheName: STAGE_CACHE, plugins: [ownRelease] }),
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

self.addEventListener("install", (event) => event.waitUntil(takeStageAlong()));
self.addEventListener("activate", (event) => event.waitUntil(dropOldStage()));
self.addEventListener("message", ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});
