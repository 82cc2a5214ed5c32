// A kiosk's new release is on trial until its page has run well for a while. Until then the last good one is kept beside it, and comes
// back if the new one does not get so far. Only kiosks ask for this, so that nobody else keeps two releases.

const CACHE = "fairway-good";
const RECORD = "trial.json";
/** A release that was begun so often without being proved is dropped. */
const MOST_BEGUN = 2;

interface Trial {
  /** The release that is kept. */
  readonly good?: string;
  /** The release that was begun last, and how often. */
  readonly tried?: string;
  readonly begun?: number;
}

const read = async (cache: Cache): Promise<Trial> =>
  (await (await cache.match(RECORD))?.json().catch(() => undefined)) ?? {};
const write = (cache: Cache, trial: Trial) => cache.put(RECORD, new Response(JSON.stringify(trial)));

/** A kiosk begins: whether it does so with this release, or with the one that is kept; on trial, it is to be watched. */
export async function begin(release: string): Promise<"proved" | "trial" | "kept"> {
  if (!(await caches.has(CACHE))) return "proved";
  const cache = await caches.open(CACHE);
  const { good, tried, begun = 0 } = await read(cache);
  if (!good || good === release) return "proved";
  const before = tried === release ? begun : 0;
  if (before >= MOST_BEGUN) return "kept";
  await write(cache, { good, tried: release, begun: before + 1 });
  return "trial";
}

/** It has run well: from now on this is the release that is gone back to. */
export async function prove(release: string, files: ReadonlyMap<string, Response>): Promise<void> {
  const cache = await caches.open(CACHE);
  if ((await read(cache)).good === release) return;
  await caches.delete(CACHE);
  const next = await caches.open(CACHE);
  await Promise.all([...files].map(([url, response]) => next.put(url, response)));
  // Last, so that a release of which a part is missing is none.
  await write(next, { good: release });
}

/** A file of the release that is kept. */
export async function kept(url: string): Promise<Response | undefined> {
  return (await caches.has(CACHE)) ? caches.match(url, { cacheName: CACHE }) : undefined;
}
