// Every text that the page itself says. Each language's catalogue has this type, so that none can lack one.

import type { AmenityKind } from "../bindings/AmenityKind.ts";
import type { FilterBy } from "../bindings/FilterBy.ts";
import type { HitKind } from "../bindings/HitKind.ts";
import type { Profile } from "../bindings/Profile.ts";
import type { Keeping } from "../offline/keeper.ts";
import type { SavedTrouble } from "../saved.ts";

export interface Strings {
  appName: string;
  skipToPanel: string;
  back: string;
  close: string;
  retry: string;
  dismiss: string;
  loadingVenue: string;

  search: string;
  searchHint: string;
  clear: string;
  results(count: number): string;
  nothingFound(query: string): string;
  nothingFoundNext: string;
  tryThese: string;
  recentSearches: string;
  forgetSearches: string;
  filter: string;
  /** Each by its name, and the choice that lets everything through. */
  filters: Record<FilterBy, { name: string; all: string }>;
  onNow: string;
  clearFilters: string;
  nothingLeft: string;
  exhibitorCount(count: number): string;
  showMore(count: number): string;
  quickSearches: readonly { label: string; query: string; amenity: AmenityKind }[];
  groups: Record<HitKind, string>;
  kinds: Record<HitKind, string>;
  amenities: Record<AmenityKind, string>;

  halls: string;
  rooms: string;
  places: string;
  boothCount(count: number, label: string): string;
  sessionCount(count: number): string;
  emptyUnit: string;

  about: string;
  products: string;
  categories: string;
  exhibitors: string;
  booths: string;
  sessions: string;
  neighbours: string;
  designStand: string;
  freeBooth: string;
  size: string;
  country: string;
  routeHere: string;
  fromHere: string;
  copyLink: string;
  linkCopied: string;
  linkNotCopied: string;
  venueTime: string;
  placeUnknown(place: string): string;
  placeUnknownNext: string;
  didYouMean: string;

  route: string;
  routeFrom: string;
  routeTo: string;
  chooseStart: string;
  chooseDestination: string;
  startHint: string;
  swap: string;
  profiles: Record<Profile, string>;
  profile: string;
  speed: string;
  speeds: { usual: string; own: string };
  ownSpeed: (speed: string) => string;
  usualSpeed: string;
  when: string;
  whens: { any: string; leave: string; arrive: string };
  crowded: string;
  routeTotal(distance: string, duration: string): string;
  steps: string;
  print: string;
  followRoute: string;
  stopFollowing: string;
  pause: string;
  resume: string;
  timesFaster(factor: string): string;
  noWay: string;
  tryWalking: string;
  planningRoute: string;
  arrived: string;
  whereAmI: string;
  youAreHere: string;
  pointOnMap: string;
  step(number: number, of: number): string;
  nextStep: string;
  lastStep: string;
  lost: string;

  nearestFirst: string;
  walkFrom(place: string): string;

  day: string;
  addToDay: string;
  inDay: string;
  dayStart: string;
  dayDate: string;
  dayTime: string;
  dayEmpty: string;
  planningDay: string;
  dayTotal(walk: string, finish: string): string;
  dayOrder: string;
  dayStops: string;
  walkFor(duration: string): string;
  noWalk: string;
  routeOf(walk: string): string;
  arriveBy(time: string): string;
  stayAt(place: string): string;
  minutes(count: number): string;
  removeStop(place: string): string;
  dayClosed: string;
  dayOpen(times: string): string;
  dayConflict: string;
  dayTooLate: string;
  notInTime(place: string): string;
  notTogether(places: string[]): string;
  /** `walk` is how long the others' walk takes; nothing if they cannot be had either. */
  leaveOut(place: string, walk: string | undefined): string;
  dayTooLong(most: number): string;
  dayTooLongNext: string;
  dayRefused: string;

  saved: string;
  save: string;
  saveNamed(place: string): string;
  savedEmpty: string;
  savedOnDevice: string;
  unsaved(place: string): string;
  undo: string;
  note: string;
  noteHint: string;
  /** For a list of other sessions. */
  clashesWith(titles: string[]): string;
  programme: string;
  programmeEmpty: string;
  track: string;
  allRooms: string;
  allTracks: string;
  turns: { now: string; next: string };
  addToCalendar: string;
  addSavedToCalendar: string;
  savedTroubles: Record<SavedTrouble, string>;

  handover: {
    /** What opens it. */
    open: string;
    loading: string;
    code: string;
    making: string;
    notShared: string;
    failed: string;
    failedNext: string;
    added: string;
    replaced: string;
  };
  arrange: {
    change: string;
    done: string;
    hint: string;
    best: string;
    up(place: string): string;
    down(place: string): string;
    moved(to: number, of: number): string;
    until: string;
    overBefore: string;
    overBeforeNext: string;
  };
  /** From an empty list to what could be in it. */
  lookForExhibitors: string;
  /** On a printed day. */
  paper: { scan: string; arrive: string; stay: string; leaveBy: string; stop: string };

  map: string;
  mapKeys: string;
  plan2d: string;
  stage3d: string;
  show2d: string;
  show3d: string;
  zoomIn: string;
  zoomOut: string;
  north: string;
  turnAndTilt: string;
  turnLeft: string;
  turnRight: string;
  tiltUp: string;
  tiltDown: string;
  wholeVenue: string;
  /** What opens a pad of the buttons that move the view. */
  viewPad: string;
  showHereOnPlan: string;
  level: string;
  walk: string;
  stopWalking: string;
  forward: string;
  backward: string;
  stepLeft: string;
  stepRight: string;

  loading3d: string;
  ready3d: string;
  restarting3d: string;
  bare3d: string;
  gaveUp3d: string;
  unsupported3d: string;
  saved3d: string;
  load3d: string;
  brokenModel(hall: string): string;
  unknownBooths(hall: string, count: number): string;

  sheetTaller: string;
  sheetLower: string;

  settings: string;
  language: string;
  appearance: string;
  appearances: { auto: string; light: string; dark: string };
  visitors: string;
  settingsNotKept: string;

  offline: { title: string } & Record<Keeping, string>;
  offlineNow: string;
  /** What was closed and crowded at that time. */
  asOf(clock: string): string;
  newer: string;
  cancelled: string;
  /** It was planned with another room or time. */
  moved: string;
  sessionCancelled(title: string): string;
  sessionMoved(title: string, when: string, where: string): string;
  because(what: string, reason: string): string;

  aboutVenue: string;
  facts: string;
  source: string;
  countsLine(booths: string, exhibitors: string, sessions: string): string;

  problems: {
    offline: string;
    offlineNext: string;
    noVenue(venue: string): string;
    noVenueNext: string;
    noIndex: string;
    noIndexNext: string;
    notData: string;
    notDataNext: string;
    unknownFormat: string;
    unknownFormatNext: string;
    invalid: string;
    invalidNext: string;
    empty: string;
    emptyNext: string;
    guideDown: string;
    guideDownNext: string;
    guideRestarting: string;
    unanswered: string;
    unansweredNext: string;
    versions: string;
    versionsNext: string;
    details: string;
    otherVenue: string;
    reload: string;
  };
}
