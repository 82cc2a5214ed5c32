// What the address bar holds: enough to put the page back as it was.

import type { LevelId } from "./bindings/LevelId.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import type { Pose } from "./bindings/Pose.ts";
import type { Profile } from "./bindings/Profile.ts";
import type { UnitId } from "./bindings/UnitId.ts";
import { CLOCK, type PlannedStop, readStops, writeStops } from "./day.ts";
import { type Narrowing, readNarrowing, writeNarrowing } from "./narrowing.ts";
import type { Spot } from "./spot.ts";
import { type Language, languageOf } from "./strings/index.ts";

export const PROFILES: readonly Profile[] = ["walking", "brisk", "slow", "step-free", "pram"];

/** In metres a second; the guide takes a little more at both ends. */
export const SPEEDS = { least: 0.3, most: 2.5 };

export type View = "2d" | "3d";

const PANELS = ["day", "saved", "programme", "exhibitors", "handover", "here"] as const;
export type Panel = (typeof PANELS)[number];

/** Where the map looks: the middle of the plan with the metres it shows across, or the stage's pose. */
export type Camera = { kind: "plan"; x: number; y: number; span: number } | { kind: "pose"; pose: Pose };

export interface Address {
  /** The venue's folder; the site's default venue if not said. */
  readonly venue?: string | undefined;
  /** The kiosk that this screen is. */
  readonly kiosk?: PlaceId | undefined;
  /** The stand that is being designed. */
  readonly design?: PlaceId | undefined;
  /** From where that is looked at; from above, drawn, if not said. */
  readonly look?: string | undefined;
  /** The browser's language if not said. */
  readonly lang?: Language | undefined;
  /** As the person chose; if not said, 3D as soon as it is there. */
  readonly view?: View | undefined;
  readonly hall?: UnitId | undefined;
  readonly place?: PlaceId | undefined;
  readonly from?: Spot | undefined;
  readonly to?: Spot | undefined;
  /** Where the person is. */
  readonly at?: Spot | undefined;
  readonly profile?: Profile | undefined;
  /** The person's own speed in metres a second, instead of the profile's. */
  readonly speed?: number | undefined;
  readonly level?: LevelId | undefined;
  readonly q?: string | undefined;
  /** How what is found is ranked: the best match first, or what is nearest. */
  readonly sort?: "near" | undefined;
  /** What of a list is wanted. */
  readonly filter?: Narrowing | undefined;
  /** The stops of the person's day. */
  readonly stops?: readonly PlannedStop[] | undefined;
  /** Where the day begins. */
  readonly start?: Spot | undefined;
  /** When the day begins, in venue time. */
  readonly depart?: string | undefined;
  /** Whether the stops are visited as they stand, and not in their best order. */
  readonly order?: "own" | undefined;
  /** When the day must be over, on the venue's clock: `16:00`. */
  readonly until?: string | undefined;
  /** When the route begins, or is to end, in venue time; at no time in particular if neither is said. */
  readonly leave?: string | undefined;
  readonly arrive?: string | undefined;
  /** What is open instead of a place. */
  readonly panel?: Panel | undefined;
  /** What of the programme is shown: a day such as `2026-09-24`, a room, a track by its name. */
  readonly date?: string | undefined;
  readonly room?: PlaceId | undefined;
  readonly track?: string | undefined;
  readonly camera?: Camera | undefined;
  /** What came from another device, until the person has taken or refused it. In the hash, which no server is sent. */
  readonly plan?: string | undefined;
}

