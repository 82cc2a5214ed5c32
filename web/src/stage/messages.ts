// What goes between the page and the stage's worker, around the stage's own commands and events.

import type { StageCommand } from "../bindings/StageCommand.ts";
import type { StageEvent } from "../bindings/StageEvent.ts";
import type { Ping } from "../heartbeat.ts";

export type ToStage =
  | { kind: "start"; canvas: OffscreenCanvas; widthPx: number; heightPx: number; pixelRatio: number }
  /** Fetches models from a folder, in this order, until the stage says which ones it wants. */
  | { kind: "load"; folder: string; files: string[] }
  | { kind: "command"; command: StageCommand }
  | Ping;

export type FromStage =
  | { kind: "unsupported" }
  /** Bytes so far, of the program and of the models that were asked for. */
  | { kind: "progress"; loaded: number }
  | { kind: "model_failed"; file: string; message: string }
  | { kind: "event"; event: StageEvent };
