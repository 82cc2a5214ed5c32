// The page's hand to the guide.

import type { GuideCommand } from "../bindings/GuideCommand.ts";
import type { GuideEvent } from "../bindings/GuideEvent.ts";
import { Supervisor } from "../supervisor.ts";
import type { FromGuide, LiveSet, ToGuide } from "./messages.ts";

/** The worker that had the question is gone. */
export class GuideGone extends Error {
  constructor(
    message: string,
    /** It died over this question: it answers one after the other, and this was the next. */
    readonly guilty: boolean,
  ) {
    super(message);
  }
}

export interface GuideListener {
  progress(loaded: number, total: number | undefined): void;
  /** The venue was opened or refused. Follows each (re)start. */
  opened(event: GuideEvent, folder: string): void;
  unreachable(message: Extract<FromGuide, { kind: "unreachable" }>): void;
  /** What holds for now, as it was at that time. */
  live(event: LiveSet, at: number): void;
  failed(message: string, gaveUp: boolean): void;
}

interface Waiting {
  resolve(event: GuideEvent): void;
  reject(error: GuideGone): void;
}

const PATIENCE = { restarts: 3, startingS: 60, runningS: 5 };

export class GuideClient {
  private readonly waiting = new Map<number, Waiting>();
  private readonly supervisor: Supervisor<ToGuide, FromGuide>;
  private lastId = 0;
  private venue: string | undefined;

  constructor(private readonly listener: GuideListener) {
    this.supervisor = new Supervisor<ToGuide, FromGuide>("guide-worker.js", PATIENCE, {
      started: () => this.supervisor.say({ kind: "open", venue: this.venue }),
      told: (message) => this.hear(message),
      failed: (message, gaveUp) => {
        this.abandon(message);
        listener.failed(message, gaveUp);
      },
    });
  }

  open(venue: string | undefined): void {
    this.venue = venue;
    this.supervisor.retry();
  }

  /** Only after a venue was opened. Rejects with `GuideGone` when the guide dies over it. */
  ask(command: GuideCommand): Promise<GuideEvent> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.supervisor.say({ kind: "ask", id, command });
    });
  }

  private hear(message: FromGuide): void {
    switch (message.kind) {
      case "progress":
        return this.listener.progress(message.loaded, message.total);
      case "opened":
        this.supervisor.settle();
        return this.listener.opened(message.event, message.folder);
      case "live":
        return this.listener.live(message.event, message.at);
      case "unreachable":
        // Nothing to watch over until the person tries again.
        this.supervisor.stop();
        return this.listener.unreachable(message);
      case "answer":
        this.waiting.get(message.id)?.resolve(message.event);
        this.waiting.delete(message.id);
    }
  }

  private abandon(message: string): void {
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const [index, { reject }] of lost.entries()) reject(new GuideGone(message, index === 0));
  }
}
