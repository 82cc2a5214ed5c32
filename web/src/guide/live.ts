// Looks every so often what is closed or crowded now.

export interface LiveBytes {
  bytes: Uint8Array;
  /** When the host gave it, in milliseconds since 1970: a copy on the device is as old as it is. */
  at: number;
}

const EVERY_MS = 60_000;
/** An answer that takes longer is as good as none. */
const PATIENCE_MS = EVERY_MS / 2;
/** When nothing comes, one asks less and less often, down to this. */
const SELDOM_MS = 8 * EVERY_MS;
/** Not all of a fair's phones at once. */
const JITTER = 0.2;

/** Until `take` says that nobody wants it any more. What does not come now may come next time: what held before still does. */
export async function watchLive(url: string, take: (live: LiveBytes) => boolean): Promise<void> {
  let newest = -Infinity;
  let pause = EVERY_MS;
  for (;;) {
    const live = await fetchLive(url);
    pause = live ? EVERY_MS : Math.min(2 * pause, SELDOM_MS);
    // Of two on the way, the older may come last.
    if (live && live.at >= newest && !take(live)) return;
    newest = Math.max(newest, live?.at ?? newest);
    await online(pause * (1 + JITTER * (2 * Math.random() - 1)));
  }
}

async function fetchLive(url: string): Promise<LiveBytes | undefined> {
  try {
    const response = await fetch(url, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, at: Date.parse(response.headers.get("Date") ?? "") || Date.now() };
  } catch {
    return undefined;
  }
}

/** After a pause, or as soon as there is a network again. */
function online(pauseMs: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      self.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, pauseMs);
    self.addEventListener("online", go);
  });
}
