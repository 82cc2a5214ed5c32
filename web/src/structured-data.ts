// The fair and its sessions for search engines, in the words of schema.org (JSON-LD).

import type { SessionLine } from "./bindings/SessionLine.ts";
import type { VenueSummary } from "./bindings/VenueSummary.ts";
import { instantOf } from "./calendar.ts";
import { type Language, say } from "./strings/languages.ts";

const SCHEMA = "https://schema.org/";

const ID = "event";

/** Puts it into the page, in place of what was there. */
export function describeEvent(...event: Parameters<typeof eventOf>): void {
  const described = eventOf(...event);
  if (!described) return;
  const script = document.getElementById(ID) ?? document.createElement("script");
  Object.assign(script, { id: ID, type: "application/ld+json", textContent: JSON.stringify(described) });
  document.head.append(script);
}

/** `linkTo` a session's card. Nothing for a venue where nothing takes place. */
function eventOf(
  { name, days, time_zone }: VenueSummary,
  sessions: readonly SessionLine[],
  language: Language,
  linkTo: (place: string | undefined) => string,
): object | undefined {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return undefined;
  const at = (venueTime: string) => instantOf(venueTime, time_zone).toISOString();
  const venue = { "@type": "Place", name: say(name, language) };
  return {
    "@context": "https://schema.org",
    "@type": "ExhibitionEvent",
    name: say(name, language),
    startDate: at(first.open),
    endDate: at(last.close),
    eventAttendanceMode: `${SCHEMA}OfflineEventAttendanceMode`,
    location: venue,
    url: linkTo(undefined),
    subEvent: sessions.map(({ id, title, room_name, start, end, change }) => ({
      "@type": "Event",
      name: say(title, language),
      startDate: at(start),
      endDate: at(end),
      eventStatus: `${SCHEMA}Event${change?.cancelled ? "Cancelled" : change ? "Rescheduled" : "Scheduled"}`,
      location: { "@type": "Place", name: say(room_name, language), containedInPlace: venue },
      url: linkTo(id),
    })),
  };
}
