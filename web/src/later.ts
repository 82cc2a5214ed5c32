// What the page loads when it is asked for, and not before: a bundle of its own.

export { codeOf, pack, unpack } from "./handover/codes.ts";
export { handoverPanel } from "./handover/handover-panel.ts";
export { offerPanel } from "./handover/offer-panel.ts";
export { arrangement } from "./panels/arrange.ts";
export { exhibitorsPanel } from "./panels/exhibitors.ts";
export { settingsPanel } from "./panels/settings.ts";
