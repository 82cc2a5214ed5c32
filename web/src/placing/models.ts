// The own models that are at hand: on the device, in memory, and known to the desk.

import type { Design } from "../bindings/Design.ts";
import type { PlacementCommand } from "../bindings/PlacementCommand.ts";
import { ALL, isInSome } from "./keeping.ts";
import { type KeptModel, dropModel, keepModel, modelNames, readModel, writtenDesigns } from "./store.ts";

export class Models {
  private readonly known = new Map<string, KeptModel>();

  constructor(private readonly tell: (command: PlacementCommand) => Promise<unknown>) {}

  get(name: string | undefined): KeptModel | undefined {
    return name === undefined ? undefined : this.known.get(name);
  }

  of(design: Design): KeptModel[] {
    return namesIn(design).flatMap((name) => this.known.get(name) ?? []);
  }

  /** Finds those of a design on the device. One that is not there is a finding of the desk. */
  async fetch(design: Design): Promise<void> {
    for (const name of namesIn(design)) {
      if (this.known.has(name)) continue;
      const model = await readModel(name).catch(() => undefined);
      if (model) await this.know(model);
    }
  }

  /** To a desk that knows none of them. */
  async tellAgain(): Promise<void> {
    for (const model of this.known.values()) await this.know(model);
  }

  /** Whether it is on the device then. */
  keep(model: KeptModel): Promise<boolean> {
    return keepModel(model).then(
      () => true,
      () => false,
    );
  }

  /** Drops what no design on the device names. Not while another tab has one open: it may be about to name a model. */
  async dropUnused(): Promise<void> {
    if (!("locks" in navigator)) return;
    const { held = [], pending = [] } = await navigator.locks.query();
    if ([...held, ...pending].filter(({ name }) => name?.startsWith(ALL)).length > 1) return;
    try {
      const written = await writtenDesigns();
      const isUsed = (name: string) =>
        this.known.has(name) || isInSome(name) || written.some(({ text }) => text.includes(name));
      for (const name of await modelNames()) if (!isUsed(name)) await dropModel(name);
    } catch {
      return; // nothing is on a device that keeps nothing
    }
  }

  /** So that designs can name it. */
  async know(model: KeptModel): Promise<void> {
    this.known.set(model.name, model);
    await this.tell(knowing(model));
  }
}

/** For a desk that does not know it yet. */
export function knowing({ name, hull }: KeptModel): PlacementCommand {
  return { know_model: { name, hull } };
}

function namesIn({ parts }: Design): string[] {
  return [...new Set(parts.flatMap(({ model }) => model ?? []))];
}
