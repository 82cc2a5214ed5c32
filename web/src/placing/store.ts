// What is on the device's disk: own models, which are too large for where designs are kept, and designs as they were last.

import type { Hull } from "../bindings/Hull.ts";

/** A model as it was rewritten. What is kept under a name is never another. */
export interface KeptModel {
  readonly name: string;
  readonly hull: Hull;
  readonly file: Uint8Array<ArrayBuffer>;
}

/** A design's text, under the key that it has in `localStorage`. */
export interface Written {
  readonly key: string;
  readonly at: number;
  readonly text: string;
}

const DATABASE = "fairway-designs";
const MODELS = "models";
const DESIGNS = "designs";
const VERSION = 2;

export function readModel(name: string): Promise<KeptModel | undefined> {
  return ask<KeptModel | undefined>(MODELS, (models) => models.get(name));
}

/** Resolves when it is on the disk; rejects if there is no room. */
export function keepModel(model: KeptModel): Promise<void> {
  return change(MODELS, (models) => models.put(model));
}

export function modelNames(): Promise<string[]> {
  return ask(MODELS, (models) => models.getAllKeys() as IDBRequest<string[]>);
}

export function dropModel(name: string): Promise<void> {
  return change(MODELS, (models) => models.delete(name));
}

export function writeDesign(written: Written): Promise<void> {
  return change(DESIGNS, (designs) => designs.put(written));
}

export function writtenDesigns(): Promise<Written[]> {
  return ask<Written[]>(DESIGNS, (designs) => designs.getAll());
}

export function dropDesign(key: string): Promise<void> {
  return change(DESIGNS, (designs) => designs.delete(key));
}

/** Rejects where storage is denied. */
async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) request.result.createObjectStore(MODELS, { keyPath: "name" });
    if (oldVersion < 2) request.result.createObjectStore(DESIGNS, { keyPath: "key" });
  };
  return answer(request);
}

async function ask<T>(name: string, question: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  const request = question(database.transaction(name).objectStore(name));
  return answer(request).finally(() => database.close());
}

async function change(name: string, deed: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  const transaction = database.transaction(name, "readwrite", { durability: "strict" });
  deed(transaction.objectStore(name));
  return new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error ?? new Error("nothing was kept"));
  }).finally(() => database.close());
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("storage is denied"));
  });
}
