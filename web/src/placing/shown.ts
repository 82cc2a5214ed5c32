// What the view's templates show, and what they tell it.

import type { KitRow } from "../bindings/KitRow.ts";
import type { Part } from "../bindings/Part.ts";
import type { PartId } from "../bindings/PartId.ts";
import type { PartKind } from "../bindings/PartKind.ts";
import type { PlacementEvent } from "../bindings/PlacementEvent.ts";
import type { Language } from "../strings/languages.ts";
import type { Axes } from "./axes.ts";
import type { Shared } from "./extras/parcel.ts";
import type { Slots } from "./extras/slots.ts";
import type { Tape } from "./extras/tape.ts";
import type { Insight } from "./insight.ts";
import type { Hand } from "./hand.ts";
import type { Ground } from "./messages.ts";
import type { Models } from "./models.ts";
import type { Keeper } from "./keeping.ts";
import type { Sketch } from "./sketch.ts";
import type { Words } from "./words.ts";

export type Designed = Extract<PlacementEvent, { type: "designed" }>;

export interface Shown {
  readonly words: Words;
  readonly language: Language;
  readonly ground: Ground;
  readonly axes: Axes;
  readonly kit: readonly KitRow[];
  readonly sketch: Sketch;
  readonly keeper: Keeper;
  /** What is on its way to another device. */
  readonly shared: Shared | undefined;
  readonly models: Models;
  /** The desk's last answer: a moment behind the sketch. */
  readonly designed: Designed | undefined;
  readonly checking: boolean;
  readonly insight: Insight;
  /** Whether the aisles show who sees the stand. */
  readonly heat: boolean;
  readonly chosen: { readonly part?: PartId | undefined; readonly finding?: number | undefined };
  /** For what is done with several parts. */
  readonly picked: ReadonlySet<PartId>;
  /** What measures on the drawing, when it has arrived. */
  readonly tape: Tape | undefined;
  /** Pixels a metre. */
  readonly scale: number;
}

export interface View {
  readonly slots: Slots | undefined;
  readonly hand: Hand;
  choosePart(id: PartId): void;
  chooseFinding(index: number): void;
  key(event: KeyboardEvent, part: Part): void;
  add(kind: PartKind): void;
  chooseFiles(): void;
  toggleHeat(): void;
  select(id: PartId): void;
  /** One more for what is done with several, or one less. */
  pick(id: PartId): void;
  remove(part: Part): void;
}
