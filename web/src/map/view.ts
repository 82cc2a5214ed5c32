// What both maps, the plan and the stage, can do for the person.

import type { PlaceId } from "../bindings/PlaceId.ts";
import type { Bounds } from "../bindings/Bounds.ts";
import type { Camera } from "../url.ts";
import type { GestureListener } from "./gestures.ts";

/** What the map is asked to look at. */
export type Focus =
  | { kind: "overview" }
  | { kind: "place"; place: PlaceId; bounds: Bounds | undefined }
  | { kind: "route" }
  /** The route's point with this index. */
  | { kind: "step"; point: number }
  | { kind: "camera"; camera: Camera };

/** Parts of the map that panels cover, in CSS pixels from its edges. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface MapView extends GestureListener {
  /** Whether it could; it cannot as long as what to look at is not known yet. */
  lookAt(focus: Focus): boolean;
  /** About the middle of what panels leave free. */
  zoom(factor: number): void;
  /** Chooses what is in the middle. */
  pickMiddle(): void;
  keyDown(event: KeyboardEvent): boolean;
  keyUp(event: KeyboardEvent): void;
  resize(widthPx: number, heightPx: number): void;
}
