// `fairway kiosk` over the built site on a virtual display, upright: that the screen is full, that it is of use, and that a page which
// dies is mended. Exits 1 if not. KEEP=1 goes on until it is ended. The picture is build/kiosk.png.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as playwright } from "@playwright/test";
import { serve } from "../web/serve.mjs";
import { IN_SOFTWARE, chromium } from "./chromium.mjs";

const SCREEN = { width: 1080, height: 1920 };
const PORT = 9333;
const PATIENCE_MS = 60_000;
const PICTURE = "build/kiosk.png";
const FAIRWAY = join(process.env.CARGO_TARGET_DIR ?? "target", "release/fairway");

/** @param {() => Promise<T | undefined>} look @template T */
async function until(look) {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    const found = await look().catch(() => undefined);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`nothing came within ${PATIENCE_MS / 1000} s`);
}

/** The screen's page, once one can begin there. */
const screen = () =>
  until(async () => {
    const browser = await playwright.connectOverCDP(`http://127.0.0.1:${PORT}`);
    const page = browser.contexts()[0]?.pages().at(-1);
    const begins = page && (await page.locator(".attract").isVisible({ timeout: 1000 }));
    if (begins) return { page, browser };
    await browser.close();
    return undefined;
  });

const profile = mkdtempSync(join(tmpdir(), "fairway-kiosk-"));
const site = await serve({ dir: "dist", port: 0 });
const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${SCREEN.width}x${SCREEN.height}x24`], {
  stdio: ["ignore", "ignore", "ignore", "pipe"],
});
const display = await new Promise((resolve, failed) => {
  xvfb.on("error", failed);
  xvfb.stdio[3]?.once("data", (number) => resolve(`:${String(number).trim()}`));
});
const manager = spawn("openbox", { env: { ...process.env, DISPLAY: display }, stdio: "ignore" });
const url = `${site.url}?kiosk=kiosk-1&view=2d`;
const shell = spawn(
  FAIRWAY,
  [
    "kiosk",
    url,
    "--browser",
    chromium(),
    "--profile",
    profile,
    "--",
    ...IN_SOFTWARE,
    `--remote-debugging-port=${PORT}`,
  ],
  { env: { ...process.env, DISPLAY: display }, stdio: ["ignore", "inherit", "inherit"] },
);

try {
  const { page, browser } = await screen();
  const size = /** @type {typeof SCREEN} */ (await page.evaluate("({ width: innerWidth, height: innerHeight })"));
  console.log(`The page has ${size.width} × ${size.height} of ${SCREEN.width} × ${SCREEN.height}.`);
  if (size.width !== SCREEN.width || size.height !== SCREEN.height) throw new Error("the screen is not full");
  await page.screenshot({ path: PICTURE });
  console.log(`${PICTURE} is what it shows.`);
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  const died = performance.now();
  for (const { type, id } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
  await browser.close();
  const { browser: again } = await screen();
  console.log(`The page was killed, and was there again after ${((performance.now() - died) / 1000).toFixed(1)} s.`);
  await again.close();
  if (process.env.KEEP) {
    console.log(`The screen is display ${display}. Ctrl+C ends it.`);
    await new Promise((resolve) => process.once("SIGINT", resolve));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  shell.kill();
  // The browser ends with it, and writes while it does.
  while (await fetch(`http://127.0.0.1:${PORT}/json/version`).catch(() => false)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  manager.kill();
  xvfb.kill();
  await site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
