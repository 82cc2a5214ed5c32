// What a person saves.

import type { App } from "../app.ts";
import type { Actions } from "../panels/actions.ts";
import { type Kept, keptOf } from "../saved.ts";
import { type Moves, NOTHING_CHOSEN } from "./moves.ts";

export function keeping(app: App, { open }: Moves) {
  const { store, shelf } = app;
  const state = () => store.state;

  return {
    keep(place) {
      const { saved, dropped } = state();
      const kept = keptOf(saved, place);
      if (kept) {
        store.set({ dropped: { kept, at: saved.indexOf(kept) } });
        shelf.change((list) => list.filter((each) => each.place !== place));
        return app.afterRender(() => document.getElementById("undo")?.focus());
      }
      // Who thinks again gets the note back.
      const note = dropped?.kept.place === place ? dropped.kept.note : "";
      shelf.change((list) => [...list, { place, note }]);
      store.set({ dropped: undefined });
    },
    keepAgain() {
      const { dropped } = state();
      if (!dropped) return;
      store.set({ dropped: undefined });
      shelf.change((list) => list.toSpliced(dropped.at, 0, dropped.kept));
      app.focusTitle();
    },
    note: (place, note) =>
      shelf.change((list) => list.map((kept): Kept => (kept.place === place ? { place, note } : kept))),
    dismissSavedTrouble: () => store.set({ savedTrouble: undefined }),
    openSaved() {
      open({ ...NOTHING_CHOSEN, panel: "saved" });
    },
  } satisfies Partial<Actions>;
}
