// Own models on the device: too large for where designs are kept.

import type { Hull } from "../bindings/Hull.ts";

/** A model as it was rewritten. What is kept under a name is never another. */
export interface KeptModel {
  readonly name: string;
  readonly hull: Hull;
  readonly file: Uint8Array<ArrayBuffer>;
}

const DATABASE = "fairway-designs";
const MODELS = "models";
const VERSION = 1;

/** Rejects where storage is denied. */
function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => request.result.createObjectStore(MODELS, { keyPath: "name" });
  return answer(request);
}

export async function readModel(name: string): Promise<KeptModel | undefined> {
  const database = await open();
  const request = database.transaction(MODELS).objectStore(MODELS).get(name) as IDBRequest<KeptModel | undefined>;
  return answer(request).finally(() => database.close());
}

/** Resolves when it is on the disk; rejects if there is no room. */
export async function keepModel(model: KeptModel): Promise<void> {
  const database = await open();
  const transaction = database.transaction(MODELS, "readwrite", { durability: "strict" });
  transaction.objectStore(MODELS).put(model);
  return new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error ?? new Error("the model was not kept"));
  }).finally(() => database.close());
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("storage is denied"));
  });
}
