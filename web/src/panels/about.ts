import { type TemplateResult, html, nothing } from "lit";
import type { VenueSummary } from "../bindings/VenueSummary.ts";
import { formatNumber } from "../format.ts";
import { type Language, type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { backButton, panelTitle } from "./parts.ts";

/** What of the venue is fact, and from where; what is illustration. */
export function aboutPanel(
  summary: VenueSummary,
  language: Language,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const { booths, exhibitors, sessions } = summary;
  const counts = [booths, exhibitors, sessions].map((count) => formatNumber(count, language)) as [
    string,
    string,
    string,
  ];
  return html`<header class="panel-head">
      ${backButton(strings, () => actions.open(undefined))} ${panelTitle(strings.aboutVenue)}
    </header>
    <p class="about">${say(summary.name, language)}</p>
    <p class="facts">${strings.countsLine(...counts)}</p>
    ${summary.notice ? html`<p class="about">${say(summary.notice, language)}</p>` : nothing}
    ${
      summary.facts.length > 0
        ? html`<section>
            <h3>${strings.facts}</h3>
            <ul class="fact-list">
              ${summary.facts.map(
                ({ text, source }) => html`<li>${say(text, language)}<small>${strings.source}: ${source}</small></li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
    ${summary.credit ? html`<p class="note">${summary.credit}</p>` : nothing}`;
}
