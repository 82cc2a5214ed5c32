// The text twin of the drawing: parts with their numbers, what is found, and what is to add.

import { type TemplateResult, html, nothing } from "lit";
import type { Part } from "../bindings/Part.ts";
import { ICONS, icon } from "../icons.ts";
import { say } from "../strings/languages.ts";
import { TURN_DEG } from "./axes.ts";
import { labelOf, nameOf, named, quantity } from "./labels.ts";
import type { Shown, View } from "./shown.ts";
import { round, sizeOf } from "./sketch.ts";

export function shelf({ kit, words, sketch }: Shown, view: View): TemplateResult {
  return html`<section aria-labelledby="placing-add">
    <h3 id="placing-add">${words.add}</h3>
    <div class="shelf" ?inert=${sketch.frozen}>
      ${kit
        .filter(({ kind }) => kind !== "model")
        .map(
          ({ kind }) =>
            html`<button class="chip" type="button" @click=${() => view.add(kind)}>
              ${icon(ICONS.plus)} ${words.kinds[kind]}
            </button>`,
        )}
      <button class="chip" type="button" @click=${() => view.chooseFiles()}>
        ${icon(ICONS.plus)} ${words.kinds.model} …
      </button>
    </div>
  </section>`;
}

export function partList(shown: Shown, view: View): TemplateResult {
  const { sketch, words, chosen, kit } = shown;
  const { parts } = sketch.design;
  return html`<section aria-labelledby="placing-parts">
    <h3 id="placing-parts">${words.parts}</h3>
    ${parts.length === 0 ? html`<p class="hint">${words.noParts}</p>` : nothing}
    <ul>
      ${parts.map((part) => {
        const open = chosen.part === part.id;
        const [x, y] = part.at.map(String);
        const size = part.kind === "shell_scheme" ? "" : ` · ${sizeOf(part, kit).join(" × ")} m`;
        return html`<li class=${open ? "chosen" : ""}>
          <button class="row" type="button" aria-expanded=${open} @click=${() => view.select(part.id)}>
            <span class="text"
              ><bdi>${labelOf(part, words)}</bdi><small>${words.at(x ?? "", y ?? "")}${size}</small></span
            >
          </button>
          ${open ? fields(part, shown, view) : nothing}
        </li>`;
      })}
    </ul>
  </section>`;
}

function fields(part: Part, shown: Shown, view: View): TemplateResult {
  const { sketch, words, kit, models } = shown;
  const size = sizeOf(part, kit);
  const own = models.get(part.model)?.hull.size_m;
  const row = kit.find(({ kind }) => kind === part.kind);
  const { id } = part;
  const fixed = part.kind === "shell_scheme";
  const sized = (index: 0 | 1 | 2) => (value: number) => {
    const size_m: [number, number, number] = [...size];
    size_m[index] = value;
    // A model keeps its proportions.
    sketch.put(id, (each) => ({ ...each, size_m: own ? scaled(size, value / (size[index] || 1)) : size_m }));
  };
  const stays = part.locked ?? false;
  return html`<div class="fields" ?inert=${sketch.frozen}>
      ${
        fixed
          ? html`<p class="hint">${words.ofTheStand}</p>`
          : [
              field(words.x, part.at[0], { least: -100, stays }, (x) => sketch.moveTo(id, [x, part.at[1]])),
              field(words.y, part.at[1], { least: -100, stays }, (y) => sketch.moveTo(id, [part.at[0], y])),
              field(words.turn, part.turn_deg ?? 0, { least: -360, most: 360, stays }, (degrees) =>
                sketch.turnTo(id, degrees),
              ),
              field(words.width, size[0], { least: 0.01 }, sized(0)),
              field(words.depth, size[1], { least: 0.01 }, sized(1)),
            ]
      }
      ${field(words.height, size[2], { least: 0.01 }, sized(2))}
      ${
        own
          ? field(
              words.scale,
              Number(((100 * size[0]) / (own[0] || 1)).toFixed(1)),
              { least: 0.1, most: 100_000 },
              (percent) => sketch.put(id, (each) => ({ ...each, size_m: scaled(own, percent / 100) })),
            )
          : nothing
      }
      ${
        fixed
          ? nothing
          : field(words.underside, part.above_m ?? row?.above_m ?? 0, { least: 0 }, (above_m) =>
              sketch.put(id, (each) => ({ ...each, above_m })),
            )
      }
      ${field(words.weight, part.weight_kg ?? row?.weight_kg ?? 0, { least: 0, most: 1_000_000 }, (weight_kg) =>
        sketch.put(id, (each) => ({ ...each, weight_kg })),
      )}
      ${(["name", "group"] as const).map(
        (key) =>
          html`<label class="wide"
            >${words[key]}
            <input
              type="text"
              maxlength="80"
              .value=${part[key] ?? ""}
              @change=${({ currentTarget }: Event) => {
                const text = (currentTarget as HTMLInputElement).value.trim();
                sketch.put(id, ({ [key]: _, ...each }) => (text ? { ...each, [key]: text } : each));
              }}
            />
          </label>`,
      )}
    </div>
    <div class="deeds" ?inert=${sketch.frozen}>
      ${
        fixed
          ? nothing
          : [TURN_DEG, -TURN_DEG].map(
              (by) =>
                html`<button
                  class="secondary"
                  type="button"
                  ?disabled=${stays}
                  aria-label=${by > 0 ? words.turnLeft : words.turnRight}
                  @click=${() => sketch.turnTo(id, (part.turn_deg ?? 0) + by)}
                >
                  ${by > 0 ? "↺" : "↻"} ${TURN_DEG}°
                </button>`,
            )
      }
      ${
        fixed
          ? nothing
          : html`<button class="secondary" type="button" @click=${() => view.select(sketch.duplicate(part))}>
              ${words.duplicate}
            </button>`
      }
      <button
        class="secondary"
        type="button"
        aria-pressed=${stays}
        @click=${() => sketch.put(id, ({ locked: _, ...each }) => (stays ? each : { ...each, locked: true }))}
      >
        ${words.lock}
      </button>
      <button class="secondary" type="button" ?disabled=${stays} @click=${() => view.remove(part)}>
        ${words.remove}
      </button>
    </div>`;
}

