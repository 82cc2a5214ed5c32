// How a screen for anyone comes to another release: while nobody uses it, and back again if that one is no good.
import { cp, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { precacheList } from "../../scripts/offline.mjs";
import { serve } from "../../web/serve.mjs";
import { expect, test as base } from "./support.ts";

const PROGRAM = /\.(css|html|js)$/;

interface Host {
  url: string;
  /** Another release of the same site; `spoil` changes the page's own script. */
  publish(release: string, spoil?: (script: string) => string): Promise<void>;
  /** As a host to which not all has been copied yet. */
  withhold(file: string): Promise<void>;
  cutShort(file: string): Promise<void>;
}

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), "fairway-site-"));
    await cp("dist", dir, { recursive: true, filter: (source) => !/\.(br|gz)$/.test(source) });
    const built = /kiosk\.js\?v=(\w+)/.exec(await readFile(join(dir, "sw.js"), "utf8"))?.[1] ?? "";
    const { url, close } = await serve({ dir, port: 0 });
    await use({
      url,
      async publish(release, spoil = (script) => script) {
        const names = (await readdir("dist")).filter((name) => PROGRAM.test(name) && name !== "sw.js");
        const script = names.find((name) => name.startsWith("page-") && name.endsWith(".js")) ?? "";
        for (const name of names) {
          const text = (await readFile(join("dist", name), "utf8")).replaceAll(built, release);
          const written = (name === script ? spoil(text) : text)
            .replaceAll(script, `page-${release}.js`)
            .replace("<title>", `<meta name="release" content="${release}" /><title>`)
            .replaceAll(/ integrity=("[^"]*"|[^ >]+)/g, "");
          await writeFile(join(dir, name === script ? `page-${release}.js` : name), written);
        }
        // As a host whose folder is replaced.
        await rm(join(dir, script));
        const worker = await readFile("dist/sw.js", "utf8");
        const parts = worker.split(JSON.stringify(precacheList("dist", built)));
        expect(parts).toHaveLength(2);
        await writeFile(
          join(dir, "sw.js"),
          parts.join(JSON.stringify(precacheList(dir, release))).replaceAll(built, release),
        );
      },
      withhold: (file) => rm(join(dir, file)),
      cutShort: async (file) => truncate(join(dir, file), (await stat(join(dir, file))).size / 2),
    });
    await close();
    await rm(dir, { recursive: true });
  },
});

test.use({ serviceWorkers: "allow" });

const attraction = (page: Page) => page.getByRole("button", { name: /Touch to begin/ });
const release = (page: Page) => page.locator('meta[name="release"]');

/** Whoever walks up finds what they look for. */
async function isOfUse(page: Page): Promise<void> {
  await attraction(page).click();
  await page.getByRole("combobox", { name: "Search" }).fill("wc");
  await expect(page.getByRole("option").first()).toBeVisible();
}

/** The release that was built, kept on the device, and proved. */
async function begin(page: Page, host: Host): Promise<void> {
  await page.clock.install();
  await page.goto(`${host.url}?view=2d&lang=en&kiosk=kiosk-1`);
  await expect(attraction(page)).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
    .toBe("activated");
  await page.clock.fastForward(3 * 60_000 + 1000);
  await expect.poll(() => page.evaluate(() => caches.has("fairway-good"))).toBe(true);
}

/** The page looks for another release, which is then fetched and waits. */
async function findNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const next = registration.installing;
    while (next && next.state === "installing")
      await new Promise((resolve) => next.addEventListener("statechange", resolve));
  });
}

test("a newer release waits until nobody uses the screen @desktop", async ({ page, host }) => {
  await begin(page, host);
  // Sooner, none is taken anyway.
  await page.clock.fastForward(3 * 60_000);
  await attraction(page).click();
  await host.publish("aaaaaaaaaaaaaaaa");
  await findNewer(page);
  await page.clock.fastForward(30_000);
  await expect(page.getByRole("combobox", { name: "Search" })).toBeVisible();
  await expect(page.getByText("There is a newer version")).toBeHidden();
  await expect(release(page)).not.toBeAttached();
  await page.clock.fastForward(50_000);
  await expect(attraction(page)).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(release(page)).toHaveAttribute("content", "aaaaaaaaaaaaaaaa");
  await expect(attraction(page)).toBeVisible();
});

