// Browser tests run in the system's Chromium over dist/, served as a real host should serve it.
import { defineConfig, devices } from "@playwright/test";
import { IN_SOFTWARE, chromium } from "./scripts/chromium.mjs";
import { freePort } from "./tests/browser/support.ts";

// The workers that Playwright starts read this file again and must come to the same address.
process.env.FAIRWAY_TEST_PORT ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env.FAIRWAY_TEST_PORT}/`;

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  snapshotPathTemplate: "{testDir}/goldens/{arg}{ext}",
  // One at a time: the software renderer takes every core there is, and then nothing is on time.
  workers: 1,
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "build/test-browser.json" }]],
  use: {
    baseURL,
    // Tests that replace an answer of the host want to be asked; offline.spec.ts is about the one that is in between.
    serviceWorkers: "block",
    locale: "en-GB",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [...IN_SOFTWARE, "--disable-quic", "--no-first-run", "--disable-component-update", "--disable-sync"],
    },
  },
  // Tests run on both, unless their title says @desktop or @phone.
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 720 } },
    },
    {
      name: "phone",
      grepInvert: /@desktop/,
      use: {
        ...devices["Pixel 7"],
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
  webServer: {
    command: `node web/serve.mjs --dir dist --port ${process.env.FAIRWAY_TEST_PORT}`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
