// The stand as it is seen from each of its sides, for paper: SVG, a metre a unit, the floor at 0.

import { type TemplateResult, html, nothing, svg } from "lit";
import type { Point } from "../../bindings/Point.ts";
import type { Polygon } from "../../bindings/Polygon.ts";
import type { SolidShape } from "../../bindings/SolidShape.ts";
import { bounds } from "../ground.ts";
import type { Shown } from "../shown.ts";
import { metres, sideOf, sideText, turnOf } from "../sides.ts";

const ROUND_M = 1;
/** Of the words: so many times as wide as they are high. */
const SIZES_A_WIDTH = 25;

/** One figure a side. */
export function elevations(shown: Shown): TemplateResult | typeof nothing {
  const solids = shown.designed?.solids ?? [];
  if (solids.length === 0) return nothing;
  return html`${shown.axes.footprint.map(
    (_, side) =>
      html`<figure>
        ${elevation(shown, solids, side)}
        <figcaption>${sideText(shown, side)}</figcaption>
      </figure>`,
  )}`;
}

function elevation(shown: Shown, solids: readonly SolidShape[], side: number) {
  const { axes } = shown;
  const { length } = sideOf(axes.footprint, side);
  const seen = seenFrom(axes.footprint, side);
  const boxes = solids.map(({ borders, from_m, to_m }) => {
    const [left, away, right] = bounds(borders.flat().map((corner) => seen(axes.own(corner))));
    return { left, right, from_m, to_m, away };
  });
  const left = Math.min(0, ...boxes.map((box) => box.left));
  const right = Math.max(length, ...boxes.map((box) => box.right));
  const top = Math.max(...boxes.map(({ to_m }) => to_m));
  const width = right - left + 2 * ROUND_M;
  const size = width / SIZES_A_WIDTH;
  const frame = [left - ROUND_M, -top - ROUND_M, width, top + 2 * ROUND_M];
  return svg`<svg class="elevation" viewBox=${frame.join(" ")} font-size=${size}>
    ${boxes
      .toSorted((a, b) => b.away - a.away)
      .map(
        (box) => svg`<rect
          x=${box.left}
          y=${-box.to_m}
          width=${box.right - box.left}
          height=${box.to_m - box.from_m}
        ></rect>`,
      )}
    <path
      d=${`M${left - ROUND_M} 0H${right + ROUND_M}M0 ${size / 2}V${size}H${length}V${size / 2}M${right + size / 2} 0H${right + size}V${-top}h${-size / 2}`}
    ></path>
    <text x=${length / 2} y=${size * 2}>${metres(length)}</text>
    <text x=${right} y=${-top - size / 2}>${metres(top)}</text>
  </svg>`;
}

/** For whoever stands outside before that side: how far a point is to the right, and how far away. */
function seenFrom(footprint: Polygon, side: number): (point: Point) => Point {
  const { from, to, x, y } = sideOf(footprint, side);
  const turn = turnOf(footprint);
  const origin = turn > 0 ? from : to;
  return (point) => {
    const [dx, dy] = [point[0] - origin[0], point[1] - origin[1]];
    return [turn * (dx * x + dy * y), turn * (dy * x - dx * y)];
  };
}
