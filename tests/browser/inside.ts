// A look into the stage's worker: what its own code does not show.
import type { Page, Worker } from "@playwright/test";

/** Software rendering takes its time. */
export const FIRST_FRAME_MS = 90_000;

/** Opens the page in 3D, with that script before the worker's own; waits until all models have come. */
export async function openStage(page: Page, script: string): Promise<Worker> {
  await page.route(/\/stage-worker\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./?view=3d");
  await page.waitForFunction(() => performance.getEntriesByName("stage-complete").length > 0, undefined, {
    timeout: FIRST_FRAME_MS,
  });
  const worker = page.workers().findLast((each) => each.url().includes("stage-worker"));
  if (!worker) throw new Error("the stage has no worker");
  return worker;
}
