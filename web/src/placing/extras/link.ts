// Packs a design into a link, for another device.

import type { Design } from "../../bindings/Design.ts";
import { codeOf, pack } from "../../handover/codes.ts";
import { NAME, type Shared, VERSION } from "./parcel.ts";

/** What decides which stand of which venue it is. */
const KEPT: readonly string[] = ["venue", "design"];

/** A link to a stand's design. */
export async function linkTo(design: Design): Promise<Shared> {
  const url = new URL(location.href);
  for (const name of [...url.searchParams.keys()]) if (!KEPT.includes(name)) url.searchParams.delete(name);
  url.hash = `${NAME}=${VERSION}${await pack(JSON.stringify(design))}`;
  return { link: url.href, code: codeOf(url.href) };
}
