// The person's own order of their day, and its end.

import type { App } from "../app.ts";
import { orderOf, stopsOf } from "../day.ts";
import type { Actions } from "../panels/actions.ts";
import { stringsOf } from "../strings/index.ts";

export function arranging(app: App) {
  const { store, history } = app;
  const state = () => store.state;

  return {
    endAt: (until) => history.replace({ until }),
    arrange: (on) => store.set({ arranging: on ? { held: undefined } : undefined }),
    holdStop: (held) => store.set({ arranging: { held } }),
    moveStop(place, to) {
      const order = orderOf(state());
      const from = order.findIndex((stop) => stop.place === place);
      const stop = order[from];
      if (!stop) return;
      const skipped = stopsOf(state()).filter((each) => each.skipped);
      history.replace({ stops: [...order.toSpliced(from, 1).toSpliced(to, 0, stop), ...skipped], order: "own" });
      // Who drags it sees where it is.
      if (state().arranging?.held) return;
      app.toast(stringsOf(state().language).arrange.moved(to + 1, order.length));
      const ids = to < from ? ["up", "down"] : ["down", "up"];
      app.afterRender(() => {
        const buttons = ids.map((id) => document.getElementById(`${id}-${to}`) as HTMLButtonElement | null);
        buttons.find((button) => button && !button.disabled)?.focus();
      });
    },
    bestOrder: () => history.replace({ order: undefined }),
  } satisfies Partial<Actions>;
}
