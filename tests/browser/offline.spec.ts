// The site without a network, and with a newer one than is kept.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { serve } from "../../web/serve.mjs";
import { expect, freePort, test as base } from "./support.ts";
import { demoVenue } from "./venue.ts";

interface Host {
  url: string;
  /** A copy of the built site. */
  dir: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Whatever is asked for, this page comes. */
  answerAll(html: string): Promise<void>;
}

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), "fairway-site-"));
    await cp("dist", dir, { recursive: true, filter: (source) => !/\.(br|gz)$/.test(source) });
    const port = await freePort();
    let stop = async () => {};
    const start = async () => {
      ({ close: stop } = await serve({ dir, port }));
    };
    await start();
    await use({
      url: `http://127.0.0.1:${port}/`,
      dir,
      start,
      stop: () => stop(),
      async answerAll(html) {
        await stop();
        const portal = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(html));
        await new Promise<void>((listening) => portal.listen(port, "127.0.0.1", listening));
        stop = () =>
          new Promise((closed) => {
            portal.close(() => closed());
            portal.closeAllConnections();
          });
      },
    });
    await stop();
    await rm(dir, { recursive: true });
  },
});

test.use({ serviceWorkers: "allow" });

/** Visits, and stays until the site is kept. */
async function keep(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "Settings" }).click();
  await expect(page.getByText("Kept on this device: it opens without a network.")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
}

async function loseNetwork(context: BrowserContext, host: Host): Promise<void> {
  await host.stop();
  await context.setOffline(true);
}

/** The same site once more, with a mark in its page that tells it from the first. */
async function publishNext({ dir }: Host, { whole }: { whole: boolean }): Promise<void> {
  const page = join(dir, "index.html");
  const html = (await readFile(page, "utf8")).replace("<title>", '<meta name="release" content="next" /><title>');
  await writeFile(page, html);
  const hash = `sha256-${createHash("sha256").update(html).digest("base64")}`;
  const worker = join(dir, "sw.js");
  const script = await readFile(worker, "utf8");
  const listed = /\{"url":"\.\/","revision":"[^"]*","integrity":"[^"]*"\}/;
  if (!listed.test(script)) throw new Error("sw.js does not list the page");
  const entry = JSON.stringify({ url: "./", revision: hash, integrity: whole ? hash : hash.replace(/.{4}=$/, "AAA=") });
  await writeFile(worker, script.replace(listed, entry));
}

const isNext = (page: Page) => page.locator('meta[name="release"]');

test("after one visit it opens without a network: search, plan and routes", async ({
  page,
  host,
  context,
  request,
}) => {
  const { entrance, booth } = await demoVenue(request);
  await keep(page, `${host.url}?lang=en&view=2d`);
  await loseNetwork(context, host);
  await page.goto(`${host.url}?lang=en&view=2d&from=${entrance.id}&to=${booth}`);
  await expect(page.getByRole("list", { name: "Directions" })).toBeVisible();
  await expect(page.getByText("You are offline. Search, plan and routes still work.")).toBeVisible();
  await expect(page.getByText(/Closures as of/)).toBeVisible();
  await page.goto(`${host.url}?lang=zh-Hans&view=2d&q=${encodeURIComponent("卫生间")}`);
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.getByText("当前离线，搜索、地图和路线仍可使用。")).toBeVisible();
});

test("the notice goes with the network’s return", async ({ page, host, context }) => {
  await keep(page, `${host.url}?lang=en&view=2d`);
  await loseNetwork(context, host);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await host.start();
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toBeHidden();
});

test("who has seen the halls in 3D sees them without a network @desktop", async ({ page, host, context }) => {
  await page.goto(`${host.url}?lang=en&view=3d`);
  await expect(page.locator("canvas#stage, .stage canvas, canvas").nth(1)).toBeVisible();
  await expect(page.getByText("Loading 3D")).toBeHidden();
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open("fairway-models")).keys()).length))
    .toBeGreaterThan(7);
  await loseNetwork(context, host);
  await page.reload();
  await expect(page.getByText("Loading 3D")).toBeVisible();
  await expect(page.getByText("Loading 3D")).toBeHidden();
  await expect(page.getByRole("button", { name: "Walk" })).toBeVisible();
});

for (const visit of ["first", "second"]) {
  test(`on a ${visit} visit a newer release is told, leaves the open page alone, and comes whole on reload`, async ({
    page,
    host,
  }) => {
    await keep(page, `${host.url}?lang=en&view=2d`);
    if (visit === "second") await page.reload();
    await expect(page.getByRole("button", { name: "Hall 1" }).first()).toBeVisible();
    await publishNext(host, { whole: true });
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(page.getByText("There is a newer version of this guide.")).toBeVisible();
    await page
      .getByRole("searchbox", { name: "Search" })
      .or(page.getByRole("combobox", { name: "Search" }))
      .fill("wc");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expect(isNext(page)).not.toBeAttached();
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(isNext(page)).toBeAttached();
    await expect(page.getByRole("option").first()).toBeVisible();
  });
}

test("a release that is published by half is not taken", async ({ page, host, context }) => {
  await keep(page, `${host.url}?lang=en&view=2d`);
  await publishNext(host, { whole: false });
  await page.reload();
  const refused = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const next = registration.installing;
    if (!next) return false;
    return new Promise((resolve) => {
      next.addEventListener("statechange", () => resolve(next.state === "redundant"));
    });
  });
  expect(refused).toBe(true);
  await loseNetwork(context, host);
  await page.reload();
  await expect(page.getByRole("button", { name: "Hall 1" }).first()).toBeVisible();
  await expect(isNext(page)).not.toBeAttached();
});

test("newer data of the fair is told, and comes on reload", async ({ page, host }) => {
  await keep(page, `${host.url}?lang=en&view=2d`);
  const [venue = ""] = (await readdir(join(host.dir, "venues"))).filter((name) => !name.includes("."));
  const file = join(host.dir, "venues", venue, "venue.json");
  const bundle = (await readFile(file, "utf8")).replaceAll("Global Digital Trade Expo", "Expo of Tomorrow");
  await writeFile(file, bundle);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Global Digital Trade Expo" })).toBeVisible();
  await expect(page.getByText("There is a newer version of this guide.")).toBeVisible();
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("heading", { name: "Expo of Tomorrow" })).toBeVisible();
});

test("a network that answers with its log-in page changes nothing", async ({ page, host }) => {
  await keep(page, `${host.url}?lang=en&view=2d`);
  await host.answerAll("<!doctype html><title>Log in</title>");
  for (const visits of [1, 2]) {
    await page.goto(`${host.url}?lang=en&view=2d&visits=${visits}`);
    await expect(page.getByRole("button", { name: "Hall 1" }).first()).toBeVisible();
  }
});

test("a device without room is told so, and all works with a network", async ({ page, host, context, faults }) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: host.url, quotaSize: 10_000 });
  await page.goto(`${host.url}?lang=en&view=2d`);
  await page.getByRole("button", { name: "Settings" }).click();
  await expect(page.getByText("This device does not keep it: there may be no room.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Hall 1" }).first()).toBeVisible();
  expect(faults).toEqual([]);
});

test("it can be installed @desktop", async ({ page, host, context }) => {
  await keep(page, host.url);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Tests run in private windows, from which nothing is installed; that is all that is in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
});

test("a host is done with offline use by another sw.js", async ({ page, host, context }) => {
  await keep(page, `${host.url}?lang=en&view=2d`);
  await cp("web/sw-off.js", join(host.dir, "sw.js"));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await loseNetwork(context, host);
  await expect(page.goto(host.url)).rejects.toThrow();
});
