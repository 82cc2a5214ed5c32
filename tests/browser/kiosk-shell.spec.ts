// `fairway kiosk`: what a page cannot mend itself is mended from outside.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type CDPSession, type Page, chromium as playwright } from "@playwright/test";
import { IN_SOFTWARE, chromium } from "../../scripts/chromium.mjs";
import { serve } from "../../web/serve.mjs";
import { expect, freePort, test as base } from "./support.ts";

/** scripts/venues has built it, to build the venues. */
const FAIRWAY = join(process.env.CARGO_TARGET_DIR ?? "target", "release/fairway");
/** What is broken is mended within so long. */
const MENDED = { timeout: 15_000 };

interface Shell {
  said: string[];
  /** The page that is on the screen now. */
  page(): Promise<Page>;
  devtools(): Promise<CDPSession>;
}

const test = base.extend<{ site: string; shell: Shell }>({
  site: async ({ baseURL }, use) => use(baseURL ?? ""),
  shell: async ({ site }, use) => {
    const profile = await mkdtemp(join(tmpdir(), "fairway-kiosk-"));
    const port = await freePort();
    const flags = [...IN_SOFTWARE, "--headless=new", `--remote-debugging-port=${port}`, "--window-size=1080,1920"];
    const url = `${site}?view=2d&lang=en&kiosk=kiosk-1`;
    const child: ChildProcess = spawn(
      FAIRWAY,
      ["kiosk", url, "--browser", chromium(), "--profile", profile, "--", ...flags],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const said: string[] = [];
    child.stdout?.setEncoding("utf8").on("data", (text: string) => said.push(...text.trim().split("\n")));
    let browser: Browser | undefined;
    const connect = async () => {
      await browser?.close().catch(() => undefined);
      browser = await playwright.connectOverCDP(`http://127.0.0.1:${port}`);
      return browser;
    };
    await use({
      said,
      async page() {
        for (;;) {
          const page = await connect().then((browser) => browser.contexts()[0]?.pages().at(-1), () => undefined); // prettier-ignore
          if (page) return page;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      },
      devtools: async () => (await connect()).newBrowserCDPSession(),
    });
    await browser?.close().catch(() => undefined);
    child.kill();
    // The browser ends with it, and writes while it does.
    while (await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },
});

const attraction = (page: Page) => page.getByRole("button", { name: /Touch to begin/ });

/** The screen is there again: looked at anew each time, since the page may be another one. */
async function isBack(shell: Shell, within = MENDED): Promise<void> {
  await expect(async () => {
    const page = await shell.page();
    await expect(attraction(page)).toBeVisible({ timeout: 2000 });
    await attraction(page).click({ timeout: 1000 });
    await expect(page.getByRole("combobox", { name: "Search" })).toBeVisible({ timeout: 1000 });
  }).toPass(within);
}

async function pidsOf(shell: Shell, type: string): Promise<number[]> {
  const { processInfo } = await (await shell.devtools()).send("SystemInfo.getProcessInfo");
  return processInfo.filter((each) => each.type === type).map(({ id }) => id);
}

test.describe("once it is there @desktop", () => {
  test.beforeEach(async ({ shell }) => {
    await expect(attraction(await shell.page())).toBeVisible();
  });

  test("the renderer is killed: another page is opened", async ({ shell }) => {
    for (const pid of await pidsOf(shell, "renderer")) process.kill(pid, "SIGKILL");
    await isBack(shell);
    expect(shell.said.join("\n")).toContain("the page is opened anew");
  });

  test("the page is in an endless loop: another one is opened", async ({ shell }) => {
    const page = await shell.page();
    await page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    await isBack(shell);
    expect(shell.said.join("\n")).toContain("nothing answers; mend 1");
  });

  test("the GPU’s process is killed: the screen stays", async ({ shell }) => {
    const [gpu] = await pidsOf(shell, "GPU");
    expect(gpu).toBeDefined();
    process.kill(gpu ?? 0, "SIGKILL");
    await isBack(shell);
  });

  test("the browser is killed: it is started again", async ({ shell }) => {
    const [browser] = await pidsOf(shell, "browser");
    expect(browser).toBeDefined();
    process.kill(browser ?? 0, "SIGKILL");
    await expect.poll(() => shell.said.join("\n"), MENDED).toContain("the browser is started anew");
    await isBack(shell);
  });

  test("the renderer is killed again and again: another page, another browser, then the plan as a picture", async ({
    shell,
  }) => {
    const kept = async () => (await shell.page()).evaluate(() => caches.has("fairway-kiosk"));
    await expect.poll(kept).toBe(true);
    for (const step of ["page", "page", "browser", "browser", "picture"]) {
      const before = shell.said.length;
      for (const pid of await pidsOf(shell, "renderer")) process.kill(pid, "SIGKILL");
      await expect.poll(() => shell.said.slice(before).join("\n"), MENDED).toContain(step);
      if (step !== "picture") await isBack(shell);
    }
    await expect(async () => {
      const page = await shell.page();
      await expect(page.getByText("This screen is being mended. It comes back by itself.")).toBeVisible({
        timeout: 1000,
      });
      expect(await page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    }).toPass(MENDED);
  });
});

test.describe("nobody answers yet as it starts @desktop", () => {
  test.use({ site: async ({}, use) => use(`http://127.0.0.1:${await freePort()}/`) });

  test("the screen comes up by itself once somebody does", async ({ shell, site }) => {
    await expect.poll(async () => (await shell.page()).evaluate(() => location.protocol)).toBe("chrome-error:");
    const { close } = await serve({ dir: "dist", port: Number(new URL(site).port) });
    await isBack(shell, { timeout: 90_000 });
    expect(shell.said.join("\n")).not.toContain("mend");
    await close();
  });
});
