// The address bar and the browser's history follow the state's address, and the other way round.

import type { Store } from "./store.ts";
import { type Address, readAddress, urlOf } from "./url.ts";

/** How many of the history's entries before this one are ours. */
interface Entry {
  depth: number;
}

/** Browsers refuse more than a hundred changes in half a minute. */
const SOON_MS = 400;

export class History {
  /** On a screen for anyone nothing is left for the browser's "back": the way back is kept here, and forgotten with the person. */
  private readonly trail: Address[] | undefined;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store,
    private readonly popped: () => void,
  ) {
    this.trail = store.state.address.kiosk === undefined ? undefined : [];
    history.replaceState({ depth: this.depth } satisfies Entry, "");
    addEventListener("pagehide", () => this.flush());
    addEventListener("popstate", () => {
      clearTimeout(this.soon);
      this.soon = undefined;
      store.set({ address: readAddress(location.search, location.hash) });
      popped();
    });
  }

  get depth(): number {
    return this.trail?.length ?? (history.state as Entry | null)?.depth ?? 0;
  }

  back(): void {
    const before = this.trail?.pop();
    if (!before) return history.back();
    this.write(before);
    this.popped();
  }

  /** Begins anew, as if nobody had been here. */
  startOver(address: Address): void {
    this.trail?.splice(0);
    this.write(address);
    this.popped();
  }

  /** A new entry: the person can come back from it. */
  push(patch: Partial<Address>): void {
    this.flush();
    const before = this.store.state.address;
    const address = { ...before, camera: undefined, ...patch };
    if (this.trail) {
      this.trail.push(before);
      return this.write(address);
    }
    this.store.set({ address });
    history.pushState({ depth: this.depth + 1 } satisfies Entry, "", urlOf(address));
  }

  replace(patch: Partial<Address>): void {
    this.write({ ...this.store.state.address, ...patch });
  }

  /** What changes many times a second, as what one types or where the map looks, is in the address bar a little later. */
  replaceSoon(patch: Partial<Address>): void {
    this.store.set({ address: { ...this.store.state.address, ...patch } });
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.flush(), SOON_MS);
  }

  private flush(): void {
    if (this.soon !== undefined) this.replace({});
  }

  private write(address: Address): void {
    clearTimeout(this.soon);
    this.soon = undefined;
    this.store.set({ address });
    history.replaceState({ depth: this.depth } satisfies Entry, "", urlOf(address));
  }
}
