// A design in the hash of a link, which no server is sent.

import { type Code, unpack } from "../../handover/codes.ts";

/** Stands before what is packed: another way of packing is another version. */
export const VERSION = "1.";
export const NAME = "offer";

/** A design in a link. */
export interface Shared {
  readonly link: string;
  /** None where the link is too long for one. */
  readonly code: Code | undefined;
}

/** The text of the design that a link brings; nothing if it brings none, and `false` if it cannot be read. */
export async function offerIn(hash: string): Promise<string | false | undefined> {
  const offer = new URLSearchParams(hash.slice(1)).get(NAME);
  if (!offer) return undefined;
  if (!offer.startsWith(VERSION)) return false;
  return unpack(offer.slice(VERSION.length)).catch(() => false as const);
}
