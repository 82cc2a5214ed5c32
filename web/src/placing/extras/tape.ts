// Measures on the drawing: a distance, a chain of them, the area of a chain that is closed; and what is chosen.

import { type TemplateResult, html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Point } from "../../bindings/Point.ts";
import type { Polygon } from "../../bindings/Polygon.ts";
import { drawingOf, pointOn } from "../hand.ts";
import { stepOf } from "../keys.ts";
import { labelOf, quantity } from "../labels.ts";
import { frameOf, label, middle } from "../shapes.ts";
import type { Shown } from "../shown.ts";
import { round } from "../sketch.ts";
import { covered, distance, feetOf, lengthOf, nearest, stuck } from "./measure.ts";
import { WORDS } from "./words.ts";

/** So near to a corner or an edge it sticks to it. */
const STICKS_PX = 14;
const CROSS_PX = 12;

interface TapeHost {
  show(): void;
  /** The drawing has more or less room. */
  measure(): void;
  find(selector: string): HTMLElement | null;
}

export class Tape {
  measuring = false;
  private points: Point[] = [];
  /** Where the next point would be. */
  private cross: Point = [0, 0];

  constructor(private readonly host: TapeHost) {}

  toggle({ axes }: Shown): void {
    if (this.leave()) return;
    this.measuring = true;
    this.points = [];
    this.cross = axes.snapped(middle(axes.footprint), [0, 0], 0);
    this.focus();
  }

  /** Whether it had been measuring. */
  leave(): boolean {
    if (!this.measuring) return false;
    this.measuring = false;
    this.host.show();
    this.host.measure();
    this.host.find("#placing-measure")?.focus();
    return true;
  }

  /** Over the whole drawing, so that nothing else is grasped. */
  drawn(shown: Shown) {
    if (!this.measuring) return nothing;
    const { scale, language } = shown;
    const [left, top, width, height] = frameOf(shown);
    // The drawing shows more than its frame on one side or another.
    const beyond = Math.max(width, height);
    const chain = this.chain();
    const [x, y] = this.cross;
    const reach = CROSS_PX / scale;
    return svg`<g
      class="tape"
      role="application"
      tabindex="0"
      aria-label=${WORDS[language].measureKeys}
      @keydown=${(event: KeyboardEvent) => this.key(event, shown)}
      @pointerdown=${(event: PointerEvent) => this.point(event, shown)}
      @pointermove=${(event: PointerEvent) => this.point(event, shown)}
      @pointerup=${(event: PointerEvent) => event.button === 0 && this.set()}
    >
      <rect x=${left - beyond} y=${top - beyond} width=${width + 2 * beyond} height=${height + 2 * beyond}></rect>
      <path class=${isRing(chain) ? "ring" : ""} fill-rule="evenodd" d=${line(chain)}></path>
      ${this.points.map(([x, y]) => svg`<circle cx=${x} cy=${-y} r=${4 / scale}></circle>`)}
      ${chain.slice(1).map((to, index) => {
        const from = chain[index] ?? to;
        return label(middle([from, to]), metres(distance(from, to), shown), scale);
      })}
      ${isRing(chain) ? label(centreOf(chain.slice(1)), squareMetres(covered([[chain]]), shown), scale) : nothing}
      <path class="cross" d=${`M${x - reach} ${-y}h${2 * reach}M${x} ${-y - reach}v${2 * reach}`}></path>
    </g>`;
  }

  /** The same in words, and what is known of what is chosen. */
  told(shown: Shown): TemplateResult | typeof nothing {
    if (!this.measuring) return nothing;
    const own = WORDS[shown.language];
    const chain = this.chain();
    const [x, y] = this.cross.map(String);
    const whole = metres(lengthOf(chain), shown);
    const said = isRing(chain)
      ? [squareMetres(covered([[chain]]), shown), own.round(whole)]
      : [
          chain.length < 2 ? own.firstPoint : metres(lengthOf(chain.slice(-2)), shown),
          ...(chain.length > 2 ? [own.inAll(whole)] : []),
        ];
    return html`<div class="reading">
      <p>
        <span role="status"><b>${said.join(" · ")}</b> <small>${shown.words.at(x ?? "", y ?? "")}</small></span>
        <small>${guard([shown.designed, shown.chosen.part, shown.picked], () => ofChosen(shown))}</small>
      </p>
      <button class="secondary" type="button" aria-disabled=${this.points.length === 0} @click=${() => this.clear()}>
        ${own.clear}
      </button>
    </div>`;
  }

