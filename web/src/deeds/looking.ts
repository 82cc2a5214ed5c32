// What the map shows, and from where.

import type { App } from "../app.ts";
import type { Actions } from "../panels/actions.ts";
import { ROUND_ONE_M } from "../selection.ts";
import { USUAL_PACE } from "../state.ts";

export function looking(app: App) {
  const { store, history, maps, stage } = app;
  const state = () => store.state;

  return {
    setView(view) {
      history.replace({ view });
      if (view === "2d") store.set({ showing: "plan" });
      else stage.want();
    },
    setLevel: (level) => history.replace({ level }),
    zoom(factor) {
      app.touched();
      maps.active.zoom(factor);
    },
    turn(headingDeg, tiltDeg) {
      app.touched();
      maps.stage.turn(headingDeg, tiltDeg);
    },
    northUp() {
      const heading = (((((state().camera.pose?.heading_deg ?? 0) + 180) % 360) + 360) % 360) - 180;
      app.touched();
      maps.stage.turn(-heading, 0);
    },
    showAll() {
      history.replace({ camera: undefined });
      maps.lookAt({ kind: "overview" });
    },
    showOnPlan() {
      const { pose } = state().camera;
      if (!pose) return;
      const camera = { kind: "plan", x: pose.x, y: pose.y, span: ROUND_ONE_M } as const;
      history.replace({ view: "2d", camera });
      store.set({ showing: "plan" });
      maps.lookAt({ kind: "camera", camera });
    },
    walk(on) {
      app.touched();
      maps.stage.walk(on);
      if (on) store.set({ sheet: "low" });
    },
    follow(on) {
      maps.letGo();
      if (on) maps.stage.follow();
      else maps.lookAt({ kind: "route" });
      store.set({ sheet: "low", pace: USUAL_PACE });
    },
    pace(pace) {
      maps.stage.pace(pace.paused ? 0 : pace.factor);
      store.set({ pace });
    },
    drive(drive) {
      app.touched();
      maps.stage.drive(drive);
    },
  } satisfies Partial<Actions>;
}
