// What a sheet of paper begins with: the plan, and the stand as it is seen from each side, all to one scale.

import { type SVGTemplateResult, type TemplateResult, html } from "lit";
import { LOCALES } from "../../strings/languages.ts";
import { frameOf } from "../shapes.ts";
import type { Shown } from "../shown.ts";
import { sideText } from "../sides.ts";
import { type Elevation, drawn, elevations, sizeAt } from "./elevations.ts";
import { WORDS } from "./words.ts";

/** A metre is drawn so many times smaller: the scales of architects' rulers and those between. */
const SCALES = [20, 25, 50, 75, 100, 125, 150, 175, 200, 250, 300, 400, 500, 750, 1000];
/** Between the margins of A4, which is narrower than Letter. */
const WIDTH_MM = 186;
/** What findings and parts leave of Letter, which is lower than A4. */
const HEIGHT_MM = 105;
const GAP_MM = 3;
const CAPTION_MM = 5;
/** As pixels of a screen would be on which its words, 12 pixels high, are 2.4 mm. */
const PX_PER_MM = 5;

/** `plan` draws it at so many pixels a metre. */
export function sheet(shown: Shown, plan: (scale: number) => SVGTemplateResult): TemplateResult {
  const { words, language, sketch } = shown;
  const [, , width, height] = frameOf(shown);
  const sides = elevations(shown);
  const scale = SCALES.find((each) => heightAt(each, [width, height], sides) <= HEIGHT_MM) ?? 1000;
  const mm = (length: number) => `${(length * 1000) / scale}mm`;
  const today = new Date().toLocaleDateString(LOCALES[language], { dateStyle: "long" });
  const told = [sketch.design.name, WORDS[language].drawnAt(scale), today];
  return html`<div class="sheet">
    <p>${told.filter(Boolean).join(" · ")}</p>
    <figure>
      <svg width=${mm(width)} height=${mm(height)}>${plan((1000 * PX_PER_MM) / scale)}</svg>
      <figcaption>${words.plan}</figcaption>
    </figure>
    <div>
      ${sides.map(
        (elevation, side) =>
          html`<figure>
            ${drawn(scale, elevation)}
            <figcaption>${sideText(shown, side)}</figcaption>
          </figure>`,
      )}
    </div>
  </div>`;
}

/** In millimetres: of the plan, and of the sides beside it, as many in a row as there is room for. */
function heightAt(scale: number, [width, height]: [number, number], sides: readonly Elevation[]): number {
  const mm = (length: number) => (length * 1000) / scale;
  const room = WIDTH_MM - mm(width) - GAP_MM;
  let [taken, row, above] = [0, 0, 0];
  for (const [wide, high] of sides.map((side) => sizeAt(scale, side))) {
    if (wide > room) return Infinity;
    if (taken + wide > room) [taken, row, above] = [0, 0, above + row];
    taken += wide + GAP_MM;
    row = Math.max(row, high + CAPTION_MM);
  }
  return Math.max(mm(height) + CAPTION_MM, above + row);
}
