// What browser tests share. Specs take `test` and `expect` from here.
import { createServer } from "node:net";
import { expect, test as base, type Page } from "@playwright/test";
import { serve } from "../../web/serve.mjs";

export { expect } from "@playwright/test";

/** A port that nothing listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** Waits until a movement has ended: what it measures is the same twice in a row. */
export async function settled<T>(measure: () => Promise<T>): Promise<T> {
  let before: T | undefined;
  await expect
    .poll(async () => {
      const now = await measure();
      const same = now === before;
      before = now;
      return same;
    })
    .toBe(true);
  return before as T;
}

/** What moves by style sheets has come to its end: between two frames, which may be far apart, it stands still on the way. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ends = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ends.map(({ finished }) => finished));
  });
}

/** By the button, which is behind another where the map is small. */
export async function zoomIn(page: Page): Promise<void> {
  const zoom = page.getByRole("button", { name: "Zoom in", includeHidden: true });
  await expect(zoom).toBeAttached();
  if (!(await zoom.isVisible())) await page.getByLabel("Move the view").click();
  await zoom.click();
}

/** As if these had been saved on the device before. */
export async function saveBefore(page: Page, venue: string, places: (string | undefined)[], note = ""): Promise<void> {
  await page.addInitScript(([key, saved]) => localStorage.setItem(key, saved), [
    `fairway.saved.${venue}`,
    JSON.stringify(places.map((place) => ({ place, note }))),
  ] as const);
}

/** Everything that goes wrong in a page without a person seeing it. */
export function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => faults.push(`request: ${request.url()}: ${request.failure()?.errorText}`));
  return faults;
}

interface Fixtures {
  /** Serves dist/ below a path, such as `/expo/2026/`; resolves to its address. */
  serveBelow: (path: string) => Promise<string>;
  /** The page's faults so far; a test that expects none says so at its end. */
  faults: string[];
}

export const test = base.extend<Fixtures>({
  serveBelow: async ({}, use) => {
    const servers: Awaited<ReturnType<typeof serve>>[] = [];
    await use(async (path) => {
      const server = await serve({ dir: "dist", port: 0, base: path });
      servers.push(server);
      return server.url;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
  faults: async ({ page }, use) => {
    await use(collectFaults(page));
  },
});
