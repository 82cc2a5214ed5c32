// What was mended, over reloads and days. Not one person's, so it outlives them.

import type { Mend } from "./mending.ts";

const KEY = "kiosk.mends";
const MOST = 200;

export class MendLog {
  entries: readonly Mend[];

  constructor(now: number) {
    // A clock that was put back would have nothing forgiven, and no 3D, until it is as late again.
    this.entries = newest(fromStorage(), read(window.name)).map((mend) => ({ ...mend, at: Math.min(mend.at, now) }));
    if (this.entries.length > 0) this.write();
  }

  add(mend: Mend): void {
    this.entries = [...this.entries, mend].slice(-MOST);
    this.write();
  }

  /** Where storage is denied or full, the window's name outlives a reload. */
  private write(): void {
    const text = JSON.stringify(this.entries);
    try {
      localStorage.setItem(KEY, text);
      window.name = "";
    } catch {
      window.name = text;
    }
  }
}

function fromStorage(): readonly Mend[] {
  try {
    return read(localStorage.getItem(KEY) ?? "");
  } catch {
    return [];
  }
}

function read(text: string): readonly Mend[] {
  try {
    const mends: unknown = JSON.parse(text);
    return Array.isArray(mends) ? mends.filter(isMend) : [];
  } catch {
    return [];
  }
}

function isMend(mend: Partial<Mend> | null): mend is Mend {
  return typeof mend?.fault === "string" && typeof mend.step === "string" && Number.isFinite(mend.at);
}

function newest(...logs: (readonly Mend[])[]): readonly Mend[] {
  return logs.reduce((a, b) => ((b.at(-1)?.at ?? 0) > (a.at(-1)?.at ?? 0) ? b : a));
}
