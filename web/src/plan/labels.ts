// Chooses which labels fit: by rank, bigger shapes first, none over another, and none that would leave its shape.

import type { LabelRank } from "../bindings/LabelRank.ts";
import type { LocalText } from "../bindings/LocalText.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { PlanLabel } from "../bindings/PlanLabel.ts";
import { type Language, say } from "../strings/index.ts";
import { type Box, Occupancy, boxAbout, overlap } from "./occupancy.ts";
import type { Measure, Size, Text, Type } from "./type.ts";
import { type Screen, type Viewport, toScreen } from "./viewport.ts";

/** A label, or a hall's numeral on its badge; its middle in CSS pixels. */
export interface PlacedLabel extends Text {
  place: PlaceId;
  x: number;
  y: number;
  badge: Size | undefined;
  /** The last line is a booth's number, which is less than its name. */
  numbered: boolean;
}

export interface Labelling {
  view: Viewport;
  screen: Screen;
  language: Language;
  /** In the order in which they get room. */
  labels: readonly PlanLabel[];
  /** Labelled wherever that does not hide the label of another one of them. */
  selected: readonly PlaceId[];
  /** What is written under a hall's numeral. */
  captions: ReadonlyMap<PlaceId, LocalText>;
}

const MOST = 300;
const AIR_PX = 3;
/** How far outside of the screen a label's middle may be. */
const OUTSIDE_PX = 100;
/** A hall this large fills the map: what stands in it speaks then, not its number. */
const HALL_FILLS_MAP_PX = 300;

const ORDER: Record<LabelRank, number> = { hall_number: 0, hall_name: 1, room: 2, anchor: 3, booth: 4 };
const TYPES: Record<Exclude<LabelRank, "hall_number">, Type> = {
  hall_name: { sizePx: 12, weight: 600 },
  room: { sizePx: 12, weight: 500 },
  anchor: { sizePx: 12, weight: 600 },
  booth: { sizePx: 11, weight: 500 },
};
const SELECTED: Type = { sizePx: 13, weight: 700 };

/** Labels of a level in the order in which they get room. A hall with a numeral has its name under that. */
export function ranked(labels: readonly PlanLabel[]): PlanLabel[] {
  const area = ({ width_m, height_m }: PlanLabel) => width_m * height_m;
  const numbered = new Set(labels.filter(({ rank }) => rank === "hall_number").map(({ place }) => place));
  return labels
    .filter(({ rank, place }) => rank !== "hall_name" || !numbered.has(place))
    .sort((a, b) => ORDER[a.rank] - ORDER[b.rank] || area(b) - area(a) || (a.place < b.place ? -1 : 1));
}

/** `taken`: what symbols and pins cover already. */
export function placeLabels(labelling: Labelling, taken: readonly Box[], measure: Measure): PlacedLabel[] {
  const { view, screen, labels, selected } = labelling;
  const occupied = new Occupancy();
  for (const box of taken) occupied.take(box);
  const isSelected = ({ place, rank }: PlanLabel) => selected.includes(place) && !isHall(rank);
  const first = selected.length > 0 ? labels.filter(isSelected) : [];
  const others = first.length > 0 ? labels.filter((label) => !isSelected(label)) : labels;

  const placed: PlacedLabel[] = [];
  const boxes: Box[] = [];
  for (const label of first) {
    const candidate = placeSelected(label, labelling, measure);
    const box = boxOf(candidate.x, candidate.y, measure.size(candidate));
    if (boxes.some((other) => overlap(box, other))) continue;
    boxes.push(box);
    occupied.take(box);
    placed.push(candidate);
  }
  for (const label of others) {
    if (placed.length >= MOST) break;
    const [x, y] = toScreen(view, screen, label.at);
    const outside =
      x < -OUTSIDE_PX || y < -OUTSIDE_PX || x > screen.widthPx + OUTSIDE_PX || y > screen.heightPx + OUTSIDE_PX;
    if (outside) continue;
    for (const candidate of candidates(label, x, y, labelling, measure)) {
      const box = boxOf(candidate.x, candidate.y, candidate.badge ?? measure.size(candidate));
      if (!occupied.isFree(box)) break;
      occupied.take(box);
      placed.push(candidate);
    }
  }
  return placed;
}

