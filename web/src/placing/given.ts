// Files that strangers made are opened in a worker that lives for one file, and not for long.

import type { FileEvent } from "../bindings/FileEvent.ts";
import type { Vital } from "../heartbeat.ts";
import type { FromWorkshop, ToWorkshop } from "./messages.ts";

/** What a file holds, with the rewritten files of its models; nothing if it was too much for the worker. */
export type Given = { readonly event: FileEvent; readonly files: Uint8Array<ArrayBuffer>[] } | undefined;

const STARTING_MS = 60_000;
/** So long a worker waits for the file that somebody looks for. */
const WAITING_MS = 60_000;
const PATIENCE_MS = 10_000;

export async function readGiven(name: string, bytes: ArrayBuffer): Promise<Given> {
  const answer = await once({ kind: "read", name, bytes }, [bytes]);
  return answer?.kind === "read" ? answer : undefined;
}

/** The one file of a design with its models. */
export async function pack(
  design: string,
  models: { name: string; file: Uint8Array<ArrayBuffer> }[],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const answer = await once({ kind: "pack", design, models });
  return answer?.kind === "packed" ? answer.file : undefined;
}

let waiting: Worker | undefined;

/** Somebody looks for a file: its worker is started meanwhile. */
export function expectFile(): void {
  if (waiting) return;
  const worker = (waiting = start());
  const drop = () => {
    if (waiting !== worker) return;
    waiting = undefined;
    worker.terminate();
  };
  // All that it can say before it is asked is that it failed.
  worker.onerror = worker.onmessage = drop;
  setTimeout(drop, WAITING_MS);
}

function start(): Worker {
  return new Worker(new URL(`workshop-worker.js?v=${__BUILD__}`, import.meta.url), { type: "module" });
}

function once(work: ToWorkshop, transfer: Transferable[] = []): Promise<FromWorkshop | undefined> {
  const worker = waiting ?? start();
  waiting = undefined;
  return new Promise<FromWorkshop | undefined>((done) => {
    let patience = setTimeout(done, STARTING_MS);
    worker.onerror = () => done(undefined);
    worker.onmessage = ({ data }: MessageEvent<FromWorkshop | Vital>) => {
      clearTimeout(patience);
      // The time is that of the work alone, however slow the network is.
      if (data.kind === "ready") patience = setTimeout(done, PATIENCE_MS);
      else done(data.kind === "beat" || data.kind === "failed" ? undefined : data);
    };
    worker.postMessage(work, transfer);
  }).finally(() => worker.terminate());
}
