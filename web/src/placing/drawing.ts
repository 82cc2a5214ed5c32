// The stand from above, in its own axes: SVG, a metre a unit, y up.

import { type SVGTemplateResult, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Part } from "../bindings/Part.ts";
import type { Point } from "../bindings/Point.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import { type Box, boxOf } from "./axes.ts";
import { bounds } from "./ground.ts";
import type { Shown, View } from "./shown.ts";
import { labelOf } from "./labels.ts";
import { heatMap } from "./seen.ts";
import { sideOf, sideText, turnOf } from "./sides.ts";
import { frameOf, label, middle, path } from "./shapes.ts";
import { sizeOf } from "./sketch.ts";

const HANDLE_PX = 36;
const BADGE_PX = 12;
const NAME_PX = 18;

export function drawing(shown: Shown, view: View): SVGTemplateResult {
  const { axes, ground, sketch, words, scale, chosen } = shown;
  const part = sketch.part(chosen.part);
  const own = (polygon: Polygon) => polygon.map((point) => axes.own(point));
  const parts = largestFirst(shown);
  const named = namedOf(parts, shown);
  return svg`<svg
      class="drawing"
      viewBox=${frameOf(shown).join(" ")}
      role="group"
      aria-label=${words.drawing}
      aria-describedby="placing-keys"
      @pointermove=${(event: PointerEvent) => view.hand.drag(event)}
      @pointerup=${() => view.hand.drop()}
      @pointercancel=${() => view.hand.drop()}
      @contextmenu=${restsOn}
    >
      <g aria-hidden="true">
        ${ground.stands.map(({ id, footprint }) => {
          const polygon = own(footprint);
          return svg`<path class="other" d=${path([polygon])}></path>${label(middle(polygon), id, scale)}`;
        })}
        ${heatMap(shown)}
        <path class="floor" d=${path([axes.footprint])}></path>
        <path class="grid" d=${grid(axes.footprint)}></path>
        ${ground.fixtures.map(({ kind, footprint }) => svg`<path class=${`fixture ${kind}`} d=${path([own(footprint)])}></path>`)}
        ${ground.services.map(({ kind, footprint }) => {
          const polygon = own(footprint);
          const [left, , right] = bounds(polygon);
          const isNamed = (right - left) * scale > NAME_PX;
          return svg`<path class="service" d=${path([polygon])}></path>
            ${isNamed ? label(middle(polygon), words.services[kind].charAt(0), scale) : nothing}`;
        })}
        ${sides(shown)}
      </g>
      ${repeat(
        parts,
        ({ id }) => id,
        (each) => drawnPart(each, named.has(each), shown, view),
      )}
      <g aria-hidden="true">
        ${marks(shown, view)}
      </g>
      ${part && !part.locked && part.kind !== "shell_scheme" ? handle(part, shown, view) : nothing}
      ${shown.tape?.drawn(shown)}
    </svg>`;
}

/** A finger that rests on a part chooses it, and opens no menu. */
function restsOn(event: PointerEvent): void {
  if (event.pointerType !== "mouse") event.preventDefault();
}

/** What is under something larger can still be grasped. */
function largestFirst({ sketch, kit }: Shown): Part[] {
  const area = (part: Part) => {
    const [width, depth] = sizeOf(part, kit);
    return part.kind === "shell_scheme" ? Infinity : width * depth;
  };
  return sketch.design.parts.toSorted((a, b) => (area(a) === area(b) ? 0 : area(b) - area(a)));
}

function drawnPart(part: Part, isNamed: boolean, shown: Shown, view: View): SVGTemplateResult {
  const { designed, axes, words, scale, chosen, picked } = shown;
  const solids = designed?.solids.filter((solid) => solid.part === part.id) ?? [];
  const was = designed?.design.parts.find(({ id }) => id === part.id) ?? part;
  // The desk's answer is a moment behind the pointer.
  const [dx, dy] = [part.at[0] - was.at[0], part.at[1] - was.at[1]];
  const turned = (part.turn_deg ?? 0) - (was.turn_deg ?? 0);
  const fixed = part.kind === "shell_scheme";
  const transform = fixed ? nothing : `translate(${dx} ${-dy}) rotate(${-turned} ${was.at[0]} ${-was.at[1]})`;
  const outline = path(solids.flatMap(({ borders }) => borders.map((border) => border.map((p) => axes.own(p)))));
  const marked = [chosen.part === part.id && "chosen", part.locked && "locked", picked.has(part.id) && "picked"].filter(
    Boolean,
  );
  const name = labelOf(part, words);
  return svg`<g
      class=${["part", part.kind, ...marked].join(" ")}
      role="button"
      tabindex="0"
      data-part=${part.id}
      aria-pressed=${chosen.part === part.id}
      aria-label=${`${name} ${words.at(String(part.at[0]), String(part.at[1]))}`}
      @focus=${() => view.choosePart(part.id)}
      @keydown=${(event: KeyboardEvent) => view.key(event, part)}
      @pointerdown=${(event: PointerEvent) => view.hand.grab(event, part, "move")}
    >
      <g transform=${transform}>
        <path class="shape" d=${outline}></path>
        <path class="reach" d=${outline}></path>
      </g>
      ${isNamed ? label(part.at, name, scale) : nothing}
    </g>`;
}

