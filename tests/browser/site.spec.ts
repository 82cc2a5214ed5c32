// The built site as it is served: no browser behaviour, but what every browser depends on.
import { readdirSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import headers from "../../web/headers.json" with { type: "json" };
import { expect, test } from "./support.ts";

const FILES = readdirSync("dist").filter((name) => !/\.(br|gz)$/.test(name));
const TYPES: Record<string, string> = {
  css: "text/css",
  html: "text/html;charset=utf-8",
  js: "text/javascript",
  wasm: "application/wasm",
};

function named(pattern: RegExp): string {
  const name = FILES.find((file) => pattern.test(file));
  if (!name) throw new Error(`dist/ has no ${pattern}: ${FILES.join(", ")}`);
  return name;
}

/** Without Playwright's own decoding of bodies, which would hide the encoding. */
function head(request: APIRequestContext, path: string, encoding = "br, gzip") {
  return request.fetch(path, { method: "HEAD", headers: { "Accept-Encoding": encoding } });
}

test.describe("the built site @desktop", () => {
  test("has the page with what it loads later, both workers and the programs", () => {
    for (const file of [
      "later.js",
      "embed.js",
      "guide-worker.js",
      "guide.js",
      "guide_bg.wasm",
      "placement.js",
      "placement_bg.wasm",
      "stage-worker.js",
      "stage.js",
      "stage_bg.wasm",
      "workshop-worker.js",
      "workshop.js",
      "workshop_bg.wasm",
    ]) {
      expect(FILES).toContain(file);
    }
    named(/^page-[0-9a-f]+\.js$/);
    named(/^page-[0-9a-f]+\.css$/);
  });

  test("sends every file with its type, compressed, and with the security headers", async ({ request }) => {
    for (const file of FILES.filter((name) => /\.(css|html|js|wasm)$/.test(name))) {
      const response = await head(request, file);
      expect(response.status(), file).toBe(200);
      expect(response.headers(), file).toMatchObject({
        "content-type": TYPES[file.split(".").pop() ?? ""],
        "content-encoding": "br",
        vary: "Accept-Encoding",
        ...Object.fromEntries(Object.entries(headers.always).map(([name, value]) => [name.toLowerCase(), value])),
      });
    }
  });

  test("holds no inline script or style, and compiles under its own policy", async ({ page, faults }) => {
    await page.goto("./");
    expect(await page.locator("script:not([src]), style, [style], [onclick]").count()).toBe(0);
    const compiles = await page.evaluate(async () => {
      const source = await fetch("guide_bg.wasm");
      return (await WebAssembly.compileStreaming(source)) instanceof WebAssembly.Module;
    });
    expect(compiles).toBe(true);
    expect(faults).toEqual([]);
  });

  test("works below any path", async ({ page, serveBelow, faults }) => {
    const address = await serveBelow("/expo/2026/");
    await page.goto(address);
    await expect(page).toHaveTitle(/Fairway/);
    const asked = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
    expect(asked.length).toBeGreaterThan(0);
    for (const url of asked) expect(url.startsWith(address), url).toBe(true);
    expect(faults).toEqual([]);
  });

  test("answers 404, in both languages, for what is not there", async ({ request }) => {
    for (const path of ["nothing-here", "venues/none/venue.json", "hall-9.glb"]) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(404);
      expect(await response.text(), path).toMatch(/nothing at this address[^]*此地址没有内容/);
    }
  });
});
