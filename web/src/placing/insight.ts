// What takes longer: who sees the stand, and what becomes of aisles and walks. Asked when the hand rests, of a desk of its own, so that no check waits for it.

import type { BoothId } from "../bindings/BoothId.ts";
import type { Design } from "../bindings/Design.ts";
import type { Views } from "../bindings/Views.ts";
import type { WayChanges } from "../bindings/WayChanges.ts";
import { DeskClient } from "./client.ts";
import { type Models, knowing } from "./models.ts";

const REST_MS = 700;

interface InsightHost {
  readonly stand: BoothId;
  readonly design: Design | undefined;
  readonly models: Models;
  show(): void;
}

export class Insight {
  views: Views | undefined;
  changes: WayChanges | undefined;
  /** What is shown is of an earlier design. */
  stale = true;
  private readonly desk: DeskClient;
  private state: "asleep" | "starting" | "ready" = "asleep";
  /** The models that its desk knows. */
  private readonly told = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    venue: string | undefined,
    private readonly host: InsightHost,
  ) {
    this.desk = new DeskClient(venue, host.stand, {
      opened: () => {
        this.state = "ready";
        this.told.clear();
        void this.look();
      },
      // What the page says of the desk that checks is enough: here the next rest is another try.
      unreachable: () => (this.state = "asleep"),
      failed: (gaveUp) => (this.state = gaveUp ? "asleep" : "starting"),
    });
  }

  /** The design has changed; `busy` says whether the hand is still at it. */
  later(busy: () => boolean): void {
    this.stale = true;
    this.asked += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (busy() ? this.later(busy) : void this.look()), REST_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.desk.stop();
  }

  private async look(): Promise<void> {
    if (this.state === "asleep") {
      this.state = "starting";
      this.desk.start();
    }
    const { asked, desk } = this;
    const { design, models } = this.host;
    if (this.state !== "ready" || !design) return;
    for (const model of models.of(design)) {
      if (!this.told.has(model.name)) void desk.ask(knowing(model));
      this.told.add(model.name);
    }
    void desk.ask({ read_design: { text: JSON.stringify(design) } });
    const seen = await desk.ask("look_round");
    if (asked !== this.asked || seen?.type !== "seen") return;
    this.views = seen.views;
    this.host.show();
    const compared = await desk.ask("compare_ways");
    if (asked !== this.asked || compared?.type !== "ways_compared") return;
    this.changes = compared.changes;
    this.stale = false;
    this.host.show();
  }
}
