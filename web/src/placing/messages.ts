// What goes between the placement view and its worker, around the desk's own commands and events.

import type { BoothId } from "../bindings/BoothId.ts";
import type { FileEvent } from "../bindings/FileEvent.ts";
import type { FixtureKind } from "../bindings/FixtureKind.ts";
import type { LocalText } from "../bindings/LocalText.ts";
import type { PlacementCommand } from "../bindings/PlacementCommand.ts";
import type { PlacementEvent } from "../bindings/PlacementEvent.ts";
import type { Point } from "../bindings/Point.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import type { RuleUnit } from "../bindings/RuleUnit.ts";
import type { FetchProblem } from "../guide/messages.ts";
import type { Ping } from "../heartbeat.ts";

/** What ends in the floor of a stand. */
export type Service = Extract<FixtureKind, "power" | "water" | "air" | "data">;
export type BoothKind = "shell_scheme" | "raw_space";

/** A stand and what is round it, as the plan has it. */
export interface Ground {
  venue: string;
  kind: BoothKind;
  hall: { name: LocalText; height_m?: number };
  footprint: Polygon;
  openSides: number[];
  aisles: { id: string; line: Point[]; width_m: number }[];
  /** The venue's, for any stand. */
  rules: { id: string; measure?: string; value: number; unit: RuleUnit; source: string; clause?: string }[];
  stands: { id: BoothId; footprint: Polygon }[];
  fixtures: { id: string; kind: FixtureKind; footprint: Polygon }[];
  /** The stand's own; those of others are no fixtures either. */
  services: { kind: Service; footprint: Polygon }[];
  /** Of aisles and doors, by their ids. */
  names: Record<string, LocalText>;
}

export type ToDesk =
  | { kind: "open"; venue: string | undefined; stand: BoothId }
  | { kind: "ask"; id: number; command: PlacementCommand }
  | Ping;

/** To a worker that is there for this alone. */
export type ToWorkshop =
  | { kind: "read"; name: string; bytes: ArrayBuffer }
  | { kind: "pack"; design: string; models: { name: string; file: Uint8Array<ArrayBuffer> }[] };

export type FromWorkshop =
  /** The work begins. */
  | { kind: "ready" }
  | { kind: "read"; event: FileEvent; files: Uint8Array<ArrayBuffer>[] }
  | { kind: "packed"; file: Uint8Array<ArrayBuffer> };

export type FromDesk =
  /** No ground if the venue was refused, or lacks the stand. */
  | { kind: "opened"; event: PlacementEvent; ground: Ground | undefined }
  | { kind: "unreachable"; problem: FetchProblem; details: string }
  /** The event as the desk wrote it: it is read once, by the page. */
  | { kind: "answer"; id: number; event: string };
