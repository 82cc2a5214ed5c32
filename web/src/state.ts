// All that the page shows is a function of this. The guide owns the truth; here is what was asked of it and what it said.

import type { Announcement } from "./bindings/Announcement.ts";
import type { CameraMode } from "./bindings/CameraMode.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import type { Pose } from "./bindings/Pose.ts";
import type { SessionLine } from "./bindings/SessionLine.ts";
import type { VenueSummary } from "./bindings/VenueSummary.ts";
import type { Answers } from "./answers.ts";
import type { FetchProblem } from "./guide/messages.ts";
import type { RefusedReason } from "./bindings/RefusedReason.ts";
import type { Keeping } from "./offline/keeper.ts";
import type { Incoming, Outgoing } from "./handover/courier.ts";
import type { Later } from "./later-loader.ts";
import type { Taken } from "./handover/parcel.ts";
import type { Appearance } from "./preferences.ts";
import type { Kept, Saved, SavedTrouble } from "./saved.ts";
import type { Language } from "./strings/index.ts";
import type { Address } from "./url.ts";

export type VenueProblem = FetchProblem | RefusedReason | "versions";

export type VenueState =
  | { status: "loading"; fraction: number | undefined }
  | { status: "open"; summary: VenueSummary }
  | { status: "failed"; problem: VenueProblem; details: readonly string[] };

/** `restarting`: what was shown stays, and is asked again. `down`: only the person can start it again. */
export type GuideState = "running" | "restarting" | "down";

export type StageState =
  | { status: "off" }
  /** Not by itself: the person saves data. */
  | { status: "offered" }
  | { status: "loading"; fraction: number }
  | { status: "ready" }
  | { status: "restarting" }
  | { status: "gave_up" }
  /** None of its models can be shown. */
  | { status: "bare" }
  | { status: "unsupported" };

export interface ModelFault {
  file: string;
  fault: { kind: "broken"; message: string } | { kind: "unknown_booths"; count: number };
}

/** Height of the sheet on narrow screens. */
export type SheetHeight = "low" | "half" | "full";

export type RouteEnd = "from" | "to";

/** What is looked up in a panel: an end of the route, where the day begins, or where the person is. */
export type End = RouteEnd | "start" | "at";

export interface State {
  readonly address: Address;
  readonly language: Language;
  readonly appearance: Appearance;
  readonly dark: boolean;
  /** Whether people are shown in the halls. */
  readonly visitors: boolean;
  /** The map is to the edges, and a sheet over it. */
  readonly narrow: boolean;
  /** Preferences could not be stored. */
  readonly forgetful: boolean;
  readonly saved: Saved;
  /** What was taken from it last, and where it was in it. */
  readonly dropped: { readonly kept: Kept; readonly at: number } | undefined;
  readonly savedTrouble: SavedTrouble | undefined;
  /** Whether the device has a network, as far as it knows. */
  readonly online: boolean;
  /** Whether the page opens without one. */
  readonly keeping: Keeping;
  /** There is a newer release, or newer data of the fair. */
  readonly newer: boolean;
  /** What holds for now, if the fair says so. */
  readonly live: Live | undefined;
  /** The news that the person has read. */
  readonly read: readonly string[];
  /** Whether notes are handed over too. */
  readonly withNotes: boolean;
  /** What is loaded only when a plan is handed over. */
  readonly later: Later | "failed" | undefined;
  readonly outgoing: Outgoing | undefined;
  readonly incoming: Incoming | undefined;
  /** What of it was taken last, to undo it. */
  readonly taken: Taken | undefined;
  readonly venue: VenueState;
  readonly guide: GuideState;
  readonly answers: Answers;
  readonly stage: StageState;
  readonly modelFaults: readonly ModelFault[];
  /** What the map shows: the plan until the stage is there, or as long as the person wants. */
  readonly showing: "plan" | "stage";
  /** The stage's. `pose` is not known before it moved; `unit` is the hall or room that a walker is in. */
  readonly camera: {
    readonly mode: CameraMode;
    readonly pose: Pose | undefined;
    readonly unit: PlaceId | undefined;
  };
  /** Of the walk that follows the route: so many times the usual speed, and whether it stands still. */
  readonly pace: { readonly factor: number; readonly paused: boolean };
  readonly hovering: boolean;
  readonly overlay: "about" | "settings" | undefined;
  readonly sheet: SheetHeight;
  /** The end that is being looked up, and what was typed for it. */
  readonly editing: { readonly end: End; readonly text: string } | undefined;
  /** Which way the person faces, if the device tells: degrees clockwise from north. */
  readonly heading: number | undefined;
  /** The stop of the day of which more is shown. */
  readonly openStop: PlaceId | undefined;
  /** The choices above what was found are open. */
  readonly filtering: boolean;
  /** So many lines of a long list are shown. */
  readonly shown: number;
  /** What was searched for lately. */
  readonly recent: readonly string[];
  /** The order of the day is being changed; `held` is the stop that is dragged. */
  readonly arranging: { readonly held: PlaceId | undefined } | undefined;
  /** The highlighted line of the list of results. */
  readonly active: number | undefined;
  /** The step of the route that the map shows. */
  readonly step: number | undefined;
  /** A short word that goes away by itself. */
  readonly toast: string | undefined;
}

export const USUAL_PACE: State["pace"] = { factor: 1, paused: false };

export interface Live {
  /** When it was so, in milliseconds since 1970. */
  readonly at: number;
  readonly announcements: readonly Announcement[];
  /** Those that are not as planned. */
  readonly sessions: readonly SessionLine[];
}

export const LINES_AT_ONCE = 100;

/** What the next place that is chosen becomes; nothing if that is opened as usual. */
export function soughtEnd({ address, editing }: State): End | undefined {
  return editing?.end ?? (address.panel === "here" ? "at" : undefined);
}

/** Whether the panel is about a route. */
export function isRouting({ address, editing }: State): boolean {
  if (address.panel) return false;
  return editing !== undefined || address.to !== undefined || address.from !== undefined;
}

export function summaryOf({ venue }: State): VenueSummary | undefined {
  return venue.status === "open" ? venue.summary : undefined;
}

/** The level that the plan shows: as chosen, or that of what is chosen, or the ground. */
export function shownLevel(state: State): string | undefined {
  const summary = summaryOf(state);
  if (!summary) return undefined;
  const known = (id: string | null | undefined) => summary.levels.find((level) => level.id === id)?.id;
  const card = state.answers.card;
  const ground = summary.levels.reduce((a, b) => (Math.abs(b.ordinal) < Math.abs(a.ordinal) ? b : a));
  return (
    known(state.address.level) ??
    known(card?.type === "described" ? card.card.level : undefined) ??
    known(summary.units.find((unit) => unit.id === state.address.hall)?.level) ??
    ground.id
  );
}
