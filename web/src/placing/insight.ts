// What the desk takes longer for: who sees the stand, and what becomes of aisles and walks. Asked when the hand rests.

import type { PlacementCommand } from "../bindings/PlacementCommand.ts";
import type { PlacementEvent } from "../bindings/PlacementEvent.ts";
import type { Views } from "../bindings/Views.ts";
import type { WayChanges } from "../bindings/WayChanges.ts";

const REST_MS = 700;

export class Insight {
  views: Views | undefined;
  changes: WayChanges | undefined;
  /** What is shown is of an earlier design. */
  stale = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    private readonly ask: (command: PlacementCommand) => Promise<PlacementEvent | undefined>,
    private readonly changed: () => void,
  ) {}

  /** The design has changed; `busy` says whether the hand is still at it. */
  later(busy: () => boolean): void {
    this.stale = true;
    this.asked += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (busy() ? this.later(busy) : void this.look()), REST_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    const { asked } = this;
    const seen = await this.ask("look_round");
    if (asked !== this.asked || seen?.type !== "seen") return;
    this.views = seen.views;
    this.changed();
    const compared = await this.ask("compare_ways");
    if (asked !== this.asked || compared?.type !== "ways_compared") return;
    this.changes = compared.changes;
    this.stale = false;
    this.changed();
  }
}
