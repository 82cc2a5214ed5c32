// The view's hand to the desk. The design is the view's: a desk that is started again gets it again.

import type { BoothId } from "../bindings/BoothId.ts";
import type { PlacementCommand } from "../bindings/PlacementCommand.ts";
import type { PlacementEvent } from "../bindings/PlacementEvent.ts";
import { Supervisor } from "../supervisor.ts";
import type { FromDesk, ToDesk } from "./messages.ts";

export interface DeskListener {
  /** Follows each (re)start. */
  opened(message: Extract<FromDesk, { kind: "opened" }>): void;
  unreachable(details: string): void;
  failed(gaveUp: boolean): void;
}

const PATIENCE = { restarts: 3, startingS: 60, runningS: 15 };

export class DeskClient {
  private readonly waiting = new Map<number, (event: PlacementEvent | undefined) => void>();
  private readonly supervisor: Supervisor<ToDesk, FromDesk>;
  private lastId = 0;
  private ready = false;

  constructor(venue: string | undefined, stand: BoothId, listener: DeskListener) {
    this.supervisor = new Supervisor<ToDesk, FromDesk>("placing-worker.js", PATIENCE, {
      started: () => this.supervisor.say({ kind: "open", venue, stand }),
      told: (message) => this.hear(message, listener),
      failed: (_message, gaveUp) => {
        this.abandon();
        listener.failed(gaveUp);
      },
    });
  }

  start(): void {
    this.supervisor.retry();
  }

  stop(): void {
    this.supervisor.stop();
    this.abandon();
  }

  /** Nothing if there is no desk at the moment, or if it dies over it. */
  ask(command: PlacementCommand): Promise<PlacementEvent | undefined> {
    if (!this.ready) return Promise.resolve(undefined);
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.supervisor.say({ kind: "ask", id, command });
    });
  }

  private hear(message: FromDesk, listener: DeskListener): void {
    switch (message.kind) {
      case "opened":
        this.supervisor.settle();
        this.ready = true;
        return listener.opened(message);
      case "unreachable":
        this.supervisor.stop();
        return listener.unreachable(message.details);
      case "answer":
        this.waiting.get(message.id)?.(JSON.parse(message.event) as PlacementEvent);
        this.waiting.delete(message.id);
    }
  }

  private abandon(): void {
    this.ready = false;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const resolve of lost) resolve(undefined);
  }
}
