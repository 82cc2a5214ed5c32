// The address bar and the browser's history follow the state's address, and the other way round.

import type { Store } from "./store.ts";
import { type Address, type Camera, readAddress, urlOf } from "./url.ts";

/** How many of the history's entries before this one are ours. */
interface Entry {
  depth: number;
}

/** Browsers refuse more than a hundred changes in half a minute. */
const CAMERA_EVERY_MS = 400;

export class History {
  /** On a screen for anyone nothing is left for the browser's "back": the way back is kept here, and forgotten with the person. */
  private readonly trail: Address[] | undefined;
  private cameraTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store,
    private readonly popped: () => void,
  ) {
    this.trail = store.state.address.kiosk === undefined ? undefined : [];
    history.replaceState({ depth: this.depth } satisfies Entry, "");
    addEventListener("popstate", () => {
      clearTimeout(this.cameraTimer);
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
    this.replace(before);
    this.popped();
  }

  /** Begins anew, as if nobody had been here. */
  startOver(address: Address): void {
    clearTimeout(this.cameraTimer);
    this.trail?.splice(0);
    this.store.set({ address });
    history.replaceState({ depth: 0 } satisfies Entry, "", urlOf(address));
    this.popped();
  }

  /** A new entry: the person can come back from it. */
  push(patch: Partial<Address>): void {
    this.flushCamera();
    const before = this.store.state.address;
    const address = { ...before, camera: undefined, ...patch };
    this.store.set({ address });
    if (this.trail) {
      this.trail.push(before);
      return history.replaceState({ depth: 0 } satisfies Entry, "", urlOf(address));
    }
    history.pushState({ depth: this.depth + 1 } satisfies Entry, "", urlOf(address));
  }

  replace(patch: Partial<Address>): void {
    const address = { ...this.store.state.address, ...patch };
    this.store.set({ address });
    history.replaceState({ depth: this.depth } satisfies Entry, "", urlOf(address));
  }

  /** Where the map looks is kept too, but neither at once nor as an entry of its own. */
  keepCamera(camera: Camera): void {
    this.store.set({ address: { ...this.store.state.address, camera } });
    clearTimeout(this.cameraTimer);
    this.cameraTimer = setTimeout(() => this.flushCamera(), CAMERA_EVERY_MS);
  }

  private flushCamera(): void {
    if (this.cameraTimer === undefined) return;
    clearTimeout(this.cameraTimer);
    this.cameraTimer = undefined;
    this.replace({});
  }
}
