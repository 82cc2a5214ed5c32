// What a person can do; the panels call these and nothing else.

import type { HitKind } from "../bindings/HitKind.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { Profile } from "../bindings/Profile.ts";
import type { SessionLine } from "../bindings/SessionLine.ts";
import type { Slot } from "../answers.ts";
import type { Appearance } from "../preferences.ts";
import type { Narrowing } from "../narrowing.ts";
import type { Spot } from "../spot.ts";
import type { Drive } from "../stage/keyboard.ts";
import type { End, SheetHeight, State } from "../state.ts";
import type { Language } from "../strings/index.ts";
import type { Address, View } from "../url.ts";

export interface Actions {
  typed(text: string): void;
  clearSearch(): void;
  /** Opens or closes the choices above what was found. */
  filter(open: boolean): void;
  narrow(to: Narrowing): void;
  showMore(): void;
  openExhibitors(): void;
  forgetSearches(): void;
  /** Searches for it, the nearest first. */
  findNearest(query: string): void;
  /** Says where the person is, or asks. */
  openHere(): void;
  forgetHere(): void;
  /** Whether the map shows which way the person faces. */
  face(on: boolean): Promise<void>;
  /** Leaves what is open, for the search. */
  startSearch(): void;
  sortBy(sort: Address["sort"]): void;
  /** Highlights another line of the results. */
  highlight(index: number | undefined): void;
  /** Opens a place's card, or a hall's list; for the end of a route that is being looked up, takes it as that. */
  choose(place: PlaceId, kind: HitKind): void;
  /** The same, but the map stays where it is. */
  peek(place: PlaceId, kind: HitKind): void;
  /** Looks at a hall; its list opens too, unless a way or a day is planned. */
  dive(hall: PlaceId): void;
  back(): void;
  closeRoute(): void;

  routeTo(spot: Spot): void;
  routeFrom(spot: Spot): void;
  routeBetween(from: Spot, to: Spot, profile: Profile | undefined): void;
  editEnd(end: End | undefined): void;
  swapEnds(): void;

  /** Puts a place or a session into the day, or takes it out; `start` is a session's. */
  toggleStop(place: PlaceId, start?: string): void;
  stay(place: PlaceId, minutes: number): void;
  /** Shows what else one may do about it. */
  openStop(place: PlaceId | undefined): void;
  /** Makes a stop an appointment at that time of the day; none any more. */
  appoint(place: PlaceId, at: string | undefined): void;
  /** Leaves a stop out for now, or takes it up again. */
  skip(place: PlaceId, on: boolean): void;
  /** The person is at that stop: the rest of the day begins there. */
  goOnFrom(place: PlaceId): void;
  departAt(time: string): void;
  endAt(clock: string | undefined): void;
  /** Whether the person changes the order of the day. */
  arrange(on: boolean): void;
  /** A stop is dragged; none any more. */
  holdStop(place: PlaceId | undefined): void;
  /** Puts a stop elsewhere in the order, counted from nought. */
  moveStop(place: PlaceId, to: number): void;
  bestOrder(): void;
  openDay(): void;

  /** Saves a place or a session, or takes it out again. */
  keep(place: PlaceId): void;
  /** Undoes the last taking out. */
  keepAgain(): void;
  note(place: PlaceId, text: string): void;
  dismissSavedTrouble(): void;
  openSaved(): void;

  openHandover(): void;
  handNotes(withNotes: boolean): void;
  share(link: string): void;
  /** Takes what came from another device: beside what is here, or with its day instead of the person's. */
  takePlan(how: "add" | "replace"): void;
  refusePlan(): void;
  /** Undoes the last taking. */
  returnPlan(): void;

  openProgramme(room?: PlaceId): void;
  filterProgramme(filter: Pick<Address, "date" | "room" | "track">): void;
  /** Hands these to the calendar of the person's device, as a file. */
  addToCalendar(sessions: readonly SessionLine[]): Promise<void>;

  /** `leaves` is when one sets out. */
  routeLeg(from: Spot, to: PlaceId, leaves: string): void;
  setTime(leave: string | undefined, arrive: string | undefined): void;

  setProfile(profile: Profile): void;
  /** In metres a second; as the profile has it if not said. */
  setSpeed(speed: number | undefined): void;
  showStep(index: number): void;
  print(): void;
  /** The day on one page, with a code that holds the plan. */
  printDay(): Promise<void>;
  /** This page's, unless another is given. */
  copyLink(link?: string): void;

  setView(view: View): void;
  setLevel(level: string): void;
  zoom(factor: number): void;
  turn(headingDeg: number, tiltDeg: number): void;
  northUp(): void;
  showAll(): void;
  /** Where the stage's camera is, on the plan. */
  showOnPlan(): void;
  walk(on: boolean): void;
  follow(on: boolean): void;
  pace(pace: State["pace"]): void;
  drive(drive: Drive): void;

  setSheet(height: SheetHeight): void;
  open(overlay: State["overlay"]): void;
  setLanguage(language: Language): void;
  setAppearance(appearance: Appearance): void;
  setVisitors(shown: boolean): void;

  retryVenue(): void;
  openDefaultVenue(): void;
  retryAnswer(slot: Slot): void;
  retryModel(file: string): void;
  retryStage(): void;
  dismissFault(file: string): void;
  /** Of news. */
  markRead(text: string): void;
  reload(): void;
}
