// Fairway in somebody else's page: the element, the messages, and what search engines read.
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test as base } from "./support.ts";
import { demoVenue } from "./venue.ts";

type Navigator = HTMLElement & {
  search(query: string): Promise<{ place: string; title: string }[]>;
  select(place?: string): Promise<{ place: string; title: string } | null>;
  planRoute(wish: { from?: string; to: string; profile?: string }): Promise<{ steps: string[]; duration_s: number }>;
};

/** A page of another origin, and the site with headers that let it in. */
const test = base.extend<{ outside: (body: string) => Promise<string> }>({
  outside: async ({ page, baseURL }, use) => {
    let html = "";
    const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(html));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await page.route(`${baseURL}?**`, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const policy = headers["content-security-policy"]?.replace(/frame-ancestors [^;]*/, `frame-ancestors ${host}`);
      await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy ?? "" } });
    });
    // A module of another origin needs its leave.
    await page.route(`${baseURL}fairway-navigator.js`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
    });
    await use(async (body) => {
      html = `<!doctype html><meta charset="utf-8"><title>Somebody else’s</title>${body}`;
      return host;
    });
    server.close();
  },
});

const element = (page: Page) => page.locator("fairway-navigator");

test("the element finds, opens and leads, and says what the person does", async ({
  page,
  request,
  outside,
  baseURL,
}) => {
  const {
    booth,
    exhibitor: { name },
  } = await demoVenue(request);
  const exhibitor = name.en;
  const script = `<script type="module" src="${baseURL}fairway-navigator.js"></script>`;
  await page.goto(await outside(`${script}<fairway-navigator lang="en" view="2d"></fairway-navigator>`));
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    for (const name of ["ready", "select", "route"]) {
      addEventListener(`fairway-${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
    }
  });
  const found = await element(page).evaluate((navigator, query) => (navigator as Navigator).search(query), exhibitor);
  expect(found[0]?.title).toBe(exhibitor);

  const selected = await element(page).evaluate((navigator, place) => (navigator as Navigator).select(place), booth);
  expect(selected).toMatchObject({ place: booth, title: exhibitor });
  const inside = page.frameLocator("fairway-navigator iframe");
  await expect(inside.getByRole("heading", { name: exhibitor })).toBeVisible();

  const wish = { from: "entrance-metro", to: booth, profile: "step-free" };
  const route = await element(page).evaluate((navigator, to) => (navigator as Navigator).planRoute(to), wish);
  expect(route.steps.length).toBeGreaterThan(1);
  await expect(inside.getByRole("list", { name: "Directions" }).getByRole("listitem").first()).toBeVisible();

  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard);
  await expect
    .poll(async () => (await heard()).map(([name]) => name))
    .toEqual(expect.arrayContaining(["select", "route"]));

  await element(page).evaluate((navigator) => navigator.setAttribute("lang", "zh-Hans"));
  await expect(inside.getByRole("heading", { name: "路线" })).toBeVisible();
});

test("what cannot be is refused with a reason", async ({ page, outside, baseURL }) => {
  const script = `<script type="module" src="${baseURL}fairway-navigator.js"></script>`;
  await page.goto(await outside(`${script}<fairway-navigator lang="en" view="2d"></fairway-navigator>`));
  const refused = (call: string) =>
    element(page).evaluate(
      (navigator, call) =>
        new Function("navigator", `return navigator.${call}`)(navigator).then(
          () => "no refusal",
          (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
        ),
      call,
    );
  expect(await refused('select("3B1x")')).toMatch(/^unknown_place: There is no "3B1x" at this venue\. Spelt alike: /);
  expect(await refused('planRoute({to: "entrance-metro", profile: "flying"})')).toMatch(
    /^bad_request: `profile` is one of/,
  );
  expect(await refused("planRoute({})")).toMatch(/^bad_request/);
  expect(await refused('search("")')).toMatch(/^bad_request/);
});

test("messages alone do, of one version and from the first origin only", async ({ page, outside, baseURL }) => {
  await page.goto(await outside(`<iframe id="frame" src="${baseURL}?view=2d&lang=en"></iframe>`));
  const replies = await page.evaluate(
    async (site) => {
      const frame = document.querySelector("iframe") as HTMLIFrameElement;
      const heard: { origin: string; data: Record<string, unknown> }[] = [];
      addEventListener("message", ({ origin, data }) => heard.push({ origin, data }));
      const say = (message: object) => frame.contentWindow?.postMessage(message, site);
      const until = async (met: () => boolean) => {
        while (!met()) await new Promise((done) => setTimeout(done, 50));
      };
      const hello = setInterval(() => say({ fairway: 1, hello: true }), 200);
      await until(() => heard.some(({ data }) => data.event === "ready"));
      clearInterval(hello);
      say({ fairway: 2, id: 1, method: "search", params: "x" });
      say({ fairway: 1, id: 2, method: "explode" });
      say({ fairway: 1, id: 3, method: "search", params: "café" });
      await until(() => [1, 2, 3].every((id) => heard.some(({ data }) => data.id === id)));
      return heard;
    },
    new URL(baseURL ?? "").origin,
  );
  expect(new Set(replies.map(({ origin }) => origin))).toEqual(new Set([new URL(baseURL ?? "").origin]));
  const answer = (id: number) => replies.find(({ data }) => data.id === id)?.data;
  expect(answer(1)).toMatchObject({ error: { code: "version" } });
  expect(answer(2)).toMatchObject({ error: { code: "unknown_method" } });
  expect(answer(3)).toMatchObject({
    fairway: 1,
    result: expect.arrayContaining([expect.objectContaining({ kind: "amenity" })]),
  });
});

test("the page of examples is alive @desktop", async ({ page }) => {
  await page.goto("./examples/");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.locator("#found li").first()).toBeVisible();
  await page.getByRole("button", { name: "Way to the first" }).click();
  await expect(page.locator("#found")).toContainText(/\d+ m in \d+ steps/);
  await expect(page.getByLabel("Events")).toContainText("fairway-route");
  await page.getByRole("button", { name: "Ask it for cafés" }).click();
  await expect(page.locator("#answer")).not.toBeEmpty();
});

test("other sites are let in only by the host's headers", () => {
  const headers = JSON.parse(readFileSync("web/headers.json", "utf8")) as { always: Record<string, string> };
  expect(headers.always["Content-Security-Policy"]).toContain("frame-ancestors 'self'");
});

for (const [locale, name] of [
  ["en-GB", "en"],
  ["zh-CN", "zh-Hans"],
] as const) {
  test.describe(`in ${name}`, () => {
    test.use({ locale });

    test("search engines read the event and its sessions", async ({ page, request }) => {
      const { bundle } = await demoVenue(request);
      await page.goto("./?view=2d");
      const script = page.locator('script[type="application/ld+json"]');
      await expect(script).toBeAttached();
      const event = JSON.parse((await script.textContent()) ?? "");
      expect(event).toMatchObject({ "@context": "https://schema.org", "@type": "ExhibitionEvent" });
      expect(event.subEvent).toHaveLength(bundle.programme.sessions.length);
      const [session] = bundle.programme.sessions;
      expect(event.subEvent.map((each: { name: string }) => each.name)).toContain(session?.title[name]);
      // 09:00 in Hangzhou.
      expect(event.startDate).toMatch(/T01:00:00/);
      expect(event.subEvent[0]).toMatchObject({ eventStatus: "https://schema.org/EventScheduled" });
    });
  });
}
