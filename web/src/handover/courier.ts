// Makes the link and the code of what goes to another device, and reads what came from one.

import type { Store } from "../store.ts";
import type { State } from "../state.ts";
import { linkTo } from "../url.ts";
import type { Code } from "./codes.ts";
import { type Parcel, parcelOf, readParcel, writeParcel } from "./parcel.ts";

/** `code` is missing where the link is too long for one. `failed`: the part of the page that makes them did not arrive. */
export type Outgoing =
  { readonly status: "ready"; readonly link: string; readonly code: Code | undefined } | { readonly status: "failed" };

export type Incoming =
  { readonly status: "read"; readonly parcel: Parcel } | { readonly status: "unreadable" | "newer" | "failed" };

/** Stands before what is packed: another way of packing is another version. */
const VERSION = "1.";

const loadCodes = () => import("./codes.ts").catch(() => undefined);

/** Keeps `state.outgoing` and `state.incoming` in step with the rest of the state. */
export class Courier {
  private sent: string | undefined;
  private received: string | undefined;

  constructor(
    private readonly store: Store,
    /** Something has come. */
    private readonly arrived: () => void,
  ) {}

  reconcile(state: State): void {
    const text = state.address.panel === "handover" ? textOf(state) : undefined;
    if (text !== this.sent) {
      this.sent = text;
      if (text === undefined) this.store.set({ outgoing: undefined });
      else void this.send(text, state);
    }
    const { plan } = state.address;
    if (plan !== this.received) {
      this.received = plan;
      this.store.set({ incoming: undefined });
      if (plan !== undefined) void this.receive(plan);
    }
  }

  private async send(text: string, state: State): Promise<void> {
    const outgoing = await outgoingOf(state);
    if (this.sent === text) this.store.set({ outgoing });
  }

  private async receive(plan: string): Promise<void> {
    const incoming = await incomingOf(plan);
    if (this.received !== plan) return;
    this.store.set({ incoming, sheet: "full" });
    this.arrived();
  }
}

function textOf(state: State): string | undefined {
  const parcel = parcelOf(state);
  return parcel && writeParcel(parcel);
}

/** What this person has, as a link; nothing if that is nothing. */
export async function outgoingOf(state: State): Promise<Outgoing | undefined> {
  const text = textOf(state);
  if (text === undefined) return undefined;
  const codes = await loadCodes();
  if (!codes) return { status: "failed" };
  const link = linkTo({ venue: state.address.venue, plan: VERSION + (await codes.pack(text)) });
  return { status: "ready", link, code: codes.codeOf(link) };
}

async function incomingOf(plan: string): Promise<Incoming> {
  if (!plan.startsWith(VERSION)) return { status: /^\d+\./.test(plan) ? "newer" : "unreadable" };
  const codes = await loadCodes();
  if (!codes) return { status: "failed" };
  try {
    const parcel = readParcel(await codes.unpack(plan.slice(VERSION.length)));
    return parcel ? { status: "read", parcel } : { status: "unreadable" };
  } catch {
    return { status: "unreadable" };
  }
}
