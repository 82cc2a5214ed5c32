// What the keyboard does to a design.

import type { Part } from "../bindings/Part.ts";
import type { Point } from "../bindings/Point.ts";
import { TURN_DEG } from "./axes.ts";
import type { Sketch } from "./sketch.ts";

const STEP_M = 0.1;
const LONG_STEP_M = 1;
const ARROWS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface KeysHost {
  readonly sketch: Sketch | undefined;
  remove(part: Part): void;
  /** The chosen part's numbers are next. */
  toNumbers(): void;
}

/** How far an arrow key goes, in metres; nothing for another key. */
export function stepOf({ key, shiftKey }: KeyboardEvent): Point | undefined {
  const arrow = ARROWS[key];
  const step = shiftKey ? LONG_STEP_M : STEP_M;
  return arrow && [arrow[0] * step, arrow[1] * step];
}

/** On a part. */
export function partKey(event: KeyboardEvent, part: Part, host: KeysHost): void {
  const { sketch } = host;
  if (!sketch || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = stepOf(event);
  const fixed = part.kind === "shell_scheme";
  if (step && !fixed) {
    sketch.moveTo(part.id, [part.at[0] + step[0], part.at[1] + step[1]]);
  } else if (event.key === "r" || event.key === "R") {
    if (!fixed) sketch.turnTo(part.id, (part.turn_deg ?? 0) + (event.shiftKey ? -TURN_DEG : TURN_DEG));
  } else if (event.key === "Delete" || event.key === "Backspace") {
    host.remove(part);
  } else if (event.key === "Enter" || event.key === " ") {
    host.toNumbers();
  } else {
    return;
  }
  event.preventDefault();
}

/** Anywhere: undo and redo. */
export function historyKey(event: KeyboardEvent, sketch: Sketch | undefined): void {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
  // What is being typed has the browser's own undo.
  const field = event.target instanceof HTMLInputElement ? event.target : undefined;
  if (field?.matches("[data-typed]")) return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) sketch?.redo();
  else sketch?.undo();
}
