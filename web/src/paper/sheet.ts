// A day on one page: when and where to, on a map and in words, and a code that takes it to a device.

import { type TemplateResult, html, nothing } from "lit";
import type { DayPlan } from "../bindings/DayPlan.ts";
import type { DayVisit } from "../bindings/DayVisit.ts";
import type { PlanLevel } from "../bindings/PlanLevel.ts";
import { linesOf, startOf } from "../day.ts";
import { formatClock, formatDay, formatDuration, formatSpeed, formatTimes } from "../format.ts";
import type { Code } from "../handover/codes.ts";
import { spotName } from "../panels/card.ts";
import { codePicture } from "../panels/code.ts";
import { keptOf } from "../saved.ts";
import { type State, summaryOf } from "../state.ts";
import { type Strings, say, stringsOf } from "../strings/index.ts";
import { MANY_STOPS } from "./map.ts";

export function sheet(
  state: State,
  plan: DayPlan,
  levels: readonly PlanLevel[],
  code: Code | undefined,
): TemplateResult {
  const { language, answers, address } = state;
  const strings = stringsOf(language);
  const summary = summaryOf(state);
  const start = spotName(startOf(state) ?? "", answers.start, language, strings);
  const speed = address.speed === undefined ? "" : ` (${formatSpeed(address.speed, language)})`;
  const levelName = (id: string) => summary?.levels.find((level) => level.id === id)?.name ?? {};
  return html`<div class=${plan.visits.length > MANY_STOPS ? "many" : ""}>
    <header>
      <div>
        <p>${say(summary?.name ?? {}, language)}</p>
        <h1>${strings.day} · ${formatDay(plan.depart, language)}</h1>
        <p>${strings.dayStart} ${formatClock(plan.depart, language)} · ${start}</p>
        <p>
          ${strings.dayTotal(formatDuration(plan.walk_s, language), formatClock(plan.finish, language))} ·
          ${strings.profiles[address.profile ?? "walking"]}${speed}
        </p>
      </div>
      ${
        code
          ? html`<figure class="code">
              ${codePicture(code, strings.handover.code)}
              <figcaption>${strings.paper.scan}</figcaption>
            </figure>`
          : nothing
      }
    </header>
    <div class="maps">
      ${levels.map(
        ({ id }) =>
          html`<figure>
            <canvas></canvas
            >${levels.length > 1 ? html`<figcaption>${say(levelName(id), language)}</figcaption>` : nothing}
          </figure>`,
      )}
    </div>
    <table>
      <thead>
        <tr>
          <th></th>
          <th>${strings.paper.arrive}</th>
          <th>${strings.paper.stay}</th>
          <th>${strings.paper.leaveBy}</th>
          <th>${strings.paper.stop}</th>
        </tr>
      </thead>
      <tbody>
        ${plan.visits.map((visit, index) => row(visit, index + 1, state, strings))}
      </tbody>
    </table>
    <p>${strings.venueTime}</p>
  </div>`;
}

function row(visit: DayVisit, number: number, state: State, { walkFor, noWalk }: Strings): TemplateResult {
  const { language } = state;
  const hit = linesOf(state).get(visit.place);
  const note = keptOf(state.saved, visit.place)?.note;
  return html`<tr>
    <th scope="row">${number}</th>
    <td>
      ${formatClock(visit.arrival, language)}
      <small>${visit.walk_s > 0 ? walkFor(formatDuration(visit.walk_s, language)) : noWalk}</small>
    </td>
    <td>${formatTimes(visit.start, visit.end, language)}</td>
    <td>${visit.leave_by ? formatClock(visit.leave_by, language) : nothing}</td>
    <td>
      <b>${hit?.title ?? visit.place}</b>
      ${hit?.subtitle}${note ? html`<span class="paper-note">${note}</span>` : nothing}
    </td>
  </tr>`;
}
