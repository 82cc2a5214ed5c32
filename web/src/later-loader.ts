// Loads what the page does not need at first, once it is asked for.

import { needsLater } from "./panels/later.ts";
import type { State } from "./state.ts";
import type { Store } from "./store.ts";

export type Later = typeof import("./later.ts");

/** Keeps `state.later` in step with the rest of the state. */
export class LaterLoader {
  constructor(private readonly store: Store) {}

  reconcile(state: State): void {
    if (needsLater(state) && state.later === undefined) void this.load();
  }

  /** Nothing if it does not arrive. */
  async load(): Promise<Later | undefined> {
    const later = await import("./later.ts").catch(() => undefined);
    const outcome = later ?? "failed";
    if (this.store.state.later !== outcome) this.store.set({ later: outcome });
    return later;
  }
}
