// What a person is told while the fair goes on: announcements, and what became of the sessions that they want.

import type { LocalText } from "./bindings/LocalText.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import type { SessionLine } from "./bindings/SessionLine.ts";
import { isInDay } from "./day.ts";
import { formatShortDay, formatTimes } from "./format.ts";
import { nowAt } from "./programme.ts";
import { keptOf } from "./saved.ts";
import type { State } from "./state.ts";
import { type Language, type Strings, say } from "./strings/index.ts";

export interface News {
  readonly text: string;
  /** The session that it is about. */
  readonly place?: PlaceId;
}

/** What everyone is told now. */
export function announced({ live }: State, now: string): readonly LocalText[] {
  const current = live?.announcements.filter(({ from, until }) => (!from || from <= now) && (!until || now < until));
  return current?.map(({ text }) => text) ?? [];
}

/** The unread ones. */
export function news(state: State, strings: Strings): readonly News[] {
  const { live, language, read } = state;
  if (!live) return [];
  const wanted = live.sessions.filter(({ id }) => keptOf(state.saved, id) || isInDay(state, id));
  const all: News[] = [
    ...announced(state, nowAt(state) ?? "").map((text) => ({ text: say(text, language) })),
    ...wanted.map((session) => ({ text: changeOf(session, language, strings), place: session.id })),
  ];
  return all.filter(({ text }) => !read.includes(text));
}

/** "Cancelled: Robots at work. (The speaker is ill)" */
function changeOf(session: SessionLine, language: Language, strings: Strings): string {
  const { title, start, end, room_name, change } = session;
  const name = say(title, language);
  const when = `${formatShortDay(start, language)} ${formatTimes(start, end, language)}`;
  const what = change?.cancelled
    ? strings.sessionCancelled(name)
    : strings.sessionMoved(name, when, say(room_name, language));
  return change?.reason ? strings.because(what, say(change.reason, language)) : what;
}
