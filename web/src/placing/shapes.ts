// What drawings in the stand's axes are made of: SVG, a metre a unit, y up.

import { type SVGTemplateResult, nothing, svg } from "lit";
import type { Point } from "../bindings/Point.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import { bounds } from "./ground.ts";
import type { Shown } from "./shown.ts";

/** What is shown round the stand, in metres; with the map of who sees it, the aisles round it too. */
const ROUND_M = 2;
const ROUND_HEAT_M = 15;

/** Of the drawing: left, top, width, height. */
export function frameOf({ axes, heat }: Shown): [number, number, number, number] {
  const [left, low, right, high] = bounds(axes.footprint);
  const round = heat ? ROUND_HEAT_M : ROUND_M;
  return [left - round, -high - round, right - left + 2 * round, high - low + 2 * round];
}

/** Words of the same size at any scale, in pixels a metre. */
export function label([x, y]: Point, text: string, scale: number, upright = false): SVGTemplateResult {
  return svg`<text
    x=${x}
    y=${-y}
    font-size=${12 / scale}
    text-anchor="middle"
    dominant-baseline="central"
    transform=${upright ? `rotate(-90 ${x} ${-y})` : nothing}
  >${text}</text>`;
}

export function path(borders: readonly (readonly Point[])[]): string {
  return borders.map((border) => `M${border.map(([x, y]) => `${x} ${-y}`).join("L")}Z`).join("");
}

export function middle(polygon: Polygon): Point {
  const [left, low, right, high] = bounds(polygon);
  return [(left + right) / 2, (low + high) / 2];
}
