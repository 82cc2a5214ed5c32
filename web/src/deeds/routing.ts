// The way from one place to another.

import type { App } from "../app.ts";
import type { Actions } from "../panels/actions.ts";
import { isRouting } from "../state.ts";
import type { Moves } from "./moves.ts";

export function routing(app: App, { select, setEnd }: Moves) {
  const { store, history, maps } = app;
  const state = () => store.state;

  return {
    closeRoute() {
      if (state().editing) store.set({ editing: undefined });
      if (isRouting(state())) select({ from: undefined, to: undefined, leave: undefined, arrive: undefined });
    },
    routeTo: (place) => setEnd("to", place),
    routeFrom: (place) => setEnd("from", place),
    routeBetween: (from, to, profile) =>
      select({ from, to, leave: undefined, arrive: undefined, ...(profile && { profile }) }),
    editEnd(end) {
      store.set({ editing: end && { end, text: "" }, active: undefined, ...(end && { sheet: "full" }) });
      if (end) app.afterRender(() => document.getElementById(`end-${end}`)?.focus());
    },
    swapEnds() {
      const { from, to } = state().address;
      select({ from: to, to: from });
    },
    routeLeg: (from, to, leave) => select({ from, to, leave, arrive: undefined }),
    setTime(leave, arrive) {
      history.replace({ leave, arrive });
      store.set({ step: undefined });
    },

    setProfile(profile) {
      history.replace({ profile, level: undefined });
      store.set({ step: undefined });
      maps.lookAt("chosen");
    },
    setSpeed(speed) {
      history.replace({ speed });
      store.set({ step: undefined });
    },
    showStep(index) {
      const { route } = state().answers;
      if (route?.type !== "route_planned") return;
      const step = route.route.legs.flatMap((leg) => leg.steps)[index];
      if (!step) return;
      history.replace({ level: step.level });
      store.set({ step: index, sheet: "half" });
      maps.lookAt({ kind: "step", point: step.first_point });
      app.afterRender(() => document.querySelector('[aria-current="step"]')?.scrollIntoView({ block: "nearest" }));
    },
  } satisfies Partial<Actions>;
}