  private clear(): void {
    this.points = [];
    this.focus();
  }

  private focus(): void {
    this.host.show();
    this.host.measure();
    this.host.find(".tape")?.focus();
  }

  private point(event: PointerEvent, shown: Shown): void {
    const drawing = drawingOf(event);
    const at = drawing && pointOn(drawing, event);
    if (!at) return;
    // A finger goes on to the place that it means, and sets the point as it leaves.
    if (event.type === "pointerdown") (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const { axes, scale } = shown;
    const around = polygonsOf(shown);
    const last = this.points.at(-1);
    const places = [...this.points, ...(last ? feetOf(last, around) : [])];
    this.go(stuck(at, around, places, STICKS_PX / scale) ?? axes.snapped(at, [0, 0], 0));
  }

  private key(event: KeyboardEvent, shown: Shown): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event);
    const [x, y] = this.cross;
    if (step) this.go([x + step[0], y + step[1]]);
    else if (event.key === "s" || event.key === "S") this.go(nearest(this.cross, polygonsOf(shown).flat()) ?? [x, y]);
    else if (event.key === "Enter" || event.key === " ") this.set();
    else if (event.key === "Backspace" || event.key === "Delete") this.points = this.points.slice(0, -1);
    else return;
    event.preventDefault();
    this.host.show();
  }

  private go([x, y]: Point): void {
    this.cross = [round(x), round(y)];
    this.host.show();
  }

  private set(): void {
    const [first] = this.points;
    const last = this.points.at(-1);
    if (first === undefined || isRing(this.points)) this.points = [this.cross];
    else if (last && !isSame(last, this.cross)) this.points = [...this.points, this.cross];
    this.host.show();
  }

  /** What is measured: to the cross, unless it is a ring already. */
  private chain(): Point[] {
    const last = this.points.at(-1);
    const done = !last || isRing(this.points) || isSame(last, this.cross);
    return done ? this.points : [...this.points, this.cross];
  }
}

const isSame = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

function centreOf(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((all, point) => all + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}

function isRing(chain: readonly Point[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  return chain.length > 3 && first !== undefined && last !== undefined && isSame(first, last);
}

/** All that a measure sticks to. */
function polygonsOf({ axes, ground, designed }: Shown): Polygon[] {
  const others = [...ground.stands, ...ground.fixtures, ...ground.services].map(({ footprint }) => footprint);
  const parts = designed?.solids.flatMap(({ borders }) => borders) ?? [];
  return [axes.footprint, ...[...others, ...parts].map((polygon) => polygon.map((point) => axes.own(point)))];
}

/** What is chosen, or else the stand: its name, how much floor it covers, and its heights. */
function ofChosen(shown: Shown): string {
  const { axes, designed, sketch, chosen, picked, words, language } = shown;
  const own = WORDS[language];
  const parts = sketch.design.parts.filter(({ id }) => id === chosen.part || picked.has(id));
  const [part] = parts;
  if (!part) return `${own.stand} · ${squareMetres(covered([[axes.footprint]]), shown)}`;
  const ids = new Set(parts.map(({ id }) => id));
  const solids = designed?.solids.filter((solid) => ids.has(solid.part)) ?? [];
  const name = parts.length > 1 ? own.several(parts.length) : labelOf(part, words);
  // The desk is a moment behind, or the model is not on the device.
  if (solids.length === 0) return name;
  const area = covered(solids.map(({ borders }) => borders));
  const [from, to] = [Math.min(...solids.map(({ from_m }) => from_m)), Math.max(...solids.map(({ to_m }) => to_m))];
  return [
    name,
    own.covers(squareMetres(area, shown)),
    own.heights(quantity(from, "number", language), metres(to, shown)),
  ].join(" · ");
}

const metres = (value: number, { language }: Shown) => quantity(value, "m", language);
const squareMetres = (value: number, { language }: Shown) => quantity(value, "m2", language);

function line(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${-y}`).join("");
}
