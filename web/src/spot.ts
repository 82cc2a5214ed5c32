// Where a person may be: a place by its id, or any point of a level's floor, which the address spells `@12.3,45.6,ground`.

import type { LevelId } from "./bindings/LevelId.ts";
import type { Point } from "./bindings/Point.ts";
import type { Stop } from "./bindings/Stop.ts";

export type Spot = string;

const POINT = /^@(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(.+)$/;

export function spotAt(level: LevelId, [x, y]: Point): Spot {
  return `@${x.toFixed(1)},${y.toFixed(1)},${level}`;
}

/** Nothing if it is a place. */
export function pointOf(spot: Spot | undefined): { level: LevelId; point: Point } | undefined {
  const [, x, y, level] = POINT.exec(spot ?? "") ?? [];
  return level === undefined ? undefined : { level, point: [Number(x), Number(y)] };
}

/** As the guide is told. */
export function stopAt(spot: Spot): Stop {
  return pointOf(spot) ?? { place: spot };
}
