// Loads what the page does not need at first: once it is asked for, or when nothing else has to come any more.

import { needsLater } from "./panels/later.ts";
import type { State } from "./state.ts";
import type { Store } from "./store.ts";

export type Later = typeof import("./later.ts");

/** Keeps `state.later` in step with the rest of the state. */
export class LaterLoader {
  private usable = false;
  private tried = false;

  constructor(private readonly store: Store) {}

  /** After a venue was opened: what the page is used for has come. */
  venueOpened(): void {
    this.usable = true;
    this.reconcile(this.store.state);
  }

  reconcile(state: State): void {
    if (state.later !== undefined) return;
    if (needsLater(state)) void this.load();
    else if (this.usable && !this.tried && state.stage.status !== "loading") void this.loadAhead();
  }

  /** Nothing if it does not arrive. */
  async load(): Promise<Later | undefined> {
    const later = await import("./later.ts").catch(() => undefined);
    const outcome = later ?? "failed";
    if (this.store.state.later !== outcome) this.store.set({ later: outcome });
    return later;
  }

  /** Nobody waits for it yet, so nobody needs to know if it does not arrive. */
  private async loadAhead(): Promise<void> {
    this.tried = true;
    const later = await import("./later.ts").catch(() => undefined);
    if (later && this.store.state.later !== later) this.store.set({ later });
  }
}
