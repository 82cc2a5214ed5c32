// Gets a venue's bundle from the site.

import type { FetchProblem } from "./messages.ts";

/** Why a venue did not come. */
export class Unreachable extends Error {
  constructor(
    readonly problem: FetchProblem,
    details: string,
  ) {
    super(details);
  }
}

export interface FetchedVenue {
  /** Address of the venue's folder, with a slash at the end: its models lie there. */
  folder: string;
  bytes: Uint8Array;
}

/** A folder's name: no way out of `venues/`. */
const VENUE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

export async function fetchVenue(
  name: string | undefined,
  onProgress: (loaded: number, total: number | undefined) => void,
): Promise<FetchedVenue> {
  const venue = name ?? (await defaultVenue());
  if (!VENUE_NAME.test(venue)) throw new Unreachable("no_venue", `${venue} is no venue's name`);
  const folder = new URL(`venues/${venue}/`, self.location.href).href;
  const response = await get(`${folder}venue.json`, name ? "no_venue" : "no_index");
  return { folder, bytes: await read(response, onProgress) };
}

/** What `fairway build` writes beside the venues' folders. */
interface VenueIndex {
  venues: { id: string }[];
}

/** The first of the site's venues. */
async function defaultVenue(): Promise<string> {
  const url = new URL("venues/index.json", self.location.href).href;
  const response = await get(url, "no_index");
  const index = (await response.json().catch(() => undefined)) as Partial<VenueIndex> | null | undefined;
  const id = index?.venues?.[0]?.id;
  if (typeof id !== "string") throw new Unreachable("no_index", `${url} names no venue`);
  return id;
}

async function get(url: string, ifMissing: FetchProblem): Promise<Response> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Unreachable("offline", `${url}: ${String(error)}`);
  });
  if (response.ok) return response;
  const missing = response.status === 404 || response.status === 410;
  throw new Unreachable(missing ? ifMissing : "offline", `${url}: HTTP ${response.status}`);
}

/** The whole body. A connection that breaks off gives what came: whether it is a venue is the guide's to say. */
async function read(
  response: Response,
  onProgress: (loaded: number, total: number | undefined) => void,
): Promise<Uint8Array> {
  // Of a compressed body the length tells nothing about the bytes that are read.
  const encoded = response.headers.has("Content-Encoding");
  const total = encoded ? undefined : Number(response.headers.get("Content-Length")) || undefined;
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      chunks.push(part.value);
      loaded += part.value.length;
      onProgress(loaded, total);
    }
  } catch (error) {
    throw new Unreachable("offline", `${response.url}: ${String(error)}`);
  }
  return join(chunks, loaded);
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
