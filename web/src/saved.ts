// What a person keeps of a venue: places and sessions, each with a note of their own. It is on this device alone, and in each
// of its tabs.

import type { PlaceId } from "./bindings/PlaceId.ts";
import { summaryOf } from "./state.ts";
import type { Store } from "./store.ts";

export interface Kept {
  readonly place: PlaceId;
  readonly note: string;
}

export type Saved = readonly Kept[];

/**
 * `unreadable`: what was there, or some of it, is not ours; it is set aside. `not_kept`: storage is full or denied. `too_many`:
 * what came last was left out.
 */
export type SavedTrouble = "unreadable" | "not_kept" | "too_many";

export const LONGEST_NOTE = 1000;
export const MOST_PLACES = 1000;
const LONGEST_ID = 200;

/** What was kept, and whether all of it could be read. */
export function readSaved(text: string | null): { saved: Saved; whole: boolean } {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    if (Array.isArray(list)) return { saved: once(list.filter(isKept)), whole: list.every(isKept) };
  } catch {
    // No JSON is not ours either.
  }
  return { saved: [], whole: false };
}

/** Each place once. */
export function once(list: Saved): Saved {
  return [...new Map(list.map((kept) => [kept.place, kept])).values()];
}

export function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { place, note } = value as Record<string, unknown>;
  const named = typeof place === "string" && place.length > 0 && place.length <= LONGEST_ID;
  return named && typeof note === "string" && note.length <= LONGEST_NOTE;
}

const keyOf = (venue: string) => `fairway.saved.${venue}`;

/** Keeps `state.saved` and the device's storage the same. */
export class Shelf {
  /** The trouble that the person was told of: once is enough. */
  private told: SavedTrouble | undefined;

  constructor(private readonly store: Store) {
    addEventListener("storage", ({ key }) => {
      const venue = this.venue;
      if (venue !== undefined && (key === null || key === keyOf(venue))) this.read(venue);
    });
  }

  /** After a venue was opened. */
  open(): void {
    if (this.venue !== undefined) this.read(this.venue);
  }

  /** Another tab may have changed what is stored, so that is what changes. */
  change(next: (saved: Saved) => Saved): void {
    const venue = this.venue;
    if (venue === undefined) return;
    const meant = once(next(this.told === "not_kept" ? this.store.state.saved : this.stored(venue)));
    const saved = meant.slice(0, MOST_PLACES);
    this.store.set({ saved });
    try {
      localStorage.setItem(keyOf(venue), JSON.stringify(saved));
      this.told = undefined;
    } catch {
      this.tell("not_kept");
    }
    if (meant.length > MOST_PLACES) this.tell("too_many");
  }

  private get venue(): string | undefined {
    return summaryOf(this.store.state)?.id;
  }

  private read(venue: string): void {
    this.store.set({ saved: this.stored(venue) });
  }

  private stored(venue: string): Saved {
    try {
      const text = localStorage.getItem(keyOf(venue));
      const { saved, whole } = readSaved(text);
      const trouble = whole ? saved.length > MOST_PLACES && "too_many" : "unreadable";
      if (text !== null && trouble) {
        this.tell(trouble);
        localStorage.setItem(`${keyOf(venue)}.unreadable`, text);
      }
      return saved.slice(0, MOST_PLACES);
    } catch {
      return this.store.state.saved;
    }
  }

  private tell(savedTrouble: SavedTrouble): void {
    if (this.told === savedTrouble) return;
    this.told = savedTrouble;
    this.store.set({ savedTrouble });
  }
}

export function keptOf(saved: Saved, place: PlaceId): Kept | undefined {
  return saved.find((kept) => kept.place === place);
}
