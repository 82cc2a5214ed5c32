// Programs that behave as badly as a test wants, in place of the built ones.
import type { Page } from "@playwright/test";

/** Keeps the stage from loading at all. */
export async function blockStage(page: Page): Promise<void> {
  await page.route(/\/stage[-_.]/, (route) => route.abort());
}

/** The real guide, but `handle` first runs `spoil`: JavaScript that may throw or hang, with `command`, its `json` and the program (`wasm`) in reach. */
export async function spoilGuide(page: Page, spoil: string): Promise<void> {
  await page.route(/\/guide\.js\?v=/, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `import init, { Guide as Real } from "./guide.js?real";
        let wasm;
        export default async (options) => (wasm = await init(options));
        export class Guide extends Real {
          handle(json) { const command = JSON.parse(json); ${spoil}; return super.handle(json); }
        }`,
    }),
  );
}

export interface StageStub {
  /** Runs when a command comes, with `command` in reach. */
  handle?: string;
  /** Draws one colour. */
  blank?: boolean;
}

/** A stage that draws two colours, answers that it has drawn, and does what the test wants besides. */
export async function stubStage(page: Page, { handle = "", blank = false }: StageStub = {}): Promise<void> {
  await page.route(/\/stage\.js/, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `export default async function init() {}
        export class Stage {
          events = [];
          constructor(gl) { this.canvas = gl.canvas; this.gl = gl; }
          add_model(file, bytes) {
            const magic = String.fromCharCode(...bytes.slice(0, 4));
            if (magic === "glTF") this.events.push({ type: "model_added", file, booths: 0, triangles: 0 }, { type: "first_frame" });
            else this.events.push({ type: "model_refused", file, message: "no glTF" });
          }
          handle(json) {
            const command = JSON.parse(new TextDecoder().decode(json));
            if (command.type === "show_models") this.events.push({ type: "models_wanted", files: command.models.map(({ file }) => file) });
            ${handle}
          }
          frame() {
            const { gl, canvas } = this;
            gl.clearColor(0.8, 0.8, 0.75, 1);
            gl.clear(gl.COLOR_BUFFER_BIT);
            if (${blank}) return false;
            gl.enable(gl.SCISSOR_TEST);
            gl.scissor(0, 0, canvas.width / 2, canvas.height);
            gl.clearColor(0.7, 0.7, 0.65, 1);
            gl.clear(gl.COLOR_BUFFER_BIT);
            gl.disable(gl.SCISSOR_TEST);
            return false;
          }
          take_events() { return JSON.stringify(this.events.splice(0)); }
          gpu_bytes() { return 0; }
        }`,
    }),
  );
  await page.route(/\/stage_bg\.wasm/, (route) => route.fulfill({ contentType: "application/wasm", body: "" }));
}
