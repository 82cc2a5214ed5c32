// What the page does when a person does something.

import type { App } from "./app.ts";
import type { HitKind } from "./bindings/HitKind.ts";
import type { PlaceId } from "./bindings/PlaceId.ts";
import { writeCalendar } from "./calendar.ts";
import { storeAppearance, storeVisitors } from "./preferences.ts";
import type { Actions } from "./panels/actions.ts";
import { USUAL_STAY_MIN, departOf, isInDay, openingOn, stopsOf } from "./day.ts";
import { type End, USUAL_PACE, isRouting, summaryOf } from "./state.ts";
import { say, stringsOf } from "./strings/index.ts";
import { type Kept, keptOf } from "./saved.ts";
import { type Address, writeAddress } from "./url.ts";

/** What the plan shows of where one was on the stage, across. */
const ROUND_ONE_M = 60;

const NOTHING_CHOSEN = { place: undefined, hall: undefined, q: undefined, from: undefined, to: undefined };

function saveFile(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function makeActions(app: App): Actions {
  const { store, history, maps, stage, shelf } = app;
  const state = () => store.state;

  /** A selection: a new entry of the history, the map looks there, and the sheet makes room for both. */
  function select(patch: Partial<Address>): void {
    open({ level: undefined, ...patch });
    maps.lookAt("chosen");
  }

  /** The same, but the map stays as it is. */
  function open(patch: Partial<Address>): void {
    history.push({ panel: undefined, ...patch });
    store.set({
      overlay: undefined,
      editing: undefined,
      active: undefined,
      step: undefined,
      sheet: "half",
      dropped: undefined,
    });
    app.focusTitle();
  }

  function addressOf(place: PlaceId, kind: HitKind): Partial<Address> {
    return kind === "hall" ? { hall: place, place: undefined, q: undefined } : { place };
  }

  function setEnd(end: End, place: PlaceId): void {
    if (end === "start") return select({ start: place, panel: "day" });
    const other = end === "from" ? "to" : "from";
    select({ [end]: place });
    if (!state().address[other]) store.set({ editing: { end: other, text: "" }, sheet: "full" });
  }

  function typed(text: string): void {
    const { editing, address } = state();
    store.set({ active: undefined });
    if (editing) return store.set({ editing: { ...editing, text } });
    const q = text || undefined;
    // The first letter is an entry of the history: "back" leads out of the search.
    const patch = { q, place: undefined, panel: undefined };
    if (address.q || !q) history.replace(patch);
    else history.push(patch);
    store.set({ overlay: undefined, ...(q && { sheet: "full" }) });
  }

  return {
    typed,
    clearSearch() {
      if (state().editing) return store.set({ editing: undefined });
      history.replace({ q: undefined });
      store.set({ active: undefined, sheet: "half" });
    },
    sortBy(sort) {
      history.replace({ sort });
      store.set({ active: undefined });
    },
    highlight: (active) => {
      store.set({ active });
      app.afterRender(() => document.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }));
    },
    choose(place, kind) {
      const { editing } = state();
      if (editing) setEnd(editing.end, place);
      else select(addressOf(place, kind));
    },
    peek(place, kind) {
      const { editing, address } = state();
      if (editing) setEnd(editing.end, place);
      else open({ ...addressOf(place, kind), camera: address.camera });
    },
    dive(hall) {
      const { address } = state();
      if (!isRouting(state()) && !address.panel) return select(addressOf(hall, "hall"));
      const level = summaryOf(state())?.units.find(({ id }) => id === hall)?.level;
      history.replace({ level, camera: undefined });
      maps.lookAt({ kind: "place", place: hall, bounds: undefined });
    },
    back() {
      if (history.depth > 0) return globalThis.history.back();
      select(state().address.place ? { place: undefined } : { hall: undefined });
    },
    closeRoute() {
      if (state().editing) store.set({ editing: undefined });
      if (isRouting(state())) select({ from: undefined, to: undefined, leave: undefined, arrive: undefined });
    },

    routeTo: (place) => setEnd("to", place),
    routeFrom: (place) => setEnd("from", place),
    editEnd(end) {
      store.set({ editing: end && { end, text: "" }, active: undefined, ...(end && { sheet: "full" }) });
      if (end) app.afterRender(() => document.getElementById(`end-${end}`)?.focus());
    },
    swapEnds() {
      const { from, to } = state().address;
      select({ from: to, to: from });
    },
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
    stay(place, minutes) {
      history.replace({ stops: stopsOf(state()).map((stop) => (stop.place === place ? { place, minutes } : stop)) });
    },
    departAt: (depart) => history.replace({ depart }),
    keep(place) {
      const { saved, dropped } = state();
      const kept = keptOf(saved, place);
      if (kept) {
        store.set({ dropped: { kept, at: saved.indexOf(kept) } });
        shelf.change((list) => list.filter((each) => each.place !== place));
        return app.afterRender(() => document.getElementById("undo")?.focus());
      }
      // Who thinks again gets the note back.
      const note = dropped?.kept.place === place ? dropped.kept.note : "";
      shelf.change((list) => [...list, { place, note }]);
      store.set({ dropped: undefined });
    },
    keepAgain() {
      const { dropped } = state();
      if (!dropped) return;
      store.set({ dropped: undefined });
      shelf.change((list) => list.toSpliced(dropped.at, 0, dropped.kept));
      app.focusTitle();
    },
    note: (place, note) =>
      shelf.change((list) => list.map((kept): Kept => (kept.place === place ? { place, note } : kept))),
    dismissSavedTrouble: () => store.set({ savedTrouble: undefined }),
    openSaved() {
      open({ ...NOTHING_CHOSEN, panel: "saved" });
    },
    openProgramme(room) {
      open({ ...NOTHING_CHOSEN, panel: "programme", room, date: undefined, track: undefined });
    },
    filterProgramme: (filter) => history.replace(filter),
    addToCalendar(sessions) {
      const summary = summaryOf(state());
      if (!summary) return;
      const { language, address } = state();
      const { id, time_zone } = summary;
      const text = writeCalendar(
        sessions,
        {
          venue: id,
          timeZone: time_zone,
          words: (text) => say(text, language),
          link: ({ id: place }) => new URL(writeAddress({ venue: address.venue, place }), location.href).href,
        },
        new Date(),
      );
      saveFile(`${id}.ics`, new Blob([text], { type: "text/calendar" }));
    },
    openDay: () => select({ ...NOTHING_CHOSEN, panel: "day" }),
    routeLeg: (from, to, leave) => select({ from, to, leave, arrive: undefined }),
    setTime(leave, arrive) {
      history.replace({ leave, arrive });
      store.set({ step: undefined });
    },

    setProfile(profile) {
      history.replace({ profile, level: undefined });
      store.set({ step: undefined });
      maps.lookAt("chosen");
    },
    setSpeed(speed) {
      history.replace({ speed });
      store.set({ step: undefined });
    },
    showStep(index) {
      const { route } = state().answers;
      if (route?.type !== "route_planned") return;
      const step = route.route.legs.flatMap((leg) => leg.steps)[index];
      if (!step) return;
      history.replace({ level: step.level });
      store.set({ step: index, sheet: "half" });
      maps.lookAt({ kind: "step", point: step.first_point });
    },
    print: () => globalThis.print(),
    copyLink() {
      const { linkCopied, linkNotCopied } = stringsOf(state().language);
      // Only a secure page has a clipboard.
      const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error("no clipboard"));
      copied.then(
        () => app.toast(linkCopied),
        () => app.toast(linkNotCopied),
      );
    },

    setView(view) {
      history.replace({ view });
      if (view === "2d") store.set({ showing: "plan" });
      else stage.want();
    },
    setLevel: (level) => history.replace({ level }),
    zoom(factor) {
      app.touched();
      maps.active.zoom(factor);
    },
    turn(headingDeg, tiltDeg) {
      app.touched();
      maps.stage.turn(headingDeg, tiltDeg);
    },
    northUp() {
      const heading = (((((state().camera.pose?.heading_deg ?? 0) + 180) % 360) + 360) % 360) - 180;
      app.touched();
      maps.stage.turn(-heading, 0);
    },
    showAll() {
      history.replace({ camera: undefined });
      maps.lookAt({ kind: "overview" });
    },
    showOnPlan() {
      const { pose } = state().camera;
      if (!pose) return;
      const camera = { kind: "plan", x: pose.x, y: pose.y, span: ROUND_ONE_M } as const;
      history.replace({ view: "2d", camera });
      store.set({ showing: "plan" });
      maps.lookAt({ kind: "camera", camera });
    },
    walk(on) {
      app.touched();
      maps.stage.walk(on);
      if (on) store.set({ sheet: "low" });
    },
    follow(on) {
      if (on) maps.stage.follow();
      else maps.lookAt({ kind: "route" });
      store.set({ sheet: "low", pace: USUAL_PACE });
    },
    pace(pace) {
      maps.stage.pace(pace.paused ? 0 : pace.factor);
      store.set({ pace });
    },
    drive(drive) {
      app.touched();
      maps.stage.drive(drive);
    },

    setSheet: (sheet) => store.set({ sheet }),
    open(overlay) {
      store.set({ overlay, sheet: overlay ? "full" : "half" });
      if (overlay) app.focusTitle();
    },
    setLanguage(lang) {
      history.replace({ lang });
      store.set({ language: lang });
    },
    setAppearance(appearance) {
      store.set({ appearance, forgetful: !storeAppearance(appearance) });
      app.applyAppearance();
    },
    setVisitors: (visitors) => store.set({ visitors, forgetful: !storeVisitors(visitors) }),

    retryVenue: () => app.openVenue(),
    openDefaultVenue() {
      const { lang, view } = state().address;
      location.search = writeAddress({ lang, view });
    },
    retryAnswer: (slot) => app.retryAnswer(slot),
    retryModel: (file) => stage.retryModel(file),
    retryStage: () => stage.want(),
    dismissFault: (file) => stage.dismissFault(file),
    reload: () => location.reload(),
  };
}
