// The person's day is in the address; what it was last is on the device too, for when the page is opened without one.

import { type Day, dayOf } from "./handover/parcel.ts";
import type { History } from "./history.ts";
import { type State, summaryOf } from "./state.ts";
import type { Store } from "./store.ts";
import { readAddress, writeAddress } from "./url.ts";

const keyOf = (venue: string) => `fairway.day.${venue}`;

function stored(venue: string): Day | undefined {
  try {
    const text = localStorage.getItem(keyOf(venue));
    return text === null ? undefined : dayOf(readAddress(text));
  } catch {
    return undefined;
  }
}

export class DayKeeper {
  /** The day as it was opened or kept last: a link's is not kept before the person changes it. */
  private known: string | undefined;

  constructor(
    private readonly store: Store,
    private readonly history: History,
  ) {}

  /** After a venue was opened. */
  open(): void {
    const { address } = this.store.state;
    const venue = summaryOf(this.store.state)?.id;
    const day = venue === undefined || address.stops || address.plan ? undefined : stored(venue);
    if (day)
      this.history.replace({ ...day, profile: address.profile ?? day.profile, speed: address.speed ?? day.speed });
    this.known = writeAddress(dayOf(this.store.state.address));
  }

  reconcile(state: State): void {
    const venue = summaryOf(state)?.id;
    const text = writeAddress(dayOf(state.address));
    if (venue === undefined || this.known === undefined || text === this.known) return;
    this.known = text;
    try {
      if (text) localStorage.setItem(keyOf(venue), text);
      else localStorage.removeItem(keyOf(venue));
    } catch {
      // The address holds it still.
    }
  }
}
