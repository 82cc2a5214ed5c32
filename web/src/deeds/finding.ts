// Search, and opening what was found.

import type { App } from "../app.ts";
import type { HitKind } from "../bindings/HitKind.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { Actions } from "../panels/actions.ts";
import { isNarrow } from "../narrowing.ts";
import { forget, remember } from "../recent.ts";
import { LINES_AT_ONCE, isRouting, soughtEnd, summaryOf } from "../state.ts";
import type { Address } from "../url.ts";
import { type Moves, NOTHING_CHOSEN } from "./moves.ts";

export function finding(app: App, { select, open, setEnd }: Moves) {
  const { store, history, maps } = app;
  const state = () => store.state;

  function addressOf(place: PlaceId, kind: HitKind): Partial<Address> {
    return kind === "hall" ? { hall: place, place: undefined, q: undefined } : { place };
  }

  function typed(text: string): void {
    const { editing, address } = state();
    store.set({ active: undefined });
    if (editing) return store.set({ editing: { ...editing, text } });
    const q = text || undefined;
    // The first letter is an entry of the history: "back" leads out of the search.
    const patch = { q, place: undefined, panel: undefined, plan: undefined };
    if (address.q || !q) history.replaceSoon(patch);
    else history.push(patch);
    store.set({ overlay: undefined, ...(q && { sheet: "full" }) });
  }

  return {
    typed,
    clearSearch() {
      if (state().editing) return store.set({ editing: undefined });
      history.replace({ q: undefined });
      store.set({ active: undefined, sheet: "half" });
    },
    filter: (filtering) => store.set({ filtering }),
    narrow(to) {
      history.replace({ filter: isNarrow(to) ? to : undefined });
      store.set({ active: undefined, shown: LINES_AT_ONCE });
    },
    showMore: () => store.set({ shown: state().shown + LINES_AT_ONCE }),
    openExhibitors() {
      open({ ...NOTHING_CHOSEN, panel: "exhibitors", filter: undefined });
      store.set({ shown: LINES_AT_ONCE, sheet: "full" });
    },
    forgetSearches() {
      const venue = summaryOf(state())?.id;
      if (venue !== undefined) forget(venue);
      store.set({ recent: [] });
      app.focusTitle();
    },
    startSearch() {
      select({ ...NOTHING_CHOSEN, panel: undefined });
      app.afterRender(() => document.getElementById("search")?.focus());
    },
    findNearest(query) {
      typed(query);
      history.replace({ sort: "near" });
    },
    sortBy(sort) {
      history.replace({ sort });
      store.set({ active: undefined });
    },
    highlight: (active) => {
      store.set({ active });
      app.afterRender(() => document.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }));
    },
    choose(place, kind) {
      const { address } = state();
      const end = soughtEnd(state());
      if (end) return setEnd(end, place);
      const venue = summaryOf(state())?.id;
      if (address.q && venue !== undefined) store.set({ recent: remember(venue, address.q) });
      select(addressOf(place, kind));
    },
    peek(place, kind) {
      const { address } = state();
      const end = soughtEnd(state());
      if (end) setEnd(end, place);
      else open({ ...addressOf(place, kind), camera: address.camera });
    },
    dive(hall) {
      const { address } = state();
      if (!isRouting(state()) && !address.panel) return select(addressOf(hall, "hall"));
      const level = summaryOf(state())?.units.find(({ id }) => id === hall)?.level;
      history.replace({ level, camera: undefined });
      maps.lookAt({ kind: "place", place: hall, bounds: undefined });
    },
    back() {
      if (history.depth > 0) return history.back();
      select(state().address.place ? { place: undefined } : { hall: undefined });
    },
  } satisfies Partial<Actions>;
}
