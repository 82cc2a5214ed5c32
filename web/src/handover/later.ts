// What the page loads when a plan is handed over, and not before: a bundle of its own.

export { codeOf, pack, unpack } from "./codes.ts";
export { handoverPanel } from "./handover-panel.ts";
export { offerPanel } from "./offer-panel.ts";