/** Those that have room for their name, unless that of a smaller part lies there. */
function namedOf(parts: readonly Part[], { kit, words, scale }: Shown): ReadonlySet<Part> {
  const named = new Set<Part>();
  const taken: Box[] = [];
  for (const part of parts.toReversed()) {
    const [width, depth] = sizeOf(part, kit);
    const wide = widthOf(labelOf(part, words)) / scale;
    const high = NAME_PX / scale;
    if (part.kind === "shell_scheme" || Math.min(width, depth) <= high || Math.max(width, depth) <= wide) continue;
    const box = boxOf(part.at, [wide, high], 0);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    named.add(part);
  }
  return named;
}

function overlap([low, high]: Box, [otherLow, otherHigh]: Box): boolean {
  return low[0] < otherHigh[0] && otherLow[0] < high[0] && low[1] < otherHigh[1] && otherLow[1] < high[1];
}

/** About as many pixels as a label needs. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 12 : 7), 4);
}

function handle(part: Part, shown: Shown, view: View): SVGTemplateResult {
  const { scale, kit, words } = shown;
  const turn = ((part.turn_deg ?? 0) * Math.PI) / 180;
  const away = (reach: number): Point => [part.at[0] - Math.sin(turn) * reach, part.at[1] + Math.cos(turn) * reach];
  const edge = sizeOf(part, kit)[1] / 2;
  const [fromX, fromY] = away(edge);
  const [x, y] = away(edge + HANDLE_PX / scale);
  return svg`<g class="turn" aria-hidden="true" @pointerdown=${(event: PointerEvent) => view.hand.grab(event, part, "turn")}>
    <title>${words.handle}</title>
    <path d=${`M${fromX} ${-fromY}L${x} ${-y}`}></path>
    <circle class="reach" cx=${x} cy=${-y} r=${22 / scale}></circle>
    <circle cx=${x} cy=${-y} r=${8 / scale}></circle>
  </g>`;
}

/** What is found, with its number in the list: beside it, so that the part can still be grasped. */
function marks({ designed, axes, scale, chosen }: Shown, view: View) {
  const places = new Map<string, number>();
  return designed?.report.findings.map(({ mark, severity }, index) => {
    const borders = mark.borders.map((border) => border.map((point) => axes.own(point)));
    const [, , right, high] = bounds(borders[0] ?? axes.footprint);
    const beside = places.get(`${right} ${high}`) ?? 0;
    places.set(`${right} ${high}`, beside + 1);
    const place: Point = [right + (BADGE_PX * (1 + 2 * beside)) / scale, high + BADGE_PX / scale];
    return svg`<g class=${`mark ${chosen.finding === index ? "chosen" : ""}`} data-severity=${severity}>
      <path d=${path(borders)} fill-rule="evenodd"></path>
      <g @click=${() => view.chooseFinding(index)}>
        <circle cx=${place[0]} cy=${-place[1]} r=${(BADGE_PX - 1) / scale}></circle>
        ${label(place, String(index + 1), scale)}
      </g>
    </g>`;
  });
}

/** The sides with what they are and how long, outside of them. */
function sides(shown: Shown) {
  const { ground, scale } = shown;
  const { footprint } = shown.axes;
  const away = (turnOf(footprint) * 20) / scale;
  return footprint.map((_, index) => {
    const { from, to, x, y } = sideOf(footprint, index);
    const at: Point = [(from[0] + to[0]) / 2 + y * away, (from[1] + to[1]) / 2 - x * away];
    const open = ground.openSides.includes(index);
    const upright = Math.abs(x) < Math.abs(y);
    return svg`<path class=${`edge ${open ? "open" : ""}`} d=${`M${from[0]} ${-from[1]}L${to[0]} ${-to[1]}`}></path>
      ${label(at, sideText(shown, index), scale, upright)}`;
  });
}

function grid(footprint: Polygon): string {
  const [left, low, right, high] = bounds(footprint);
  const lines = [];
  for (let x = Math.ceil(left + 0.01); x < right; x += 1) lines.push(`M${x} ${-low}V${-high}`);
  for (let y = Math.ceil(low + 0.01); y < high; y += 1) lines.push(`M${left} ${-y}H${right}`);
  return lines.join("");
}
