// Asks the guide's program as its worker does, JSON in and JSON out. Runs in Node and in a browser alike.

/**
 * @typedef {{ open(bytes: Uint8Array): string, set_live(bytes: Uint8Array): string, handle(command: string): string }} Guide
 */

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/**
 * Milliseconds of each task.
 * @param {Guide} guide a fresh one
 * @param {Uint8Array} venue
 * @param {{ requests: [string, string][], aisles: string[] }} asked
 */
export function measure(guide, venue, { requests, aisles }) {
  /** @param {() => string} ask */
  const timed = (ask) => {
    const begun = performance.now();
    const event = JSON.parse(ask());
    return { ms: performance.now() - begun, event };
  };
  /** @param {object} command */
  const handle = (command) => timed(() => guide.handle(JSON.stringify(command)));
  /** @param {[string, string]} ends */
  const route = ([from, to]) => {
    const request = { from: { place: from }, to: { place: to }, profile: "walking" };
    const { ms, event } = handle({ plan_route: { request } });
    if (event.type !== "route_planned" && event.type !== "route_refused") throw new Error(JSON.stringify(event));
    return ms;
  };
  const opened = timed(() => guide.open(venue));
  if (opened.event.type !== "venue_opened") throw new Error(JSON.stringify(opened.event));
  const [first, ...others] = requests;
  const prepared = route(first);
  const routes = others.map(route);
  const [from] = first;
  const near = { place: from, profile: "walking" };
  const nearest = others.map(([, to]) => {
    const query = to.slice(0, 2);
    return handle({ search: { query, language: "en", limit: 20, near } }).ms;
  });
  const closed = others.map((ends, i) => {
    const live = { format: "fairway-live/1", closures: [{ what: { place: aisles[(i * 7) % aisles.length] } }] };
    const set = timed(() => guide.set_live(new TextEncoder().encode(JSON.stringify(live))));
    if (set.event.type !== "live_set") throw new Error(JSON.stringify(set.event));
    return set.ms + route(ends);
  });
  return {
    "open the venue": opened.ms,
    "first route: graph and engine": prepared,
    "route, with its words": median(routes),
    "20 hits, nearest first": median(nearest),
    "an aisle is closed, route": median(closed),
  };
}