/** Reads the query part of a URL, and its hash. What makes no sense is left out. */
export function readAddress(query: string, hash = ""): Address {
  const parameters = new URLSearchParams(query);
  const text = (name: string) => parameters.get(name)?.trim() || undefined;
  const lang = text("lang");
  const view = text("view");
  const profile = text("profile");
  const venueTime = (name: string) => {
    const time = text(name);
    return time && VENUE_TIME.test(time) ? time : undefined;
  };
  return {
    ...(Object.fromEntries(PLAIN.map((name) => [name, text(name)])) as Record<
      (typeof PLAIN)[number],
      string | undefined
    >),
    lang: lang === undefined ? undefined : languageOf(lang),
    view: view === "2d" || view === "3d" ? view : undefined,
    // Organisers link to booths by that name.
    place: text("place") ?? text("booth"),
    profile: PROFILES.find((known) => known === profile),
    speed: readSpeed(text("speed")),
    sort: text("sort") === "near" ? "near" : undefined,
    filter: readNarrowing(text("filter")),
    stops: readStops(text("stops")),
    depart: venueTime("depart"),
    order: text("order") === "own" ? "own" : undefined,
    until: CLOCK.exec(text("until") ?? "")?.[0],
    leave: venueTime("leave"),
    arrive: venueTime("arrive"),
    panel: PANELS.find((known) => known === text("panel")),
    camera: readCamera(text("pose")),
    plan: new URLSearchParams(hash.slice(1)).get("plan") || undefined,
  };
}

const VENUE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** What may be anything. */
const PLAIN = [
  "venue",
  "kiosk",
  "design",
  "look",
  "hall",
  "from",
  "to",
  "at",
  "level",
  "q",
  "start",
  "date",
  "room",
  "track",
] as const;

/** What stands in the address as it is. */
const TEXTS = [
  ...PLAIN,
  "lang",
  "view",
  "place",
  "profile",
  "sort",
  "depart",
  "order",
  "until",
  "leave",
  "arrive",
  "panel",
] as const;

/** The query part of a URL, with its question mark; empty when there is nothing to say. */
export function writeAddress(address: Address): string {
  const parameters = new URLSearchParams();
  for (const name of TEXTS) {
    const value = address[name];
    if (value) parameters.set(name, value);
  }
  if (address.filter) parameters.set("filter", writeNarrowing(address.filter));
  if (address.stops?.length) parameters.set("stops", writeStops(address.stops));
  if (address.profile === "walking") parameters.delete("profile");
  if (address.speed) parameters.set("speed", String(Number(address.speed.toFixed(2))));
  if (address.camera) parameters.set("pose", writeCamera(address.camera));
  const query = parameters
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%7E", "~")
    .replaceAll("%40", "@");
  return query && `?${query}`;
}

/** The address relative to this page's. */
export function urlOf(address: Address): string {
  const query = writeAddress(address) || location.pathname;
  return address.plan === undefined ? query : `${query}#plan=${encodeURIComponent(address.plan)}`;
}

/** The same for any other device. */
export function linkTo(address: Address): string {
  return new URL(urlOf({ ...address, kiosk: undefined }), location.href).href;
}

/** Who walks, as the guide is asked. */
export function walkerOf({ profile = "walking", speed }: Address): { profile: Profile; speed_m_s?: number } {
  return speed === undefined ? { profile } : { profile, speed_m_s: speed };
}

function readSpeed(text: string | undefined): number | undefined {
  const speed = Number(text);
  return speed >= SPEEDS.least && speed <= SPEEDS.most ? speed : undefined;
}

function readCamera(text: string | undefined): Camera | undefined {
  const numbers = text?.split(",").map(Number);
  if (!numbers?.every(Number.isFinite)) return undefined;
  const [x, y, third, heading_deg, tilt_deg] = numbers;
  if (x === undefined || y === undefined || third === undefined) return undefined;
  if (heading_deg !== undefined && tilt_deg !== undefined) {
    return { kind: "pose", pose: { x, y, z: third, heading_deg, tilt_deg } };
  }
  return third > 0 ? { kind: "plan", x, y, span: third } : undefined;
}

function writeCamera(camera: Camera): string {
  const numbers =
    camera.kind === "plan"
      ? [camera.x, camera.y, camera.span]
      : [camera.pose.x, camera.pose.y, camera.pose.z, camera.pose.heading_deg, camera.pose.tilt_deg];
  return numbers.map((number) => Number(number.toFixed(1))).join(",");
}
