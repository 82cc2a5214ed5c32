// Takes what is kept for use without a network off a device. A host that publishes this as sw.js is done with offline use.
const PREFIX = "fairway-";

async function takeOff() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOff()));
