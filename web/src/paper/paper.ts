// What is printed of a day: laid out when the browser is about to print, gone afterwards.

import { render } from "lit";
import { outcomeOf } from "../day.ts";
import type { Code } from "../handover/codes.ts";
import { captionsOf, shownRoute, shownVisits } from "../selection.ts";
import type { Store } from "../store.ts";
import { drawMap, mapSize, mappedLevels } from "./map.ts";
import { sheet } from "./sheet.ts";

export class Paper {
  private readonly element = document.createElement("section");
  private code: Code | undefined;

  constructor(private readonly store: Store) {
    this.element.className = "paper";
    addEventListener("beforeprint", () => this.lay());
    addEventListener("afterprint", () => {
      this.element.remove();
      this.code = undefined;
    });
  }

  /** With a code that holds the plan, if there is one. */
  print(code: Code | undefined): void {
    this.code = code;
    globalThis.print();
  }

  private lay(): void {
    this.element.remove();
    const { state } = this.store;
    const { address, answers, language } = state;
    const outcome = outcomeOf(state);
    if (address.panel !== "day" || address.plan || outcome?.kind !== "planned" || answers.plan?.type !== "plan_drawn") {
      return;
    }
    const { plan } = answers.plan;
    const [route, visits] = [shownRoute(state), shownVisits(state)];
    const levels = mappedLevels(plan, route);
    render(sheet(state, outcome.plan, levels, this.code), this.element);
    document.body.append(this.element);
    const size = mapSize(levels.length, visits.length);
    for (const [index, canvas] of this.element.querySelectorAll("canvas").entries()) {
      const level = levels[index];
      if (level) drawMap(canvas, size, { plan, level, route, visits, language, captions: captionsOf(state) });
    }
  }
}
