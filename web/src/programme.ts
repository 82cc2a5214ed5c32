// The programme: what of it is shown, and what of it is now.

import type { SessionLine } from "./bindings/SessionLine.ts";
import { venueClock } from "./calendar.ts";
import { keptOf } from "./saved.ts";
import { type State, summaryOf } from "./state.ts";

export function sessionsOf({ answers }: State): readonly SessionLine[] {
  return answers.programme?.type === "programme_listed" ? answers.programme.sessions : [];
}

export const dateOf = ({ start }: SessionLine) => start.slice(0, 10);

/** Now on the venue's clock, wherever the reader is; nothing where the browser does not know its zone. */
export function nowAt(state: State): string | undefined {
  return atVenue(new Date(), state);
}

export function atVenue(instant: Date, state: State): string | undefined {
  try {
    return venueClock(instant, summaryOf(state)?.time_zone ?? "");
  } catch {
    return undefined;
  }
}

/** As chosen, else today if there is anything, else the first day. */
export function shownDate(state: State): string | undefined {
  const dates = sessionsOf(state).map(dateOf);
  const today = nowAt(state)?.slice(0, 10);
  return [state.address.date, today].find((date) => date && dates.includes(date)) ?? dates[0];
}

/** A track in the address: its name, whichever the page's language. */
export function trackKey({ track }: SessionLine): string | undefined {
  return track ? (track.en ?? Object.values(track)[0]) : undefined;
}

/** Those of the shown day, room and track. */
export function shownSessions(state: State): readonly SessionLine[] {
  const { room, track } = state.address;
  const date = shownDate(state);
  return sessionsOf(state).filter(
    (session) =>
      dateOf(session) === date && (!room || session.room === room) && (!track || trackKey(session) === track),
  );
}

export type Turn = "now" | "next" | undefined;

/** Which of these are on, and which come next that day. Venue times of one length are in the order of their text. */
export function turnsOf(sessions: readonly SessionLine[], now: string | undefined): (session: SessionLine) => Turn {
  if (now === undefined) return () => undefined;
  const held = sessions.filter(({ change }) => !change?.cancelled);
  const next = held.find((session) => session.start > now && session.start.startsWith(now.slice(0, 10)))?.start;
  return ({ start, end, change }) =>
    change?.cancelled ? undefined : start <= now && now < end ? "now" : start === next ? "next" : undefined;
}

/** The saved sessions that overlap this one. */
export function clashesOf(place: string, { answers }: State): readonly SessionLine[] {
  const { programme } = answers;
  if (programme?.type !== "programme_listed") return [];
  const others = programme.clashes.flatMap(([a, b]) => (a === place ? [b] : b === place ? [a] : []));
  return programme.sessions.filter(({ id }) => others.includes(id));
}

export function savedSessions(state: State): readonly SessionLine[] {
  return sessionsOf(state).filter(({ id }) => keptOf(state.saved, id));
}
