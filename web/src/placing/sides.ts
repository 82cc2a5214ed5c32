// The sides of a stand, as its drawing and its elevations have them.

import type { Polygon } from "../bindings/Polygon.ts";
import type { Shown } from "./shown.ts";

/** A side, its length, and the way along it. */
export function sideOf(footprint: Polygon, side: number) {
  const from = footprint[side] ?? [0, 0];
  const to = footprint[(side + 1) % footprint.length] ?? from;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return { from, to, length, x: dx / length, y: dy / length };
}

/** A side as on the drawing: its letter, its length, and whether it is open. */
export function sideText({ axes: { footprint }, ground, words }: Shown, side: number): string {
  const open = ground.openSides.includes(side) ? words.open : words.closed;
  return `${letterOf(side)} · ${metres(sideOf(footprint, side).length)} · ${open}`;
}

/** As findings name it: A, B, … Z, and beyond by its number. */
function letterOf(side: number): string {
  return side < 26 ? String.fromCharCode(65 + side) : String(side);
}

/** 1 if it runs counter-clockwise, else -1. */
export function turnOf(footprint: Polygon): 1 | -1 {
  const doubled = footprint.reduce((sum, [x, y], side) => {
    const [nextX, nextY] = footprint[(side + 1) % footprint.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return doubled > 0 ? 1 : -1;
}

export const metres = (length: number) => `${Number(length.toFixed(2))} m`;
