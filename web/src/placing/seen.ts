// Seen by whom, and at whose cost: in numbers, and as a map on the aisles.

import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from "lit";
import type { ShareChange } from "../bindings/ShareChange.ts";
import type { WayChanges } from "../bindings/WayChanges.ts";
import { nameOf, quantity } from "./labels.ts";
import type { Shown, View } from "./shown.ts";
import type { Words } from "./words.ts";

/** More are not read. */
const MOST_LINES = 6;
const PLACE_M = 0.9;
/** What one sees from a place on an aisle. */
const HEAT = ["sign", "stand", "none"] as const;

export function seen(shown: Shown, view: View): TemplateResult {
  const { insight, words, heat, language } = shown;
  const { views, changes, stale } = insight;
  const share = (value: number) => quantity(value, "share", language);
  return html`<section aria-labelledby="placing-seen" aria-busy=${stale}>
    <h3 id="placing-seen">${words.seen}</h3>
    ${
      views
        ? html`<dl class=${stale ? "stale" : ""}>
              ${line(words.seenStand, words.change(share(views.seen.before), share(views.seen.after)), views.seen)}
              ${views.sign === null ? nothing : line(words.seenSign, share(views.sign))}
              ${most(views.neighbours, ({ seen }) => seen).map(({ stand, seen }) =>
                line(words.neighbour(stand), words.change(share(seen.before), share(seen.after)), seen),
              )}
              ${changes ? ways(shown) : nothing}
            </dl>
            ${changes ? html`<p class="hint">${others(changes, words)}</p>` : nothing}
            <p class="hint">${words.seenHow}</p>
            <label class="switch">
              <input type="checkbox" role="switch" .checked=${heat} @change=${() => view.toggleHeat()} />
              <span>${words.heat}</span>
            </label>
            ${
              heat
                ? html`<p class="hint key">
                    ${HEAT.map((kind) => html`<span><i class=${kind}></i>${words.heatKey[kind]}</span>`)}
                  </p>`
                : nothing
            }`
        : html`<p class="hint">${words.looking}</p>`
    }
  </section>`;
}

function ways({ insight: { changes }, words, language, ground }: Shown) {
  const { aisles = [], walks = [] } = changes ?? {};
  const name = (id: string) => nameOf(id, ground, language);
  const metres = (value: number) => quantity(value, "m", language);
  const seconds = (value: number | null) => (value === null ? words.noWay : words.seconds(Number(value.toFixed(1))));
  const longer = most(walks, ({ before_s, after_s }) => ({ before: before_s ?? 1e6, after: after_s ?? 1e6 }));
  return html`${aisles.map(({ aisle, before_m, after_m }) =>
    line(words.aisle(name(aisle)), words.change(metres(before_m), metres(after_m)), {
      before: before_m,
      after: after_m,
    }),
  )}
  ${longer.map(({ from, to, before_s, after_s }) =>
    line(words.walk(name(from), name(to)), words.change(seconds(before_s), seconds(after_s)), {
      before: -(before_s ?? 1e6),
      after: -(after_s ?? 1e6),
    }),
  )}`;
}

/** What the lines do not say. */
function others({ aisles, walks }: WayChanges, words: Words): string | typeof nothing {
  if (aisles.length + walks.length === 0) return words.waysSame;
  return walks.length > MOST_LINES ? words.moreWalks(walks.length - MOST_LINES) : nothing;
}

/** The largest changes first. */
function most<T>(list: readonly T[], change: (item: T) => ShareChange): T[] {
  const size = (item: T) => Math.abs(change(item).after - change(item).before);
  return list.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_LINES);
}

function line(what: string, value: string, change?: ShareChange): TemplateResult {
  const by = change ? change.after - change.before : 0;
  return html`<div>
    <dt><bdi>${what}</bdi></dt>
    <dd data-change=${by < 0 ? "worse" : by > 0 ? "better" : "same"}>${value}</dd>
  </div>`;
}

/** Where on the aisles one sees the stand: the more routes pass, the stronger. */
export function heatMap({ insight: { views }, axes, heat }: Shown): SVGTemplateResult | typeof nothing {
  if (!views || !heat) return nothing;
  const busiest = Math.max(1, ...views.places.map(({ routes }) => routes));
  return svg`<g class="heat" aria-hidden="true">
    ${views.places.map(({ point, routes, sees_after, sees_sign }) => {
      const [x, y] = axes.own(point);
      const kind: (typeof HEAT)[number] = sees_sign ? "sign" : sees_after ? "stand" : "none";
      return svg`<circle class=${kind} cx=${x} cy=${-y} r=${PLACE_M} opacity=${0.25 + (0.65 * routes) / busiest}></circle>`;
    })}
  </g>`;
}
