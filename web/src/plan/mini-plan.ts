// A small plan of what is round the camera, beside the stage: where one is, and which way one looks.

import type { Pose } from "../bindings/Pose.ts";
import { drawGround, drawSigns } from "./draw.ts";
import { type PlanView, fitCanvas } from "./plan-view.ts";
import { Measure } from "./type.ts";
import type { Palette } from "./palette.ts";
import { NO_INSETS, type Screen } from "./viewport.ts";

/** CSS pixels a metre: single stands can be told apart. */
const SCALE = 1.6;
/** The drawn sheet is so many times as wide as what is seen of it: it is drawn anew when one comes to its border. */
const SHEET = 3;
/** What the stage's lens shows to each side. */
const HALF_FIELD = (32 * Math.PI) / 180;

/** A part of the plan, drawn once and moved under the middle. */
interface Sheet {
  x: number;
  y: number;
  edition: number;
  sizePx: number;
}

export class MiniPlan {
  private readonly context: CanvasRenderingContext2D;
  private readonly canvas = document.createElement("canvas");
  private readonly paper = document.createElement("canvas");
  private readonly ink: CanvasRenderingContext2D;
  private readonly measure: Measure;
  private sheet: Sheet | undefined;
  private drawn = "";

  constructor(
    private readonly button: HTMLButtonElement,
    private readonly plan: PlanView,
  ) {
    button.append(this.canvas);
    const [context, ink] = [this.canvas.getContext("2d"), this.paper.getContext("2d")];
    if (!context || !ink) throw new Error("this browser gives no 2D canvas");
    this.context = context;
    this.ink = ink;
    this.measure = new Measure(ink);
  }

  /** Draws only what has changed; without a pose there is nothing to see. */
  show(pose: Pose | undefined, label: string): void {
    this.button.hidden = pose === undefined;
    this.button.ariaLabel = this.button.title = label;
    if (!pose) return;
    const sizePx = this.canvas.clientWidth;
    const seen = this.plan.seenFrom({ x: pose.x, y: pose.y, scale: SCALE }, square(sizePx));
    if (!seen || sizePx === 0) return;
    const { picture, edition } = seen;
    const drawn = JSON.stringify([pose.x, pose.y, pose.heading_deg, edition, sizePx, picture.pixelRatio]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const sheet = this.sheetAt(pose, edition, sizePx);
    fitCanvas(this.canvas, picture.screen, picture.pixelRatio);
    this.context.setTransform(picture.pixelRatio, 0, 0, picture.pixelRatio, 0, 0);
    const corner = (SHEET * sizePx - sizePx) / 2;
    const [left, top] = [corner + (pose.x - sheet.x) * SCALE, corner - (pose.y - sheet.y) * SCALE];
    this.context.drawImage(this.paper, -left, -top, SHEET * sizePx, SHEET * sizePx);
    drawGaze(this.context, sizePx, pose.heading_deg, picture.palette);
  }

  private sheetAt({ x, y }: Pose, edition: number, sizePx: number): Sheet {
    const reach = ((SHEET - 1) / 2) * (sizePx / SCALE);
    const { sheet } = this;
    const fits = sheet?.edition === edition && sheet.sizePx === sizePx;
    if (fits && Math.abs(sheet.x - x) < reach && Math.abs(sheet.y - y) < reach) return sheet;
    const seen = this.plan.seenFrom({ x, y, scale: SCALE }, square(SHEET * sizePx));
    if (seen) {
      const { picture } = seen;
      const { level } = picture;
      fitCanvas(this.paper, picture.screen, picture.pixelRatio);
      drawGround(this.ink, picture);
      // Of all signs the halls' numerals: there is no room for names.
      const labels = level.labels.filter(({ rank }) => rank === "hall_number");
      const quiet = { ...level, plan: { ...level.plan, symbols: [] }, labels };
      drawSigns(this.ink, { ...picture, level: quiet, captions: new Map() }, this.measure);
    }
    return (this.sheet = { x, y, edition, sizePx });
  }
}

function square(sizePx: number): Screen {
  return { widthPx: sizePx, heightPx: sizePx, insets: NO_INSETS };
}

/** Where one is, with a cone of what one sees. */
function drawGaze(context: CanvasRenderingContext2D, sizePx: number, headingDeg: number, palette: Palette): void {
  const middle = sizePx / 2;
  const ahead = ((headingDeg - 90) * Math.PI) / 180;
  const cone = context.createRadialGradient(middle, middle, 0, middle, middle, sizePx * 0.36);
  cone.addColorStop(0, `${palette.route}b0`);
  cone.addColorStop(1, `${palette.route}00`);
  context.fillStyle = cone;
  context.beginPath();
  context.moveTo(middle, middle);
  context.arc(middle, middle, sizePx * 0.36, ahead - HALF_FIELD, ahead + HALF_FIELD);
  context.fill();
  for (const [radius, color] of [
    [7, palette.routeCasing],
    [5, palette.route],
  ] as const) {
    context.fillStyle = color;
    context.beginPath();
    context.arc(middle, middle, radius, 0, 2 * Math.PI);
    context.fill();
  }
}