const scaled = (size: readonly number[], by: number) =>
  [0, 1, 2].map((axis) => Math.max(0.001, round((size[axis] ?? 1) * by))) as [number, number, number];

function field(
  name: string,
  value: number,
  { least, most = 100, stays = false }: { least: number; most?: number; stays?: boolean },
  take: (value: number) => void,
): TemplateResult {
  return html`<label
    >${name}
    <input
      type="number"
      inputmode="decimal"
      step="any"
      min=${least}
      max=${most}
      ?disabled=${stays}
      .value=${String(value)}
      @change=${({ currentTarget }: Event) => {
        const input = currentTarget as HTMLInputElement;
        if (input.value !== "" && input.validity.valid) take(input.valueAsNumber);
        else input.value = String(value);
      }}
    />
  </label>`;
}

export function findings(shown: Shown, view: View): TemplateResult {
  const { designed, words, language, ground, sketch, chosen, checking } = shown;
  const call = (id: string) => {
    const part = sketch.design.parts.find((each) => each.id === id);
    return part ? labelOf(part, words) : nameOf(id, ground, language);
  };
  const report = designed?.report;
  const space = language === "en" ? " " : "";
  return html`<section aria-labelledby="placing-findings">
    <h3 id="placing-findings">${words.findings}${report ? html` <span>${report.findings.length}</span>` : nothing}</h3>
    ${!report && checking ? html`<p class="hint">${words.checking}</p>` : nothing}
    ${report?.findings.length === 0 ? html`<p class="hint">${words.noFindings}</p>` : nothing}
    <ol>
      ${report?.findings.map((finding, index) => {
        const line = designed?.lines[index];
        const { severity, measure, measured, allowed, unit, rule } = finding;
        const picked = chosen.finding === index;
        return html`<li class=${`finding ${picked ? "chosen" : ""}`} data-severity=${severity}>
          <button
            class="row"
            type="button"
            data-finding=${index}
            aria-pressed=${picked}
            @click=${() => view.chooseFinding(index)}
          >
            <span class="number" aria-hidden="true">${index + 1}</span>
            <span class="text">
              <b>${words.severities[severity]} · ${words.measures[measure]}</b>
              <span>${line ? named(say(line.message, language), call) : nothing}</span>
              <span>${line ? say(line.mend, language) : nothing}</span>
              <small
                >${words.measured} ${quantity(measured, unit, language)} · ${words.allowed}
                ${quantity(allowed, unit, language)}</small
              >
              ${
                rule
                  ? html`<small title=${rule.id}
                      >${rule.clause ? `${words.rule} ${rule.clause} · ` : ""}${words.source} ${rule.source}</small
                    >`
                  : nothing
              }
            </span>
          </button>
        </li>`;
      })}
    </ol>
    ${
      report
        ? html`<p class="advice">
              <b>${words.advice}</b>${space}${words.judge}${space}${report.judge
                .map((each) => words.judges[each])
                .join(language === "en" ? ", " : "、")}${language === "en" ? "." : "。"}
            </p>
            <details>
              <summary>${words.unchecked(report.unchecked.length)}</summary>
              <ul class="unchecked">
                ${report.unchecked.map(
                  ({ what, why }) => html`<li>${words.measures[what] ?? what}<small>${words.whys[why]}</small></li>`,
                )}
              </ul>
            </details>`
        : nothing
    }
  </section>`;
}
