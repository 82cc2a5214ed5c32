/** Consecutive items that share a key, in order. */
export function runsBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): { key: string; items: Item[] }[] {
  const runs: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const run = runs.at(-1);
    if (run?.key === key) run.items.push(item);
    else runs.push({ key, items: [item] });
  }
  return runs;
}
