// What is done with a design as a whole: undo and redo, files in and out, paper.

import { type TemplateResult, html } from "lit";
import { ICONS, icon } from "../icons.ts";
import type { Exchange } from "./exchange.ts";
import type { Sketch } from "./sketch.ts";
import type { Words } from "./words.ts";

const EXPORT = "M12 4v11m-5-5 5 5 5-5M5 20h14";
const PRINT = "M7 8V4h10v4M7 17H4v-6a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v6h-3M7 14h10v6H7z";
const IMPORT = "M12 15V4M7 9l5-5 5 5M5 20h14";

export function tools(sketch: Sketch, exchange: Exchange, chooseFiles: () => void, words: Words): TemplateResult {
  const button = (text: string, path: string, id: string, usable: boolean, act: () => void) =>
    // Not disabled but said to be: the keyboard's focus stays where it is.
    html`<button
      class="tool"
      type="button"
      id=${id}
      aria-label=${text}
      title=${text}
      aria-disabled=${!usable}
      @click=${() => usable && act()}
    >
      ${icon(path)}
    </button>`;
  return html` ${button(words.undo, ICONS.turnLeft, "placing-undo", sketch.canUndo && !sketch.frozen, () => sketch.undo())}
    ${button(words.redo, ICONS.turnRight, "placing-redo", sketch.canRedo && !sketch.frozen, () => sketch.redo())}
    ${button(words.exportFile, EXPORT, "placing-export", true, () => void exchange.exportFile())}
    ${button(words.importFile, IMPORT, "placing-import", !sketch.frozen, () => chooseFiles())}
    ${button(words.print, PRINT, "placing-print", true, () => print())}
    <input
      type="file"
      hidden
      multiple
      accept=".json,.zip,.glb,.gltf,application/json,application/zip,model/gltf-binary,model/gltf+json"
      aria-label=${words.importFile}
      @change=${({ currentTarget }: Event) => {
        const input = currentTarget as HTMLInputElement;
        const files = [...(input.files ?? [])];
        input.value = "";
        void exchange.give(files);
      }}
    />`;
}
