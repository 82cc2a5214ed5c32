// The own models that are at hand: on the device, in memory, and known to the desk.

import type { Design } from "../bindings/Design.ts";
import type { PlacementCommand } from "../bindings/PlacementCommand.ts";
import { type KeptModel, keepModel, readModel } from "./store.ts";

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

  /** Whether it is on the device, too. */
  async keep(model: KeptModel): Promise<boolean> {
    await this.know(model);
    return keepModel(model).then(
      () => true,
      () => false,
    );
  }

  private async know(model: KeptModel): Promise<void> {
    const { name, hull } = model;
    this.known.set(name, model);
    await this.tell({ know_model: { name, hull } });
  }
}

function namesIn({ parts }: Design): string[] {
  return [...new Set(parts.flatMap(({ model }) => model ?? []))];
}
