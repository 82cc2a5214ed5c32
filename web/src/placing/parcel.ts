// A design in the hash of a link, which no server is sent.

import { codeOf, pack, unpack } from "../handover/codes.ts";
import type { Shared } from "./designs.ts";

/** Stands before what is packed: another way of packing is another version. */
const VERSION = "1.";
const NAME = "offer";

/** A link to a stand's design. */
export async function linkTo(text: string): Promise<Shared> {
  const url = new URL(location.href);
  for (const name of [...url.searchParams.keys()]) if (!KEPT.includes(name)) url.searchParams.delete(name);
  url.hash = `${NAME}=${VERSION}${await pack(JSON.stringify(JSON.parse(text)))}`;
  return { link: url.href, code: codeOf(url.href) };
}

/** What decides which stand of which venue it is. */
const KEPT: readonly string[] = ["venue", "design"];

/** The text of the design that a link brings; nothing if it brings none, and `false` if it cannot be read. */
export async function offerIn(hash: string): Promise<string | false | undefined> {
  const offer = new URLSearchParams(hash.slice(1)).get(NAME);
  if (!offer) return undefined;
  if (!offer.startsWith(VERSION)) return false;
  return unpack(offer.slice(VERSION.length)).catch(() => false as const);
}
