// Chooses which labels fit: by rank, bigger shapes first, none over another, and none that would leave its shape.

import type { LabelRank } from "../bindings/LabelRank.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { PlanLabel } from "../bindings/PlanLabel.ts";
import { type Language, say } from "../strings/index.ts";
import { type Screen, type Viewport, toScreen } from "./viewport.ts";

export interface Type {
  sizePx: number;
  weight: number;
}

export interface PlacedLabel {
  label: PlanLabel;
  lines: readonly string[];
  type: Type;
  /** The middle of its box, in CSS pixels. */
  x: number;
  y: number;
}

/** Boxes that are taken, in CSS pixels: `[left, top, right, bottom]`. */
export type Box = readonly [number, number, number, number];

const MOST = 300;
const LINE_HEIGHT = 1.25;
/** Air around a label. */
const AIR_PX = 3;
const CELL_PX = 64;

const ORDER: Record<LabelRank, number> = { hall_number: 0, hall_name: 1, room: 2, anchor: 3, booth: 4 };

export const FONT = `system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;

export const fontOf = ({ sizePx, weight }: Type) => `${weight} ${sizePx}px ${FONT}`;

/** Labels of a level in the order in which they get room. */
export function ranked(labels: readonly PlanLabel[]): PlanLabel[] {
  const area = ({ width_m, height_m }: PlanLabel) => width_m * height_m;
  return labels.toSorted((a, b) => ORDER[a.rank] - ORDER[b.rank] || area(b) - area(a) || (a.place < b.place ? -1 : 1));
}

export const lineHeight = ({ sizePx }: Type) => sizePx * LINE_HEIGHT;

/** Measures text, and remembers. */
export class Measure {
  private readonly widths = new Map<string, number>();

  constructor(private readonly context: CanvasRenderingContext2D) {}

  box({ lines, type }: Pick<PlacedLabel, "lines" | "type">): { width: number; height: number } {
    const width = Math.max(...lines.map((line) => this.width(line, type)));
    return { width, height: lines.length * lineHeight(type) };
  }

  private width(text: string, type: Type): number {
    const font = fontOf(type);
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = font;
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }
}

export interface Labelling {
  view: Viewport;
  screen: Screen;
  language: Language;
  /** In the order in which they get room. */
  labels: readonly PlanLabel[];
  /** What symbols and pins cover already. */
  taken: readonly Box[];
  /** Always labelled. */
  selected: readonly PlaceId[];
}

export function placeLabels(
  { view, screen, language, labels, taken, selected }: Labelling,
  measure: Measure,
): PlacedLabel[] {
  const occupied = new Occupancy();
  for (const box of taken) occupied.take(box);
  const placed: PlacedLabel[] = [];
  const isSelected = (label: PlanLabel) =>
    selected.includes(label.place) && label.rank !== "hall_number" && label.rank !== "hall_name";
  const first = labels.filter(isSelected);
  for (const label of first.length > 0 ? [...first, ...labels.filter((other) => !isSelected(other))] : labels) {
    if (placed.length >= MOST) break;
    const [x, middle] = toScreen(view, screen, label.at);
    if (x < -100 || middle < -40 || x > screen.widthPx + 100 || middle > screen.heightPx + 40) continue;
    const room = { width: label.width_m * view.scale, height: label.height_m * view.scale };
    const fitting = isSelected(label)
      ? { lines: choices(label, language).at(0) ?? [], type: SELECTED }
      : arrange(label, room, language, measure);
    if (!fitting) continue;
    const { width, height } = measure.box(fitting);
    const y = middle + (label.rank === "hall_name" ? numeralSize(room) * 0.6 + height / 2 : 0);
    const box: Box = [x - width / 2 - AIR_PX, y - height / 2 - AIR_PX, x + width / 2 + AIR_PX, y + height / 2 + AIR_PX];
    if (!isSelected(label) && !occupied.isFree(box)) continue;
    occupied.take(box);
    placed.push({ label, ...fitting, x, y });
  }
  return placed;
}

interface Room {
  width: number;
  height: number;
}

type Arranged = Pick<PlacedLabel, "lines" | "type">;

const SELECTED: Type = { sizePx: 13, weight: 700 };
const TYPES: Record<LabelRank, Type> = {
  hall_number: { sizePx: 24, weight: 700 },
  hall_name: { sizePx: 12, weight: 600 },
  room: { sizePx: 12, weight: 500 },
  anchor: { sizePx: 12, weight: 600 },
  booth: { sizePx: 11, weight: 500 },
};
/** A hall this large fills the map: what stands in it speaks then, not its name. */
const HALL_FILLS_MAP_PX = 520;

function numeralSize(room: Room): number {
  return Math.round(Math.min(40, Math.max(15, Math.min(room.width, room.height) * 0.3)));
}

/** The label as its shape allows; nothing if it has no room there. */
function arrange(label: PlanLabel, room: Room, language: Language, measure: Measure): Arranged | undefined {
  const hall = label.rank === "hall_number" || label.rank === "hall_name";
  if (hall && Math.min(room.width, room.height) > HALL_FILLS_MAP_PX) return undefined;
  const type = label.rank === "hall_number" ? { ...TYPES.hall_number, sizePx: numeralSize(room) } : TYPES[label.rank];
  for (const lines of choices(label, language)) {
    const arranged = { lines, type };
    const { width, height } = measure.box(arranged);
    if (label.rank === "hall_number" || (width <= room.width && height <= room.height)) return arranged;
  }
  return undefined;
}

/** Ways to write a label, the fullest first. */
function choices(label: PlanLabel, language: Language): string[][] {
  const name = say(label.text, language);
  const { number } = label;
  if (label.rank === "hall_number") return [[number ?? name]];
  const names = breakings(name);
  if (!number || label.rank === "hall_name") return names;
  if (number === name) return [[number]];
  return [...names.map((lines) => [...lines, number]), ...names, [number]];
}

/** A name in one line, and in two of about the same length. */
function breakings(name: string): string[][] {
  const middle = name.length / 2;
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (at !== undefined) return [[name], [name.slice(0, at), name.slice(at + 1)]];
  const half = Math.ceil(middle);
  return /\p{Script=Han}/u.test(name) && name.length > 5 ? [[name], [name.slice(0, half), name.slice(half)]] : [[name]];
}

/** Which parts of the screen are taken; by cells, so that asking does not look at every box. */
class Occupancy {
  private readonly cells = new Map<string, Box[]>();

  isFree(box: Box): boolean {
    const overlaps = (other: Box) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    return this.cellsOf(box).every((cell) => !this.cells.get(cell)?.some(overlaps));
  }

  take(box: Box): void {
    for (const cell of this.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  private cellsOf([left, top, right, bottom]: Box): string[] {
    const keys: string[] = [];
    for (let x = Math.floor(left / CELL_PX); x <= right / CELL_PX; x++) {
      for (let y = Math.floor(top / CELL_PX); y <= bottom / CELL_PX; y++) keys.push(`${x},${y}`);
    }
    return keys;
  }
}
