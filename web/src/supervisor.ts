// Keeps one worker alive: listens to its heart, ends it when it fails or hangs, starts it again.

import type { Ping, Vital } from "./heartbeat.ts";

export interface Ward<Told> {
  /** A new worker runs: give it what it needs. */
  started(): void;
  told(message: Told): void;
  /** The worker ended. Another one follows unless `gaveUp`; then only `retry` starts one. */
  failed(message: string, gaveUp: boolean): void;
}

export interface Patience {
  /** Failures within `WINDOW_MS` that are answered by a restart. */
  restarts: number;
  /** Seconds without a beat until it counts as hanging, while it starts and afterwards. */
  startingS: number;
  runningS: number;
}

const WINDOW_MS = 10 * 60_000;
/** A page at rest is woken no more often. */
const BEAT_S = 3;
/** Before the first, second, … restart. */
const BACK_OFF_MS = [250, 1000, 4000];

export class Supervisor<Say, Told extends { kind: string }> {
  private worker: Worker | undefined;
  private beating: ReturnType<typeof setInterval> | undefined;
  private restart: ReturnType<typeof setTimeout> | undefined;
  private failures: number[] = [];
  private silentS = 0;
  private settled = false;

  constructor(
    private readonly script: string,
    private readonly patience: Patience,
    private readonly ward: Ward<Told>,
  ) {}

  get running(): boolean {
    return this.worker !== undefined;
  }

  start(): void {
    this.stop();
    this.settled = false;
    this.silentS = 0;
    const worker = new Worker(new URL(`${this.script}?v=${__BUILD__}`, import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Told | Vital>) => this.hear(data);
    worker.onerror = (event) => this.fail(event.message || `${this.script} could not be loaded`);
    worker.onmessageerror = () => this.fail("a message could not be read");
    this.worker = worker;
    this.beating = setInterval(() => this.listen(), BEAT_S * 1000);
    this.ward.started();
  }

  stop(): void {
    clearTimeout(this.restart);
    clearInterval(this.beating);
    this.worker?.terminate();
    this.worker = undefined;
  }

  /** The person asks for another try: earlier failures are forgiven. */
  retry(): void {
    this.failures = [];
    this.start();
  }

  /** The worker has started whole: from now on, less silence is borne. */
  settle(): void {
    this.settled = true;
  }

  say(message: Say, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer);
  }

  private hear(message: Told | Vital): void {
    this.silentS = 0;
    if (isVital(message)) {
      if (message.kind === "failed") this.fail(message.message);
    } else {
      this.ward.told(message);
    }
  }

  /** Counts the page's own ticks instead of comparing clocks, so that a sleeping laptop or tab is not taken for a hang. */
  private listen(): void {
    if (document.hidden) return;
    this.silentS += BEAT_S;
    const { startingS, runningS } = this.patience;
    if (this.silentS > (this.settled ? runningS : startingS)) return this.fail("it hangs");
    this.worker?.postMessage({ kind: "ping" } satisfies Ping);
  }

  private fail(message: string): void {
    console.warn(`${this.script}: ${message}`);
    this.stop();
    const now = performance.now();
    this.failures = [...this.failures.filter((at) => now - at < WINDOW_MS), now];
    const gaveUp = this.failures.length > this.patience.restarts;
    if (!gaveUp) {
      const delay = BACK_OFF_MS[this.failures.length - 1] ?? BACK_OFF_MS.at(-1);
      this.restart = setTimeout(() => this.start(), delay);
    }
    this.ward.failed(message, gaveUp);
  }
}

function isVital(message: { kind: string }): message is Vital {
  return message.kind === "beat" || message.kind === "failed";
}
