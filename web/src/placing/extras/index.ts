// What a design needs besides its drawing and what is found: a bundle of its own, loaded when the stand is shown.

export { arranging } from "./arranging.ts";
export { designs } from "./designs.ts";
export { sheet } from "./sheet.ts";
export { Slots } from "./slots.ts";
export { stand } from "./stand.ts";
export { Tape } from "./tape.ts";
