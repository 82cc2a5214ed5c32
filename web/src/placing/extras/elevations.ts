// The stand as it is seen from each of its sides, for paper: SVG, a metre a unit, the floor at 0.

import { type SVGTemplateResult, svg } from "lit";
import type { Point } from "../../bindings/Point.ts";
import type { Polygon } from "../../bindings/Polygon.ts";
import { bounds } from "../ground.ts";
import type { Shown } from "../shown.ts";
import { metres, sideOf, turnOf } from "../sides.ts";

export interface Elevation {
  /** Of the side. */
  readonly length: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The farthest first. */
  readonly boxes: readonly { left: number; right: number; from_m: number; to_m: number; away: number }[];
}

/** What is round it on paper, in millimetres: heights are told on the right, the length below. */
const ROUND_MM = { left: 2, top: 3, right: 14, below: 6 };
const TEXT_MM = 2.8;

/** One a side; none as long as nothing is on the stand. */
export function elevations(shown: Shown): Elevation[] {
  const { designed, axes } = shown;
  const solids = designed?.solids ?? [];
  if (solids.length === 0) return [];
  return axes.footprint.map((_, side) => {
    const { length } = sideOf(axes.footprint, side);
    const seen = seenFrom(axes.footprint, side);
    const boxes = solids.map(({ borders, from_m, to_m }) => {
      const [left, away, right] = bounds(borders.flat().map((corner) => seen(axes.own(corner))));
      return { left, right, from_m, to_m, away };
    });
    return {
      length,
      left: Math.min(0, ...boxes.map((box) => box.left)),
      right: Math.max(length, ...boxes.map((box) => box.right)),
      top: Math.max(...boxes.map(({ to_m }) => to_m)),
      boxes: boxes.toSorted((a, b) => b.away - a.away),
    };
  });
}

/** Width and height on paper, in millimetres. */
export function sizeAt(scale: number, { left, right, top }: Elevation): [number, number] {
  const mm = (length: number) => (length * 1000) / scale;
  return [mm(right - left) + ROUND_MM.left + ROUND_MM.right, mm(top) + ROUND_MM.top + ROUND_MM.below];
}

export function drawn(scale: number, elevation: Elevation): SVGTemplateResult {
  const { length, left, right, top, boxes } = elevation;
  const [width, height] = sizeAt(scale, elevation);
  const paper = (mm: number) => (mm * scale) / 1000;
  const frame = [left - paper(ROUND_MM.left), -top - paper(ROUND_MM.top), paper(width), paper(height)];
  const [tick, ruler, below] = [paper(1), right + paper(2), paper(2)];
  const heights = apart([...new Set(boxes.map(({ to_m }) => to_m))], paper(TEXT_MM));
  return svg`<svg
    class="elevation"
    width=${`${width}mm`}
    height=${`${height}mm`}
    viewBox=${frame.join(" ")}
    font-size=${paper(TEXT_MM)}
  >
    ${boxes.map(
      (box) => svg`<rect
        x=${box.left}
        y=${-box.to_m}
        width=${box.right - box.left}
        height=${box.to_m - box.from_m}
      ></rect>`,
    )}
    <path
      d=${`M${left - tick} 0H${ruler + tick}M${ruler} 0V${-top}M0 ${below - tick}v${2 * tick}M0 ${below}H${length}m0 ${-tick}v${2 * tick}`}
    ></path>
    <text x=${length / 2} y=${below + paper(TEXT_MM)} text-anchor="middle">${metres(length)}</text>
    ${heights.map(
      (each) => svg`<path d=${`M${ruler - tick} ${-each}h${2 * tick}`}></path>
        <text x=${ruler + 1.5 * tick} y=${-each} dominant-baseline="central">${metres(each)}</text>`,
    )}
  </svg>`;
}

/** The highest, and of the lower ones those that are not too near to one that is told. */
function apart(heights: number[], least: number): number[] {
  const told: number[] = [];
  for (const each of heights.toSorted((a, b) => b - a)) {
    if ((told.at(-1) ?? Infinity) - each >= least && each >= least) told.push(each);
  }
  return told;
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