test("a newer release that does not come to life is dropped for the last good one, and not taken again @desktop", async ({
  page,
  host,
}) => {
  await begin(page, host);
  await host.publish("bbbbbbbbbbbbbbbb", () => `throw new Error("of the test")`);
  await findNewer(page);
  await page.clock.fastForward(3 * 60_000);
  await expect(release(page)).toHaveAttribute("content", "bbbbbbbbbbbbbbbb");
  // As `fairway kiosk` does, or a minute later the service worker.
  await page.reload();
  await expect(release(page)).toHaveAttribute("content", "bbbbbbbbbbbbbbbb");
  await expect(attraction(page)).toBeHidden();
  for (const again of [1, 2]) {
    await page.goto(`${host.url}?view=2d&lang=en&kiosk=kiosk-1&again=${again}`);
    await expect(attraction(page)).toBeVisible();
    await expect(release(page)).not.toBeAttached();
  }
  await isOfUse(page);
});

test("a newer release that lives is proved, and is the one to come back to @desktop", async ({ page, host }) => {
  await begin(page, host);
  await host.publish("cccccccccccccccc");
  await findNewer(page);
  await page.clock.fastForward(3 * 60_000);
  await expect(release(page)).toHaveAttribute("content", "cccccccccccccccc");
  await expect(attraction(page)).toBeVisible();
  await page.clock.fastForward(3 * 60_000 + 1000);
  const good = () => page.evaluate(async () => (await (await caches.open("fairway-good")).match("trial.json"))?.json());
  await expect.poll(good).toEqual({ good: "cccccccccccccccc" });
  for (let i = 0; i < 4; i++) {
    await page.reload();
    await expect(attraction(page)).toBeVisible();
    await expect(release(page)).toHaveAttribute("content", "cccccccccccccccc");
  }
});

for (const [how, spoil] of [
  ["is missing", "withhold"],
  ["is cut short", "cutShort"],
] as const) {
  test(`a newer release of which a file ${how} is not taken: the screen goes on with its own @desktop`, async ({
    page,
    host,
  }) => {
    await begin(page, host);
    await host.publish("dddddddddddddddd");
    await host[spoil]("kiosk.js");
    await findNewer(page);
    await page.clock.fastForward(6 * 60_000);
    await page.reload();
    await isOfUse(page);
    await expect(release(page)).not.toBeAttached();
  });
}

test("the network is gone before it loads: what was kept is of use @desktop", async ({ page, host, context }) => {
  await begin(page, host);
  await context.setOffline(true);
  await page.goto(`${host.url}?view=2d&lang=en&kiosk=kiosk-1`);
  await isOfUse(page);
});

for (const [hour, zone, begins, reload_hour] of [
  ["the venue’s hour", "UTC", "2026-09-24T02:30:00Z", 4],
  ["an hour that comes twice", "Europe/Berlin", "2026-10-24T22:30:00Z", 2],
  ["an hour that is skipped", "Europe/Berlin", "2026-03-28T23:30:00Z", 2],
] as const) {
  test(`at ${hour} it begins anew, once @desktop`, async ({ page }) => {
    let loads = 0;
    page.on("request", (request) => (loads += Number(request.isNavigationRequest())));
    await page.route(/venue\.json/, async (route) => {
      const response = await route.fetch();
      const bundle = (await response.json()) as { layout: { time_zone: string; kiosks: { manner?: object }[] } };
      bundle.layout.time_zone = zone;
      for (const kiosk of bundle.layout.kiosks) kiosk.manner = { reload_hour };
      await route.fulfill({ response, json: bundle });
    });
    await page.clock.install({ time: new Date(begins) });
    await page.goto("./?view=2d&lang=en&kiosk=kiosk-1");
    await expect(attraction(page)).toBeVisible();
    await page.clock.fastForward(60 * 60_000);
    await page.waitForTimeout(500);
    expect(loads).toBe(1);
    await page.clock.fastForward(35 * 60_000);
    await expect.poll(() => loads).toBe(2);
    await expect(attraction(page)).toBeVisible();
    await page.clock.fastForward(62 * 60_000);
    await page.waitForTimeout(3000);
    expect(loads).toBe(2);
    await expect(attraction(page)).toBeVisible();
  });
}
