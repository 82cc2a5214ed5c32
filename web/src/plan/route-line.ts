// The route on the plan: casing, line, chevrons along it, and dashes where it runs on another level.

import type { LevelId } from "../bindings/LevelId.ts";
import type { RoutePoint } from "../bindings/RoutePoint.ts";
import { type Pixel, distance } from "../map/gestures.ts";
import { runsBy } from "../runs.ts";
import type { Palette } from "./palette.ts";
import { type Screen, type Viewport, toScreen } from "./viewport.ts";

const CASING_PX = 9;
const LINE_PX = 5.5;
const CHEVRON_EVERY_PX = 34;
const CHEVRON_PX = 3;

export function drawRoute(
  context: CanvasRenderingContext2D,
  points: readonly RoutePoint[],
  level: LevelId,
  view: Viewport,
  screen: Screen,
  palette: Palette,
): void {
  const runs = runsBy(points, (point) => point.level).map(({ key, items }) => ({
    here: key === level,
    pixels: items.map(({ x, y }) => toScreen(view, screen, [x, y])),
  }));
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const { pixels } of runs.filter(({ here }) => !here)) {
    context.globalAlpha = 0.45;
    context.setLineDash([2, 9]);
    stroke(context, pixels, palette.route, LINE_PX - 1);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
  for (const { pixels } of runs.filter(({ here }) => here)) {
    stroke(context, pixels, palette.routeCasing, CASING_PX);
    stroke(context, pixels, palette.route, LINE_PX);
    drawChevrons(context, pixels, palette.routeCasing);
  }
}

function stroke(context: CanvasRenderingContext2D, pixels: readonly Pixel[], color: string, width: number): void {
  context.beginPath();
  for (const [index, [x, y]] of pixels.entries()) {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}

function drawChevrons(context: CanvasRenderingContext2D, pixels: readonly Pixel[], color: string): void {
  context.beginPath();
  let until = CHEVRON_EVERY_PX / 2;
  for (const [index, from] of pixels.entries()) {
    const to = pixels[index + 1];
    if (!to) break;
    const length = distance(from, to);
    const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    for (; until < length; until += CHEVRON_EVERY_PX) {
      const [x, y] = [from[0] + dx * until, from[1] + dy * until];
      const tail = (side: number): Pixel => [
        x - (dx + side * dy) * CHEVRON_PX * 0.6,
        y - (dy - side * dx) * CHEVRON_PX * 0.6,
      ];
      context.moveTo(...tail(1));
      context.lineTo(x + dx * CHEVRON_PX * 0.5, y + dy * CHEVRON_PX * 0.5);
      context.lineTo(...tail(-1));
    }
    until -= length;
  }
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.stroke();
}
