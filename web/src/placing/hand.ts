// What takes hold of a part, in the drawing or in 3D, and carries or turns it.

import type { KitRow } from "../bindings/KitRow.ts";
import type { Part } from "../bindings/Part.ts";
import type { PartId } from "../bindings/PartId.ts";
import type { Point } from "../bindings/Point.ts";
import { type Axes, type Box, boxOf, snappedTurn } from "./axes.ts";
import { type Sketch, sizeOf } from "./sketch.ts";

/** A finger that only taps moves so many pixels. */
const SLACK_PX = 4;
/** A finger that rests so long on a part does what a click with Shift does. */
const LONG_MS = 500;

interface Grip {
  /** None in 3D. */
  readonly pointer: number | undefined;
  readonly part: Part;
  readonly how: "move" | "turn";
  readonly from: Point;
  moved: boolean;
}

interface HandHost {
  readonly sketch: Sketch | undefined;
  readonly axes: Axes | undefined;
  readonly kit: readonly KitRow[];
  /** What stands round the stand and on it, and is no part. */
  readonly around: readonly Box[];
  /** Pixels a metre. */
  readonly scale: number;
  choosePart(part: PartId): void;
  /** One more for what is done with several, or one less. */
  pick(part: PartId): void;
  show(): void;
}

export class Hand {
  private grip: Grip | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private restsAt: Point = [0, 0];

  constructor(private readonly host: HandHost) {}

  get holds(): boolean {
    return this.grip !== undefined;
  }

  grab(event: PointerEvent, part: Part, how: Grip["how"]): void {
    if (event.button !== 0 || this.grip) return;
    event.stopPropagation();
    if (event.shiftKey) return this.host.pick(part.id);
    this.host.choosePart(part.id);
    if (event.pointerType !== "mouse" && how === "move") this.rest(event, part);
    const drawing = drawingOf(event);
    const from = drawing && pointOn(drawing, event);
    if (!from || !isMovable(part)) return;
    drawing.setPointerCapture(event.pointerId);
    this.grip = { pointer: event.pointerId, part, how, from, moved: false };
    this.host.sketch?.begin();
  }

  /** In 3D, where it is known already that a finger moves; whether it can be held. */
  hold(part: Part, from: Point): boolean {
    const { sketch } = this.host;
    if (this.grip || !sketch || sketch.frozen || !isMovable(part)) return false;
    this.grip = { pointer: undefined, part, how: "move", from, moved: true };
    sketch.begin();
    return true;
  }

  drag(event: PointerEvent): void {
    const { grip, restsAt } = this;
    if (Math.hypot(event.clientX - restsAt[0], event.clientY - restsAt[1]) > SLACK_PX) clearTimeout(this.resting);
    const drawing = drawingOf(event);
    const to = grip?.pointer === event.pointerId && drawing ? pointOn(drawing, event) : undefined;
    if (!grip || !to) return;
    grip.moved ||= Math.hypot(to[0] - grip.from[0], to[1] - grip.from[1]) * this.host.scale > SLACK_PX;
    if (grip.moved) this.carry(to);
  }

  carry(to: Point): void {
    const { grip } = this;
    const { sketch, axes, kit } = this.host;
    if (!grip || !sketch || !axes) return;
    const { part, from } = grip;
    if (grip.how === "turn") {
      const degrees = (Math.atan2(part.at[0] - to[0], to[1] - part.at[1]) * 180) / Math.PI;
      return sketch.turnTo(part.id, snappedTurn(degrees));
    }
    const at: Point = [part.at[0] + to[0] - from[0], part.at[1] + to[1] - from[1]];
    const stays = (other: Part) => other.id !== part.id && (!part.group || other.group !== part.group);
    const others = sketch.design.parts
      .filter((other) => stays(other) && other.kind !== "shell_scheme")
      .map((other) => boxOf(other.at, sizeOf(other, kit), other.turn_deg ?? 0));
    const size = sizeOf(part, kit);
    sketch.moveTo(part.id, axes.snapped(at, size, part.turn_deg ?? 0, [...others, ...this.host.around]));
  }

  drop(): void {
    clearTimeout(this.resting);
    if (!this.grip) return;
    this.grip = undefined;
    this.host.sketch?.end();
    this.host.show();
  }

  private rest({ clientX, clientY }: PointerEvent, part: Part): void {
    clearTimeout(this.resting);
    this.restsAt = [clientX, clientY];
    this.resting = setTimeout(() => {
      this.drop();
      this.host.pick(part.id);
    }, LONG_MS);
  }
}

const isMovable = ({ locked, kind }: Part) => !locked && kind !== "shell_scheme";

export function drawingOf({ currentTarget }: Event): SVGSVGElement | null {
  return (currentTarget as SVGElement).closest<SVGSVGElement>(".drawing");
}

/** In the stand's axes. */
export function pointOn(drawing: SVGSVGElement, { clientX, clientY }: PointerEvent): Point | undefined {
  const matrix = drawing.getScreenCTM()?.inverse();
  if (!matrix) return undefined;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix);
  return [x, -y];
}
