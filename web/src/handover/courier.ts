// Makes the link and the code of what goes to another device, and reads what came from one.

import type { Later, LaterLoader } from "../later-loader.ts";
import type { State } from "../state.ts";
import type { Store } from "../store.ts";
import { linkTo } from "../url.ts";
import type { Code } from "./codes.ts";
import { type Parcel, parcelOf, readParcel, writeParcel } from "./parcel.ts";

export interface Outgoing {
  readonly link: string;
  /** None where the link is too long for one. */
  readonly code: Code | undefined;
}

export type Incoming =
  { readonly status: "read"; readonly parcel: Parcel } | { readonly status: "unreadable" | "newer" };

/** Stands before what is packed: another way of packing is another version. */
const VERSION = "1.";

/** Keeps `state.outgoing` and `state.incoming` in step with the rest of the state. */
export class Courier {
  private sent: string | undefined;
  private received: string | undefined;

  constructor(
    private readonly store: Store,
    private readonly loader: LaterLoader,
    /** Something has come. */
    private readonly arrived: () => void,
  ) {}

  reconcile(state: State): void {
    const text = state.address.panel === "handover" ? textOf(state) : undefined;
    if (text !== this.sent) {
      this.sent = text;
      if (text === undefined) this.store.set({ outgoing: undefined });
      else void this.send(text);
    }
    const { plan } = state.address;
    if (plan !== this.received) {
      this.received = plan;
      this.store.set({ incoming: undefined });
      if (plan !== undefined) void this.receive(plan);
    }
  }

  /** What this person has, as a link; nothing if that is nothing, or if what makes links cannot be loaded. */
  async outgoing(): Promise<Outgoing | undefined> {
    const text = textOf(this.store.state);
    const later = text === undefined ? undefined : await this.loader.load();
    if (text === undefined || !later) return undefined;
    const link = linkTo({ venue: this.store.state.address.venue, plan: VERSION + (await later.pack(text)) });
    return { link, code: later.codeOf(link) };
  }

  private async send(text: string): Promise<void> {
    const outgoing = await this.outgoing();
    if (this.sent === text) this.store.set({ outgoing });
  }

  private async receive(plan: string): Promise<void> {
    const later = await this.loader.load();
    const incoming = later && (await incomingOf(plan, later));
    if (this.received !== plan) return;
    this.store.set({ incoming, sheet: "full" });
    this.arrived();
  }
}

function textOf(state: State): string | undefined {
  const parcel = parcelOf(state);
  return parcel && writeParcel(parcel);
}

async function incomingOf(plan: string, { unpack }: Later): Promise<Incoming> {
  if (!plan.startsWith(VERSION)) return { status: /^\d+\./.test(plan) ? "newer" : "unreadable" };
  try {
    const parcel = readParcel(await unpack(plan.slice(VERSION.length)));
    return parcel ? { status: "read", parcel } : { status: "unreadable" };
  } catch {
    return { status: "unreadable" };
  }
}
