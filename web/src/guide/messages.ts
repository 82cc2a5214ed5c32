// What goes between the page and the guide's worker, around the guide's own commands and events.

import type { GuideCommand } from "../bindings/GuideCommand.ts";
import type { GuideEvent } from "../bindings/GuideEvent.ts";
import type { Ping } from "../heartbeat.ts";

export type LiveSet = Extract<GuideEvent, { type: "live_set" }>;

export type ToGuide =
  /** Fetches a venue (the site's default one if not named) and opens it. */
  { kind: "open"; venue: string | undefined } | { kind: "ask"; id: number; command: GuideCommand } | Ping;

export type FromGuide =
  | { kind: "progress"; loaded: number; total: number | undefined }
  | { kind: "opened"; folder: string; event: GuideEvent }
  /** What holds for now, as it was at that time in milliseconds since 1970. */
  | { kind: "live"; at: number; event: LiveSet }
  | { kind: "unreachable"; problem: FetchProblem; details: string }
  | { kind: "answer"; id: number; event: GuideEvent };

/** `no_index`: the site names no venue. `no_venue`: it has none of that name. `offline`: nothing came. */
export type FetchProblem = "no_index" | "no_venue" | "offline";
