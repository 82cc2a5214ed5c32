// The commands that together put any stage, also a new one, into the state that the page is in.

import type { Scene } from "../bindings/Scene.ts";
import type { StageCommand } from "../bindings/StageCommand.ts";
import type { RoutePoint } from "../bindings/RoutePoint.ts";
import type { Insets } from "../map/view.ts";
import type { Language } from "../strings/index.ts";

export interface Standing {
  scene: Scene;
  language: Language;
  dark: boolean;
  reducedMotion: boolean;
  visitors: boolean;
  insets: Insets;
  level: string | undefined;
  selected: string | undefined;
  route: readonly RoutePoint[];
  here: { at: RoutePoint; heading: number | undefined } | undefined;
}

/** One of each type, in the order in which a new stage needs them. */
export function standingCommands(standing: Standing): StageCommand[] {
  const { scene, language, dark, reducedMotion, visitors, insets, level, selected, route, here } = standing;
  return [
    { type: "set_appearance", dark, reduced_motion: reducedMotion, visitors },
    { type: "set_language", language },
    { type: "set_insets", ...insets },
    { type: "set_scene", scene },
    { type: "show_level", level: level ?? null },
    { type: "select", place: selected ?? null },
    { type: "show_route", points: [...route] },
    { type: "show_here", at: here?.at ?? null, heading_deg: here?.heading ?? null },
  ];
}

/** Tells which of the standing commands a stage has not been given yet. */
export class Told {
  private readonly told = new Map<StageCommand["type"], unknown>();

  /** Those that changed, now counted as told. */
  news(commands: readonly StageCommand[]): StageCommand[] {
    return commands.filter((command) => {
      // The scene is large, and is a new object whenever it is another one.
      const key = command.type === "set_scene" ? command.scene : JSON.stringify(command);
      if (this.told.get(command.type) === key) return false;
      this.told.set(command.type, key);
      return true;
    });
  }

  forget(): void {
    this.told.clear();
  }
}
