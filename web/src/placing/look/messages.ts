// What goes between the view in 3D and its worker, which is a stage's with more to it.

import type { BoothId } from "../../bindings/BoothId.ts";
import type { FetchProblem } from "../../guide/messages.ts";
import type { FromStage, ToStage } from "../../stage/messages.ts";

export type ToLook =
  | ToStage
  /** Shows the hall that the stand is in. */
  | { kind: "visit"; venue: string | undefined; stand: BoothId }
  | { kind: "own_model"; name: string; file: Uint8Array<ArrayBuffer> }
  | { kind: "picture" };

export type FromLook =
  | FromStage
  /** The venue is there, and the floor of the stand's level at that height. */
  | { kind: "arrived"; floorM: number }
  | { kind: "unreachable"; problem: FetchProblem }
  /** What is seen, as a PNG file. */
  | { kind: "picture"; file: Blob };
