// Parts in line with each other, and with the same gaps between them.

import type { KitRow } from "../../bindings/KitRow.ts";
import type { Part } from "../../bindings/Part.ts";
import type { PartId } from "../../bindings/PartId.ts";
import { reachOf } from "../axes.ts";
import { round, sizeOf } from "../sketch.ts";

export const ALIGNMENTS = ["left", "center", "right", "top", "middle", "bottom"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Along which of the stand's axes, and to which share of what the parts cover there. */
const LINES: Record<Alignment, readonly [axis: 0 | 1, share: number]> = {
  left: [0, 0],
  center: [0, 0.5],
  right: [0, 1],
  bottom: [1, 0],
  middle: [1, 0.5],
  top: [1, 1],
};

interface Span {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** The parts with the chosen ones in line: with those that are locked, where some are, or else with all together. */
export function aligned(
  parts: readonly Part[],
  chosen: ReadonlySet<PartId>,
  kit: readonly KitRow[],
  alignment: Alignment,
): Part[] {
  const [axis, share] = LINES[alignment];
  const spans = spansOf(parts, chosen, kit, axis);
  const locked = spans.filter(({ part }) => part.locked);
  const [from, to] = endsOf(locked.length > 0 ? locked : spans);
  const line = from + (to - from) * share;
  return shifted(parts, axis, new Map(spans.map((span) => [span.part.id, line - (span.from + widthOf(span) * share)])));
}

/** The parts with the same gap between each of the chosen ones and the next: the first and the last stay. */
export function distributed(
  parts: readonly Part[],
  chosen: ReadonlySet<PartId>,
  kit: readonly KitRow[],
  axis: 0 | 1,
): Part[] {
  const spans = spansOf(parts, chosen, kit, axis).sort((a, b) => a.from + a.to - (b.from + b.to));
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [...parts];
  const covered = spans.reduce((sum, span) => sum + widthOf(span), 0);
  // Less than nothing where they are wider than what they span: then they overlap alike.
  const gap = (last.to - first.from - covered) / Math.max(1, spans.length - 1);
  let next = first.from;
  const shifts = new Map<PartId, number>();
  for (const span of spans) {
    shifts.set(span.part.id, next - span.from);
    next += widthOf(span) + gap;
  }
  return shifted(parts, axis, shifts);
}

function spansOf(parts: readonly Part[], chosen: ReadonlySet<PartId>, kit: readonly KitRow[], axis: 0 | 1): Span[] {
  return parts
    .filter(({ id }) => chosen.has(id))
    .map((part) => {
      const reach = reachOf(sizeOf(part, kit), part.turn_deg ?? 0)[axis];
      return { part, from: part.at[axis] - reach, to: part.at[axis] + reach };
    });
}

const widthOf = ({ from, to }: Span) => to - from;

function endsOf(spans: readonly Span[]): [number, number] {
  return [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))];
}

function shifted(parts: readonly Part[], axis: 0 | 1, shifts: ReadonlyMap<PartId, number>): Part[] {
  return parts.map((part) => {
    const by = shifts.get(part.id);
    if (by === undefined || part.locked) return part;
    const at: [number, number] = [...part.at];
    at[axis] = round(at[axis] + by);
    return { ...part, at };
  });
}
