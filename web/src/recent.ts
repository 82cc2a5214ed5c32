// What a person searched for lately, on this device alone. Storage may be full or denied; then it forgets.

const MOST = 5;

const keyOf = (venue: string) => `fairway.recent.${venue}`;

export function recentSearches(venue: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(keyOf(venue)) ?? "[]");
    return Array.isArray(list) ? list.filter((text) => typeof text === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The latest first, each once. */
export function remember(venue: string, text: string): readonly string[] {
  const others = recentSearches(venue).filter((other) => other !== text);
  const recent = [text, ...others].slice(0, MOST);
  keep(venue, recent);
  return recent;
}

export function forget(venue: string): void {
  keep(venue, []);
}

function keep(venue: string, recent: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(venue), JSON.stringify(recent));
  } catch {
    // Nobody misses it much.
  }
}
