// The design that is being made, with all that it was before.

import type { Design } from "../bindings/Design.ts";
import type { KitRow } from "../bindings/KitRow.ts";
import type { Part } from "../bindings/Part.ts";
import type { PartId } from "../bindings/PartId.ts";
import type { PartKind } from "../bindings/PartKind.ts";
import type { Point } from "../bindings/Point.ts";

export class Sketch {
  private past: Design[] = [];
  private future: Design[] = [];
  /** Another tab edits: nothing is changed here. */
  frozen = false;
  /** What it was when something began that is one step for the person. */
  private before: Design | undefined;

  constructor(
    private current: Design,
    private readonly changed: () => void,
  ) {}

  get design(): Design {
    return this.current;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  part(id: PartId | undefined): Part | undefined {
    return this.current.parts.find((part) => part.id === id);
  }

  /** What changes from here to `end` is one step. */
  begin(): void {
    this.before ??= this.current;
  }

  end(): void {
    const { before } = this;
    this.before = undefined;
    if (before === undefined || before === this.current) return;
    this.past.push(before);
    this.future = [];
    this.changed();
  }

  set(design: Design): void {
    if (this.frozen) return this.changed();
    const alone = this.before === undefined;
    this.begin();
    this.current = design;
    if (alone) this.end();
    else this.changed();
  }

  /** What the desk cannot take is as if it had not been. */
  takeBack(design: Design): void {
    this.before = undefined;
    this.past = this.past.filter((each) => each !== design);
    this.current = design;
    this.changed();
  }

  undo(): void {
    this.step(this.past, this.future);
  }

  redo(): void {
    this.step(this.future, this.past);
  }

  put(id: PartId, change: (part: Part) => Part): void {
    this.set({ ...this.current, parts: this.current.parts.map((part) => (part.id === id ? change(part) : part)) });
  }

  /** Moves a part, and those of its group with it; what is locked stays. */
  moveTo(id: PartId, at: Point): void {
    const lead = this.part(id);
    if (!lead || lead.locked) return;
    const [dx, dy] = [at[0] - lead.at[0], at[1] - lead.at[1]];
    if (dx === 0 && dy === 0) return;
    const goes = (part: Part) => !part.locked && (part === lead || (!!lead.group && part.group === lead.group));
    const moved = (part: Part): Part => ({ ...part, at: [round(part.at[0] + dx), round(part.at[1] + dy)] });
    this.set({ ...this.current, parts: this.current.parts.map((part) => (goes(part) ? moved(part) : part)) });
  }

  /** The same parts, elsewhere. */
  arrange(parts: Part[]): void {
    const moved = parts.some(({ at: [x, y], id }) => {
      const before = this.part(id)?.at;
      return x !== before?.[0] || y !== before[1];
    });
    if (moved) this.set({ ...this.current, parts });
  }

  turnTo(id: PartId, degrees: number): void {
    const part = this.part(id);
    const turn = round(((degrees % 360) + 360) % 360);
    if (part && !part.locked && turn !== (part.turn_deg ?? 0)) this.put(id, () => ({ ...part, turn_deg: turn }));
  }

  add(kind: PartKind, at: Point): PartId {
    const id = this.freeId(kind);
    this.set({ ...this.current, parts: [...this.current.parts, { id, kind, at }] });
    return id;
  }

  addModel(model: string, name: string, size_m: [number, number, number], at: Point): PartId {
    const id = this.freeId("model");
    this.set({ ...this.current, parts: [...this.current.parts, { id, kind: "model", at, size_m, name, model }] });
    return id;
  }

  duplicate(part: Part): PartId {
    const id = this.freeId(part.kind);
    const twin: Part = { ...part, id, at: [round(part.at[0] + 0.5), round(part.at[1] - 0.5)], locked: false };
    this.set({ ...this.current, parts: [...this.current.parts, twin] });
    return id;
  }

  remove(id: PartId): void {
    if (this.part(id)?.locked) return;
    this.set({ ...this.current, parts: this.current.parts.filter((part) => part.id !== id) });
  }

  private freeId(kind: PartKind): PartId {
    const taken = new Set(this.current.parts.map(({ id }) => id));
    let number = 1;
    while (taken.has(`${kind}-${number}`)) number += 1;
    return `${kind}-${number}`;
  }

  /** As another tab has it, or as another design: nothing of what was before is undone. */
  show(design: Design): void {
    this.past = [];
    this.future = [];
    this.before = undefined;
    this.current = design;
    this.changed();
  }

  private step(from: Design[], to: Design[]): void {
    if (this.frozen) return;
    this.end();
    const design = from.pop();
    if (!design) return;
    to.push(this.current);
    this.current = design;
    this.changed();
  }
}

/** To the millimetre: sums of decimals are none. */
export const round = (value: number) => Math.round(value * 1000) / 1000;

export function sizeOf(part: Part, kit: readonly KitRow[]): [number, number, number] {
  return part.size_m ?? kit.find(({ kind }) => kind === part.kind)?.size_m ?? [1, 1, 1];
}
