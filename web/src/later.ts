// What the page loads when it is asked for, and not before: a bundle of its own.

export { codeOf, pack, unpack } from "./handover/codes.ts";
export { handoverPanel } from "./handover/handover-panel.ts";
export { offerPanel } from "./handover/offer-panel.ts";
export { writeCalendar } from "./calendar.ts";
export { watchHeading } from "./facing.ts";
export { aboutPanel } from "./panels/about.ts";
export { dayPanel } from "./panels/day.ts";
export { exhibitorsPanel } from "./panels/exhibitors.ts";
export { herePanel } from "./panels/here.ts";
export { programmePanel } from "./panels/programme.ts";
export { savedPanel } from "./panels/saved.ts";
export { nextStop } from "./panels/stop-more.ts";
export { settingsPanel } from "./panels/settings.ts";
export { describeEvent } from "./structured-data.ts";
