import { type TemplateResult, html, nothing } from "lit";
import type { State, VenueProblem } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { problem } from "./parts.ts";

type Remedy = "retry" | "reload" | "other";

/** In place of the venue: what is wrong with it, and the next step. */
export function venueProblem(
  failed: Extract<State["venue"], { status: "failed" }>,
  state: State,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const { title, next, remedies } = wording(failed.problem, state.address.venue ?? "", strings);
  const button = {
    retry: [strings.retry, () => actions.retryVenue()],
    reload: [strings.problems.reload, () => actions.reload()],
    other: [strings.problems.otherVenue, () => actions.openDefaultVenue()],
  } as const;
  const shown = remedies.filter((remedy) => remedy !== "other" || state.address.venue !== undefined);
  return problem(
    title,
    next,
    html`<div class="actions">
        ${shown.map((remedy) => {
          const [label, action] = button[remedy];
          return html`<button class="secondary" type="button" @click=${action}>${label}</button>`;
        })}
      </div>
      ${
        failed.details.length > 0
          ? html`<details>
              <summary>${strings.problems.details}</summary>
              <ul>
                ${failed.details.slice(0, MOST_DETAILS).map((detail) => html`<li lang="en">${detail}</li>`)}
              </ul>
            </details>`
          : nothing
      }`,
  );
}

const MOST_DETAILS = 20;

function wording(
  kind: VenueProblem,
  venue: string,
  { problems: p }: Strings,
): { title: string; next: string; remedies: readonly Remedy[] } {
  switch (kind) {
    case "offline":
      return { title: p.offline, next: p.offlineNext, remedies: ["retry"] };
    case "no_venue":
      return { title: p.noVenue(venue), next: p.noVenueNext, remedies: ["other", "retry"] };
    case "no_index":
      return { title: p.noIndex, next: p.noIndexNext, remedies: ["retry"] };
    case "not_data":
      return { title: p.notData, next: p.notDataNext, remedies: ["retry", "other"] };
    case "unknown_format":
      return { title: p.unknownFormat, next: p.unknownFormatNext, remedies: ["reload", "other"] };
    case "invalid":
      return { title: p.invalid, next: p.invalidNext, remedies: ["retry", "other"] };
    case "empty":
      return { title: p.empty, next: p.emptyNext, remedies: ["retry", "other"] };
    case "versions":
      return { title: p.versions, next: p.versionsNext, remedies: ["reload"] };
  }
}
