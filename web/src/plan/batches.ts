// Shapes of one look become one path: a thousand stands are a handful of draws.

import type { PlanLevel } from "../bindings/PlanLevel.ts";
import type { PlanShape } from "../bindings/PlanShape.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import { type Palette, isColor, mix } from "./palette.ts";

/** How a shape's border is drawn. `poche`: a cut wall, as thick as walls are. */
type Border = { color: string; poche: boolean } | undefined;

export interface Batch {
  path: Path2D;
  fill: string;
  border: Border;
  /** CSS pixels a metre from which on the batch is worth drawing. */
  fromScale: number;
}

/** Batches of consecutive shapes of the same look, in drawing order. */
export function batchesOf(level: PlanLevel, palette: Palette): Batch[] {
  const batches: Batch[] = [];
  let lastKey = "";
  for (const shape of level.shapes) {
    const look = lookOf(shape, palette);
    const key = `${look.fill} ${look.border?.color} ${look.fromScale}`;
    if (key !== lastKey) batches.push({ path: new Path2D(), ...look });
    lastKey = key;
    const batch = batches.at(-1);
    if (batch) trace(batch.path, shape.polygon);
  }
  return batches;
}

export function trace(path: Path2D, polygon: Polygon): void {
  for (const [index, [x, y]] of polygon.entries()) {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  path.closePath();
}

function lookOf({ kind, color }: PlanShape, palette: Palette): Omit<Batch, "path"> {
  const tinted = (base: string, share: number) => (isColor(color) ? mix(color, base, share) : base);
  const { tint } = palette;
  switch (kind.kind) {
    case "unit":
      switch (kind.unit) {
        case "hall":
          return { fill: tinted(palette.hall, tint.floor), border: wall(palette), fromScale: 0 };
        case "room":
        case "shop":
          return { fill: tinted(palette.room, tint.floor), border: wall(palette), fromScale: 0 };
        case "concourse":
        case "corridor":
          return { fill: palette.concourse, border: wall(palette), fromScale: 0 };
        case "area":
          return { fill: palette.concourse, border: undefined, fromScale: 0 };
        case "outdoor":
          return { fill: palette.green, border: undefined, fromScale: 0 };
      }
      break;
    case "aisle":
      return { fill: kind.main ? tinted(palette.aisle, tint.aisle) : palette.aisle, border: undefined, fromScale: 0 };
    case "booth":
      return {
        fill: tinted(palette.booth, kind.raw_space ? tint.raw : tint.shell),
        border: { color: tinted(palette.boothEdge, tint.raw), poche: false },
        fromScale: 0,
      };
    case "connector":
      return { fill: palette.connector, border: { color: palette.door, poche: false }, fromScale: 0 };
    case "amenity":
      return { fill: palette.amenity, border: { color: palette.door, poche: false }, fromScale: 0 };
    case "fixture":
      switch (kind.fixture) {
        case "wall":
        case "column":
          return { fill: palette.wall, border: undefined, fromScale: 0.8 };
        case "hydrant":
          return { fill: palette.hydrant, border: undefined, fromScale: 4 };
        case "planter":
          return { fill: palette.planter, border: undefined, fromScale: 1.5 };
        case "shutter":
        case "furniture":
          return { fill: palette.furniture, border: undefined, fromScale: 2.5 };
      }
  }
  // A kind that this page does not know: another version of the guide made it.
  return { fill: palette.room, border: undefined, fromScale: 0 };
}

function wall(palette: Palette): Border {
  return { color: palette.wall, poche: true };
}
