// The person's day, and the programme.

import type { App } from "../app.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import { type PlannedStop, USUAL_STAY_MIN, departOf, isInDay, openingOn, stopsOf, visitsOf } from "../day.ts";
import type { Actions } from "../panels/actions.ts";
import { nowAt } from "../programme.ts";
import { summaryOf } from "../state.ts";
import { say } from "../strings/index.ts";
import { linkTo } from "../url.ts";
import { type Moves, NOTHING_CHOSEN } from "./moves.ts";

function saveFile(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function planning(app: App, { select, open }: Moves) {
  const { store, history } = app;
  const state = () => store.state;

  function change(place: PlaceId, patch: Partial<PlannedStop>): void {
    history.replace({ stops: stopsOf(state()).map((stop) => (stop.place === place ? { ...stop, ...patch } : stop)) });
  }

  return {
    toggleStop(place, start) {
      const stops = stopsOf(state());
      const others = stops.filter((stop) => stop.place !== place);
      const removed = isInDay(state(), place);
      const next = removed ? others : [...stops, { place, minutes: USUAL_STAY_MIN }];
      const date = start?.slice(0, 10);
      // A session says which day it is.
      const depart = removed || !date || departOf(state()).startsWith(date) ? {} : { depart: openingOn(state(), date) };
      history.replace({ stops: next.length > 0 ? next : undefined, ...depart });
    },
    stay: (place, minutes) => change(place, { minutes }),
    openStop: (openStop) => store.set({ openStop }),
    appoint: (place, at) => change(place, { at }),
    skip: (place, skipped) => change(place, { skipped }),
    goOnFrom(place) {
      const now = nowAt(state());
      const visits = visitsOf(state());
      const before = visits.slice(
        0,
        visits.findIndex((visit) => visit.place === place),
      );
      const passed = new Set(before.map((visit) => visit.place));
      const stops = stopsOf(state()).map((stop) => (passed.has(stop.place) ? { ...stop, skipped: true } : stop));
      const depart = departOf(state());
      const planned = visits.find((visit) => visit.place === place)?.arrival ?? depart;
      // Who tries it on another day goes by the plan's clock.
      const leaves = now?.startsWith(depart.slice(0, 10)) ? now : planned;
      history.replace({ stops, at: place, start: undefined, depart: leaves });
    },
    departAt: (depart) => history.replace({ depart }),
    openDay: () => select({ ...NOTHING_CHOSEN, panel: "day" }),
    openProgramme(room) {
      open({ ...NOTHING_CHOSEN, panel: "programme", room, date: undefined, track: undefined });
    },
    filterProgramme: (filter) => history.replace(filter),
    async addToCalendar(sessions) {
      const summary = summaryOf(state());
      const later = await app.later.load();
      if (!summary || !later) return;
      const { language, address } = state();
      const { id, time_zone } = summary;
      const text = later.writeCalendar(
        sessions,
        {
          venue: id,
          timeZone: time_zone,
          words: (text) => say(text, language),
          link: ({ id: place }) => linkTo({ venue: address.venue, place }),
        },
        new Date(),
      );
      saveFile(`${id}.ics`, new Blob([text], { type: "text/calendar" }));
    },
  } satisfies Partial<Actions>;
}
