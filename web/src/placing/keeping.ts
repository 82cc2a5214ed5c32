// Designs on the device: what is there when the person comes back, and what they were before.

import type { Design } from "../bindings/Design.ts";
import { dropDesign, writeDesign, writtenDesigns } from "./store.ts";

const SOON_MS = 250;
/** So much of the work is one version. */
const VERSION_MS = 60_000;
const MOST_VERSIONS = 20;

/** One of several designs of a stand. */
export interface Slot {
  readonly id: string;
  readonly name: string;
}

export interface Version {
  /** When it was the newest. */
  readonly at: string;
  readonly text: string;
}

export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due: Design | undefined;
  private readonly base: string;
  private slot: string;

  constructor(
    venue: string,
    stand: string,
    private readonly told: (kept: boolean) => void,
    /** Another tab kept that. */
    changed: (text: string) => void,
  ) {
    this.base = `${ALL}${venue}.${stand}`;
    this.slot = read(`${this.base}.open`) ?? FIRST;
    addEventListener("pagehide", () => this.flush());
    addEventListener("storage", ({ key, newValue }) => {
      if (key === this.key() && newValue !== null) changed(newValue);
    });
  }

  get open(): string {
    return this.slot;
  }

  get lock(): string {
    return this.base;
  }

  /** All designs of the stand that are kept, and the one that is open. */
  slots(): Slot[] {
    const ids = new Set([FIRST, this.slot]);
    for (const key of keys()) {
      const id = key.startsWith(`${this.base}/`) ? key.slice(this.base.length + 1) : "";
      if (/^\d+$/.test(id)) ids.add(id);
    }
    return [...ids]
      .filter((id) => id === this.slot || this.read(id) !== undefined)
      .sort((a, b) => Number(a) - Number(b))
      .map((id) => ({ id, name: nameIn(this.read(id)) }));
  }

  /** What was kept; nothing if storage is denied. */
  read(slot = this.slot): string | undefined {
    return read(this.key(slot));
  }

  /**
   * A browser writes `localStorage` to the disk some seconds later: where it was ended before that, the database has
   * what is newer.
   */
  async recover(): Promise<void> {
    for (const { key, at, text } of await writtenDesigns().catch(() => [])) {
      const ours = key === this.base || key.startsWith(`${this.base}/`);
      if (ours && at > Number(read(key + AT) ?? 0) && this.write(key, text)) this.write(key + AT, String(at));
    }
  }

  keep(design: Design): void {
    this.due = design;
    this.timer ??= setTimeout(() => this.flush(), SOON_MS);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.due) {
      const text = textOf(this.due);
      const [key, at] = [this.key(), Date.now()];
      this.remember(text, VERSION_MS);
      // The design itself is worth more than what it was before.
      const kept = this.write(key, text) || (this.write(key + VERSIONS, "[]") && this.write(key, text));
      if (kept) this.write(key + AT, String(at));
      // Where there is no database, what the browser does by itself is all there is.
      void writeDesign({ key, at, text }).catch(() => undefined);
      this.told(kept);
    }
    this.due = undefined;
  }

  /** From now on another design is kept; it may be a new one. */
  turnTo(slot: string): void {
    this.flush();
    this.slot = slot;
    this.write(`${this.base}.open`, slot);
  }

  /** Where a new design can be. */
  free(): string {
    const taken = this.slots().map(({ id }) => Number(id));
    return String(Math.max(...taken) + 1);
  }

  forget(slot: string): void {
    void dropDesign(this.key(slot)).catch(() => undefined);
    for (const suffix of ["", VERSIONS, AT]) {
      const key = this.key(slot) + suffix;
      try {
        localStorage.removeItem(key);
      } catch {
        return; // where nothing can be kept, nothing is
      }
    }
  }

  /** Newest first. */
  versions(): Version[] {
    try {
      const versions: unknown = JSON.parse(read(this.key() + VERSIONS) ?? "[]");
      return Array.isArray(versions) ? (versions as Version[]) : [];
    } catch {
      return [];
    }
  }

  /** What is kept now will be found among the versions, whatever comes instead. */
  remember(next: string, sinceMs = 0): void {
    const before = this.read();
    const versions = this.versions();
    const newest = versions[0];
    if (before === undefined || before === next || before === newest?.text) return;
    if (newest && Date.now() - Date.parse(newest.at) < sinceMs) return;
    const list = [{ at: new Date().toISOString(), text: before }, ...versions].slice(0, MOST_VERSIONS);
    this.write(this.key() + VERSIONS, JSON.stringify(list));
  }

  /** What cannot be read is not written over. */
  setAside(text: string): void {
    this.write(`${this.key()}.unreadable`, text);
  }

  private key(slot = this.slot): string {
    return slot === FIRST ? this.base : `${this.base}/${slot}`;
  }

  private write(key: string, text: string): boolean {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
}

/** Before the keys of all designs on the device, and the names of their locks. */
export const ALL = "fairway.design.";
const FIRST = "1";
const VERSIONS = ".versions";
/** When it was written. */
const AT = ".at";

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** Whether any design on the device, or what one was before, has that in it; where none can be read, any may. */
export function isInSome(name: string): boolean {
  try {
    return Object.entries(localStorage).some(([key, text]) => key.startsWith(ALL) && String(text).includes(name));
  } catch {
    return true;
  }
}

function nameIn(text: string | undefined): string {
  try {
    return (JSON.parse(text ?? "{}") as Partial<Design>).name ?? "";
  } catch {
    return "";
  }
}

/** The design's file. */
export function textOf(design: Design): string {
  return `${JSON.stringify(design, undefined, 2)}\n`;
}
