// What narrows a list: chosen by the person, kept in the address, applied by the guide.

import type { Choice } from "./bindings/Choice.ts";
import type { Facet } from "./bindings/Facet.ts";
import type { Filter } from "./bindings/Filter.ts";
import type { FilterBy } from "./bindings/FilterBy.ts";
import { nowAt } from "./programme.ts";
import type { State } from "./state.ts";

export interface Narrowing {
  readonly chosen: readonly Choice[];
  /** Only what has a session on. */
  readonly now: boolean;
  readonly saved: boolean;
}

export const WIDE: Narrowing = { chosen: [], now: false, saved: false };

/** In the order in which they are offered. */
export const FILTERS: readonly FilterBy[] = ["hall", "theme", "category", "country", "initial"];

/** `hall:hall-3,country:DE,now`; what makes no sense is left out. */
export function readNarrowing(text: string | undefined): Narrowing | undefined {
  const parts = (text ?? "").split(",");
  const chosen = parts.flatMap((part): Choice[] => {
    const [name, value] = part.split(":");
    const by = FILTERS.find((known) => known === name);
    return by && value ? [{ by, value }] : [];
  });
  const narrowing = { chosen, now: parts.includes("now"), saved: parts.includes("saved") };
  return isNarrow(narrowing) ? narrowing : undefined;
}

export function writeNarrowing({ chosen, now, saved }: Narrowing): string {
  const parts = chosen.map(({ by, value }) => `${by}:${value}`);
  return [...parts, ...(now ? ["now"] : []), ...(saved ? ["saved"] : [])].join(",");
}

export function isNarrow({ chosen, now, saved }: Narrowing): boolean {
  return chosen.length > 0 || now || saved;
}

export function narrowingOf({ address }: State): Narrowing {
  return address.filter ?? WIDE;
}

export function chosenBy({ chosen }: Narrowing, by: FilterBy): string | undefined {
  return chosen.find((choice) => choice.by === by)?.value;
}

export function choose(narrowing: Narrowing, by: FilterBy, value: string | undefined): Narrowing {
  const others = narrowing.chosen.filter((choice) => choice.by !== by);
  return { ...narrowing, chosen: value ? [...others, { by, value }] : others };
}

/** What is asked of the guide; nothing where no list is narrowed. */
export function filterOf(state: State): Filter | null {
  const { chosen, now, saved } = narrowingOf(state);
  if (!state.address.filter && !state.filtering && state.address.panel !== "exhibitors") return null;
  return {
    chosen: [...chosen],
    on_at: (now && nowAt(state)) || null,
    kept: saved ? state.saved.map(({ place }) => place) : null,
  };
}

/** What one could choose by one kind; nothing where that would change nothing. */
export function facetsBy(facets: readonly Facet[], by: FilterBy, chosen: string | undefined): readonly Facet[] {
  const of = facets.filter((facet) => facet.by === by);
  return of.length > 1 || chosen ? of : [];
}
