// What the screen shows while nobody uses it: the halls in turn, what is on, what is announced.

import { type TemplateResult, html, nothing } from "lit";
import type { LocalText } from "../bindings/LocalText.ts";
import type { SessionLine } from "../bindings/SessionLine.ts";
import type { VenueSummary } from "../bindings/VenueSummary.ts";
import { formatTimes } from "../format.ts";
import { type Turn, dateOf, turnsOf } from "../programme.ts";
import { type Language, say } from "../strings/languages.ts";
import { WORDS } from "./words.ts";

export interface Attraction {
  readonly summary: VenueSummary;
  readonly languages: readonly Language[];
  readonly sessions: readonly SessionLine[];
  /** What everyone is told. */
  readonly announcements: readonly LocalText[];
  /** The venue's clock, if the browser knows its zone. */
  readonly now: string | undefined;
  /** The hall that the map shows. */
  readonly hall: VenueSummary["units"][number] | undefined;
  /** Which greeting and which announcement it is the turn of. */
  readonly turn: number;
  readonly greetings: VenueSummary["kiosks"][number]["manner"]["greetings"];
}

/** Over all of the page: whatever is touched, nothing below is. */
export function attraction(shown: Attraction, begin: (event: Event) => void): TemplateResult {
  const { summary, languages, greetings, hall, turn } = shown;
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

/** Of those that are on today, and of those that come next, so many. */
export function turning(sessions: readonly SessionLine[], now: string | undefined, most: number): SessionLine[] {
  const turns = turnsOf(sessions, now);
  const today = sessions.filter((session) => dateOf(session) === now?.slice(0, 10));
  const of = (turn: Turn) => today.filter((session) => turns(session) === turn).slice(0, most);
  return [...of("now"), ...of("next")];
}

/** What a session is, in a line. */
export function inALine(session: SessionLine, now: string | undefined, language: Language): TemplateResult {
  const words = WORDS[language];
  return html`<b>${now !== undefined && session.start <= now ? words.now : words.next}</b>
    ${formatTimes(session.start, session.end, language)} ${say(session.title, language)} ·
    ${say(session.room_name, language)}`;
}

/** What is too long to be said in all languages at once is said in one after the other. */
function itsTurn(languages: readonly Language[], turn: number): Language {
  return languages[turn % Math.max(1, languages.length)] ?? "en";
}

function onNow({ sessions, now, languages, turn }: Attraction): TemplateResult | typeof nothing {
  const shown = turning(sessions, now, 2);
  const language = itsTurn(languages, turn);
  if (shown.length === 0) return nothing;
  return html`<span class="attract-sessions">
    ${shown.map((session) => html`<span>${inALine(session, now, language)}</span>`)}
  </span>`;
}

function announced({ announcements, languages, turn }: Attraction): TemplateResult | typeof nothing {
  const language = itsTurn(languages, turn);
  const text = announcements[turn % Math.max(1, announcements.length)];
  return text ? html`<span class="attract-news">${say(text, language)}</span>` : nothing;
}
