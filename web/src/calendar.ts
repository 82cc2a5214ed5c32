// Sessions as an iCalendar file (RFC 5545), for the calendar of the person's own device.

import type { SessionLine } from "./bindings/SessionLine.ts";

/** A line is this long at most, in bytes of UTF-8; what follows goes on after a space. */
const LINE_BYTES = 75;

export interface CalendarOf {
  readonly venue: string;
  readonly timeZone: string;
  readonly words: (text: SessionLine["title"]) => string;
  /** The page about a session. */
  readonly link: (session: SessionLine) => string;
}

/** The file's text. A session keeps its `UID`, so that whoever adds it again gets it once. */
export function writeCalendar(sessions: readonly SessionLine[], of: CalendarOf, now: Date): string {
  const events = sessions.flatMap((session) => [
    "BEGIN:VEVENT",
    `UID:${escaped(`${session.id}@${of.venue}.fairway`)}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(instantOf(session.start, of.timeZone))}`,
    `DTEND:${utc(instantOf(session.end, of.timeZone))}`,
    `SUMMARY:${escaped(of.words(session.title))}`,
    `LOCATION:${escaped(of.words(session.room_name))}`,
    `URL:${of.link(session)}`,
    ...(session.change?.cancelled ? ["STATUS:CANCELLED"] : []),
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fairway//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n|\r|\n/g, "\\n");
}

/** Never within a character. */
function folded(line: string): string {
  let text = "";
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > LINE_BYTES) {
      text += "\r\n ";
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}

function utc(time: Date): string {
  return time.toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

/** Which moment a time of the venue's clock is. Within an hour that comes twice, the first. */
export function instantOf(venueTime: string, timeZone: string): Date {
  const asUtc = Date.parse(`${venueTime}:00Z`);
  const offset = (at: number) => Date.parse(`${venueClock(new Date(at), timeZone)}:00Z`) - at;
  // The offset half a day before may be another than then: the second look is at the right one.
  const first = asUtc - offset(asUtc - 43_200_000);
  return new Date(asUtc - offset(first));
}

/** Made once for each zone: to make one takes longer than to write a hundred times with it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the venue's clock says at a moment: `2026-09-24T10:00`. */
export function venueClock(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // Swedish dates are those of ISO 8601.
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
    clocks.set(timeZone, clock);
  }
  return clock.format(at).replace(" ", "T");
}