/** Where numerals would be: what is less than a hall gives them room. */
export function numeralBoxes(labelling: Labelling, measure: Measure): Box[] {
  const { view, screen, labels } = labelling;
  return labels.flatMap((label) => {
    if (label.rank !== "hall_number") return [];
    const [numeral] = candidates(label, ...toScreen(view, screen, label.at), labelling, measure);
    return numeral?.badge ? [boxOf(numeral.x, numeral.y, numeral.badge)] : [];
  });
}

const isHall = (rank: LabelRank) => rank === "hall_number" || rank === "hall_name";

function boxOf(x: number, y: number, { width, height }: Size): Box {
  return boxAbout(x, y, width, height, AIR_PX);
}

/** Whole, whatever room there is, below the pin's point. */
function placeSelected(label: PlanLabel, { view, screen, language }: Labelling, measure: Measure): PlacedLabel {
  const [x, y] = toScreen(view, screen, label.at);
  const text = { lines: choices(label, language)[0] ?? [], type: SELECTED };
  const { height } = measure.size(text);
  return {
    ...text,
    place: label.place,
    x,
    y: y + height / 2 + AIR_PX,
    badge: undefined,
    numbered: isNumbered(label, text),
  };
}

/** What to place for a label, in order: the text as its shape allows; a numeral and its caption; or nothing. */
function candidates(
  label: PlanLabel,
  x: number,
  y: number,
  { view, language, captions }: Labelling,
  measure: Measure,
): PlacedLabel[] {
  const room: Size = { width: label.width_m * view.scale, height: label.height_m * view.scale };
  const { place, rank } = label;
  if (isHall(rank) && Math.min(room.width, room.height) > HALL_FILLS_MAP_PX) return [];
  if (rank !== "hall_number") {
    const text = firstFitting(choices(label, language), TYPES[rank], room, measure);
    return text ? [{ ...text, place, x, y, badge: undefined, numbered: isNumbered(label, text) }] : [];
  }
  const type = { sizePx: numeralSize(room), weight: 700 };
  const lines = [label.number ?? say(label.text, language)];
  const badge = badgeSize(measure.size({ lines, type }).width, type);
  const numeral = { place, x, y, lines, type, badge, numbered: false };
  const names = breakings(say(captions.get(place) ?? {}, language));
  const name = firstFitting(names, TYPES.hall_name, room, measure);
  if (!name) return [numeral];
  const nameY = y + (badge.height + measure.size(name).height) / 2 + 2 * AIR_PX;
  return [numeral, { ...name, place, x, y: nameY, badge: undefined, numbered: false }];
}

function firstFitting(
  choices: readonly (readonly string[])[],
  type: Type,
  room: Size,
  measure: Measure,
): Text | undefined {
  // Far from the plan most stands are too small for anything: no need to measure what they are called.
  if (room.height < type.sizePx || room.width < type.sizePx) return undefined;
  for (const lines of choices) {
    const { width, height } = measure.size({ lines, type });
    if (width <= room.width && height <= room.height) return { lines, type };
  }
  return undefined;
}

function isNumbered({ number }: PlanLabel, { lines }: Text): boolean {
  return lines.length > 1 && number !== null && lines.at(-1) === number;
}

function numeralSize(room: Size): number {
  return Math.round(Math.min(24, Math.max(13, Math.min(room.width, room.height) * 0.2)));
}

function badgeSize(textWidth: number, { sizePx }: Type): Size {
  const height = Math.round(sizePx * 1.7);
  return { width: Math.max(height, textWidth + sizePx * 0.9), height };
}

/** Ways to write a label, the fullest first. */
function choices({ text, number, rank }: PlanLabel, language: Language): string[][] {
  const name = say(text, language);
  const names = breakings(name);
  if (!number || rank === "hall_name") return names;
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
  return /\p{Script=Han}/u.test(name) && name.length > 4 ? [[name], [name.slice(0, half), name.slice(half)]] : [[name]];
}
