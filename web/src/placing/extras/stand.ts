// What is to be known of a stand before anything is put on it: its floor and ceiling, its sides and what is beyond them, what is near, and the rules for it.

import { type TemplateResult, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import type { FixtureKind } from "../../bindings/FixtureKind.ts";
import type { Point } from "../../bindings/Point.ts";
import type { Polygon } from "../../bindings/Polygon.ts";
import { say } from "../../strings/languages.ts";
import { nameOf, quantity } from "../labels.ts";
import { middle } from "../shapes.ts";
import type { Shown } from "../shown.ts";
import { sideOf, sideText, turnOf } from "../sides.ts";
import { apart, covered, feetOf, nearest } from "./measure.ts";
import { WORDS } from "./words.ts";

/** What begins so near a side, in metres, is beyond it. */
const BEYOND_M = 0.1;
/** Rules that tell the most that may be; others tell the least. */
const IS_MOST = /max|panel/;
/** What is farther away is none of the stand's. */
const NEAR_M = 12;
const NEAR: readonly FixtureKind[] = ["column", "hydrant", "shutter"];

export function stand(shown: Shown): unknown {
  const { ground, language, designed } = shown;
  // None of it changes while a part is dragged.
  return guard([ground, language, designed?.report.checked.join()], () => told(shown));
}

function told(shown: Shown): TemplateResult {
  const { ground, axes, words, language, designed } = shown;
  const own = WORDS[language];
  const metres = (value: number) => quantity(value, "m", language);
  const floor = quantity(covered([[axes.footprint]]), "m2", language);
  const { name, height_m: height } = ground.hall;
  const rules = ground.rules.flatMap(({ id, measure = id, value, unit, source, clause }) => {
    const called = words.measures[measure];
    if (!called || !designed?.report.checked.includes(id)) return [];
    const limit = quantity(value, unit, language);
    const cited = `${words.source} ${[source, clause].filter(Boolean).join(", ")}`;
    return [line(called, IS_MOST.test(measure) ? own.atMost(limit) : own.atLeast(limit), cited)];
  });
  return html`<section aria-label=${own.stand}>
    <details>
      <summary>
        ${[own.stand, own.standKinds[ground.kind], floor, own.sidesOpen(ground.openSides.length)].join(" · ")}
      </summary>
      <dl>
        ${axes.footprint.map((_, side) => line(sideText(shown, side), beyond(shown, side)))}
        ${height === undefined ? nothing : line(own.ceiling(say(name, language)), metres(height))}
        ${NEAR.map((kind) => {
          const away = nearestOf(kind, shown);
          return away === undefined ? nothing : line(own.near[kind] ?? kind, away > 0 ? metres(away) : own.onStand);
        })}
        ${services(shown)}
      </dl>
      ${
        rules.length > 0
          ? html`<h3>${own.rules} <span>${rules.length}</span></h3>
              <dl>${rules}</dl>`
          : nothing
      }
    </details>
  </section>`;
}

/** What ends in the stand's floor, and where. */
function services(shown: Shown): TemplateResult[] {
  const { ground, words, language } = shown;
  const number = (value: number) => quantity(value, "number", language);
  return ground.services.map(({ kind, footprint }) => {
    const [x, y] = middle(ofStand(footprint, shown));
    return line(words.services[kind], words.at(number(x), number(y)));
  });
}

/** In the stand's own axes. */
function ofStand(points: readonly Point[], { axes }: Shown): Polygon {
  return points.map((point) => axes.own(point));
}

function line(what: string, value: string, cited?: string): TemplateResult {
  return html`<div>
    <dt><bdi>${what}</bdi>${cited ? html`<small>${cited}</small>` : nothing}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** The aisle or the stand on the other side of it. */
function beyond(shown: Shown, side: number): string {
  const { ground, axes, language } = shown;
  const own = WORDS[language];
  const { from, to, x, y } = sideOf(axes.footprint, side);
  const out = turnOf(axes.footprint) * BEYOND_M;
  const at: Point = [(from[0] + to[0]) / 2 + y * out, (from[1] + to[1]) / 2 - x * out];
  const other = ground.stands.find(({ footprint }) => apart([at], ofStand(footprint, shown)) === 0);
  if (other) return own.besideStand(other.id);
  const widest = ground.aisles.toSorted((a, b) => b.width_m - a.width_m);
  const aisle = widest.find(({ line, width_m }) => {
    return nearest(at, feetOf(at, [ofStand(line, shown)]), width_m / 2 + BEYOND_M) !== undefined;
  });
  if (aisle) return own.aisle(nameOf(aisle.id, ground, language), quantity(aisle.width_m, "m", language));
  return ground.openSides.includes(side) ? own.openFloor : "";
}

/** How far away the nearest is; 0 if it is on the stand, nothing if there is none near. */
function nearestOf(kind: FixtureKind, shown: Shown): number | undefined {
  const all = shown.ground.fixtures.filter((fixture) => fixture.kind === kind);
  const least = Math.min(...all.map(({ footprint }) => apart(ofStand(footprint, shown), shown.axes.footprint)));
  return least < NEAR_M ? least : undefined;
}
