// What the screen shows while nobody uses it: the halls in turn, what is on, what is announced.

import { type TemplateResult, html, nothing } from "lit";
import type { LocalText } from "../bindings/LocalText.ts";
import type { SessionLine } from "../bindings/SessionLine.ts";
import type { VenueSummary } from "../bindings/VenueSummary.ts";
import { formatTimes } from "../format.ts";
import { dateOf, turnsOf } from "../programme.ts";
import { type Language, say } from "../strings/languages.ts";
import { WORDS } from "./words.ts";

const MOST_SESSIONS = 3;

export interface Attraction {
  readonly summary: VenueSummary;
  readonly languages: readonly Language[];
  readonly sessions: readonly SessionLine[];
  /** What everyone is told. */
  readonly announcements: readonly LocalText[];
  /** The venue's clock, if the browser knows its zone. */
  readonly now: string | undefined;
  /** The hall that the map shows, and which greeting it is the turn of. */
  readonly turn: number;
  readonly greetings: VenueSummary["kiosks"][number]["manner"]["greetings"];
}

/** Over all of the page: whatever is touched, nothing below is. */
export function attraction(shown: Attraction, begin: (event: Event) => void): TemplateResult {
  const { summary, languages, greetings, turn } = shown;
  const hall = hallsOf(summary)[turn % Math.max(1, hallsOf(summary).length)];
  const greeting = greetings?.[turn % greetings.length];
  const inEach = (text: (language: Language) => string, tag: "h1" | "p") => {
    const texts = [...new Set(languages.map(text))];
    return texts.map((each) => (tag === "h1" ? html`<h1>${each}</h1>` : html`<p>${each}</p>`));
  };
  return html`<button class="attract" type="button" @click=${begin}>
    <span class="attract-name">${inEach((language) => say(summary.name, language), "h1")}</span>
    ${hall ? html`<span class="attract-hall">${inEach((language) => say(hall.name, language), "p")}</span>` : nothing}
    ${greeting ? html`<span>${inEach((language) => say(greeting, language), "p")}</span>` : nothing} ${onNow(shown)}
    ${announced(shown)}
    <span class="attract-touch">${inEach((language) => WORDS[language].touch, "p")}</span>
  </button>`;
}

export function hallsOf({ units }: VenueSummary): VenueSummary["units"] {
  return units.filter(({ kind }) => kind === "hall");
}

function onNow({ sessions, now, languages }: Attraction): TemplateResult | typeof nothing {
  const turns = turnsOf(sessions, now);
  const shown = sessions.filter((session) => turns(session)).slice(0, MOST_SESSIONS);
  const [language = "en"] = languages;
  if (shown.length === 0 || now === undefined || !shown.every((session) => dateOf(session) === now.slice(0, 10))) {
    return nothing;
  }
  const words = WORDS[language];
  return html`<span class="attract-sessions">
    ${shown.map(
      (session) =>
        html`<span
          ><b>${turns(session) === "now" ? words.now : words.next}</b>
          ${formatTimes(session.start, session.end, language)} ${say(session.title, language)} ·
          ${say(session.room_name, language)}</span
        >`,
    )}
  </span>`;
}

function announced({ announcements, languages, turn }: Attraction): TemplateResult | typeof nothing {
  const [language = "en"] = languages;
  const text = announcements[turn % Math.max(1, announcements.length)];
  return text ? html`<span class="attract-news">${say(text, language)}</span>` : nothing;
}
