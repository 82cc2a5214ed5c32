// The worker's side of supervision.

import type { Vital } from "./heartbeat.ts";

/** Remembers a Rust panic's text: what JavaScript gets after it is only "unreachable executed". */
let panic: string | undefined;

const log = console.error;
console.error = (...parts: unknown[]) => {
  if (typeof parts[0] === "string" && parts[0].includes("panicked at")) panic ??= parts[0];
  log(...parts);
};

let dead = false;

/** Runs a piece of a worker's work. If it throws, the page is told, once, and nothing runs any more. */
export function vital(work: () => unknown): void {
  if (dead) return;
  try {
    const result = work();
    if (result instanceof Promise) result.catch(die);
  } catch (error) {
    die(error);
  }
}

export function die(error: unknown): void {
  if (dead) return;
  dead = true;
  const message = panic ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
  postMessage({ kind: "failed", message } satisfies Vital);
}

export function beat(): void {
  if (!dead) postMessage({ kind: "beat" } satisfies Vital);
}
