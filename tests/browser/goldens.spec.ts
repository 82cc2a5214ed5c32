// What the stage draws, held against pictures of it: tests/browser/goldens/, made anew by `make goldens`.
//
// The stage is driven without the page and its worker, frame by frame on a clock of its own, and its labels have no words: they would
// be in the machine's fonts. So the same program gives the same picture on the same renderer, and the tolerance is for another one:
// half a hundredth of the pixels may differ by more than some two steps of brightness. The last test shows what that lets pass.
import { readFile } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import type { DesignMark } from "../../web/src/bindings/DesignMark.ts";
import type { GuideEvent } from "../../web/src/bindings/GuideEvent.ts";
import type { RoutePoint } from "../../web/src/bindings/RoutePoint.ts";
import type { Scene } from "../../web/src/bindings/Scene.ts";
import type { StageCommand } from "../../web/src/bindings/StageCommand.ts";
import { expect, test } from "./support.ts";
import { demoVenue, type Demo } from "./venue.ts";

const TOLERANCE = { threshold: 0.008, maxDiffPixelRatio: 0.005 };
const DESKTOP = { width: 640, height: 360 };
const PHONE = { width: 195, height: 422 };
const HARNESS = "benches/frames";
const SCENE = "scene.json";
/** So much dimmer is a picture that the tolerance must not let pass. */
const DIMMED = 0.97;

interface Bench {
  prepare(
    options: typeof DESKTOP & { models: string[]; scene: string; antialias: boolean; announced: object[] | undefined },
  ): Promise<unknown>;
  go(commands: StageCommand[]): Promise<unknown>;
  measure(count: number, burst: number): Promise<{ triangles: number }>;
  photograph(): Promise<string>;
}

declare const bench: Bench;

interface Venue {
  demo: Demo;
  scene: Scene;
  route: RoutePoint[];
}

async function venueOf(demo: Demo): Promise<Venue> {
  const { default: init, Guide } = (await import("../../dist/guide.js" as string)) as {
    default: (options: object) => Promise<unknown>;
    Guide: new () => { open(bytes: Uint8Array): string; handle(command: string): string };
  };
  await init({ module_or_path: await readFile("dist/guide_bg.wasm") });
  const guide = new Guide();
  guide.open(await readFile(`dist/venues/${demo.id}/venue.json`));
  const ask = (command: object | string) => JSON.parse(guide.handle(JSON.stringify(command))) as GuideEvent;
  const described = ask("describe_scene");
  const [from, to] = [demo.bundle.layout.booths[0], demo.bundle.layout.booths.at(-1)].map((booth) => ({
    place: booth?.id,
  }));
  const planned = ask({ plan_route: { request: { from, to, profile: "walking", closed: [] } } });
  if (described.type !== "scene_described" || planned.type !== "route_planned")
    throw new Error("no scene, or no route");
  const labels = described.scene.labels.map((label) => ({ ...label, text: {}, number: null }));
  return { demo, scene: { ...described.scene, labels }, route: planned.route.points };
}

/** The stage alone, on a canvas of that size, with all models in it; it knows of which halls they are if they are announced. */
async function openStage(page: Page, { demo, scene }: Venue, size: typeof DESKTOP, isAnnounced = false): Promise<void> {
  await page.route("**/harness/**", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    if (name === SCENE) await route.fulfill({ json: scene });
    else await route.fulfill({ path: /^stage/.test(name) ? `dist/${name}` : `${HARNESS}/${name}` });
  });
  await page.goto("./harness/fairway.html");
  await page.waitForFunction(() => "bench" in globalThis);
  const held = demo.bundle.models.map((model) => ({ ...model, file: `../venues/${demo.id}/${model.file}` }));
  const models = held.map(({ file }) => file);
  const announced = isAnnounced ? held : undefined;
  const told = { ...size, models, scene: SCENE, antialias: false, announced };
  await page.evaluate((options) => bench.prepare(options), told);
}

async function look(page: Page, commands: StageCommand[]): Promise<Buffer> {
  return Buffer.from(
    await page.evaluate(async (commands) => {
      await bench.go(commands);
      return bench.photograph();
    }, commands),
    "base64",
  );
}

const appearance = (dark: boolean): StageCommand => ({
  type: "set_appearance",
  dark,
  reduced_motion: true,
  visitors: false,
});
const at = (place: string): StageCommand => ({ type: "look_at", target: { kind: "place", place } });
const OVERVIEW: StageCommand = { type: "look_at", target: { kind: "overview" } };

const isRenewing = ({ config }: TestInfo) => config.updateSnapshots === "all" || config.updateSnapshots === "changed";

test.describe("the stage looks as it did @desktop", () => {
  test("from near and far, by day and night", async ({ page, request }, info) => {
    const venue = await venueOf(await demoVenue(request));
    const { demo, route, scene } = venue;
    await openStage(page, venue, DESKTOP);
    const upper = scene.levels.reduce((a, b) => (b.ordinal > a.ordinal ? b : a));
    const upstairs = scene.labels.find(({ level, outline }) => level === upper.id && outline.length > 0)?.place ?? "";
    const views: [string, StageCommand[]][] = [
      ["overview", [OVERVIEW]],
      ["overview-dark", [appearance(true), OVERVIEW]],
      ["hall", [appearance(false), at(demo.hall.id)]],
      ["booth", [at(demo.booth)]],
      ["walk", [{ type: "walk", pose: null }]],
      ["upper-level", [at(upstairs)]],
      [
        "route",
        [
          { type: "show_route", points: route },
          { type: "look_at", target: { kind: "route" } },
        ],
      ],
    ];
    for (const [name, commands] of views) {
      expect.soft(await look(page, commands)).toMatchSnapshot(`${name}.png`, TOLERANCE);
    }
    if (isRenewing(info)) return;
    // A light that is a little dimmer is told apart.
    const dimmer = await page.evaluate(
      async ([png, share]) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext("2d");
        if (!context) throw new Error("no 2D context");
        context.filter = `brightness(${share})`;
        context.drawImage(bitmap, 0, 0);
        const blob = await canvas.convertToBlob({ type: "image/png" });
        return Array.from(new Uint8Array(await blob.arrayBuffer()));
      },
      [(await look(page, [{ type: "show_route", points: [] }, OVERVIEW])).toString("base64"), DIMMED] as const,
    );
    expect(() => expect(Buffer.from(dimmer)).toMatchSnapshot("overview.png", TOLERANCE)).toThrow();
  });

  test("on a phone", async ({ page, request }) => {
    const venue = await venueOf(await demoVenue(request));
    await openStage(page, venue, PHONE);
    expect(await look(page, [OVERVIEW])).toMatchSnapshot("phone.png", TOLERANCE);
  });
});

test("what stands behind a hall's walls is not drawn, and nobody sees that it is not @desktop", async ({
  page,
  request,
}) => {
  const venue = await venueOf(await demoVenue(request));
  const { demo } = venue;
  const [x, y] = demo.bundle.layout.aisles.find(({ unit }) => unit === demo.hall.id)?.line[0] ?? [0, 0];
  const seen = async (isAnnounced: boolean) => {
    await openStage(page, venue, DESKTOP, isAnnounced);
    const views = [];
    for (const heading_deg of [0, 90, 180, 270]) {
      const picture = await look(page, [{ type: "walk", pose: { x, y, z: 1.65, heading_deg, tilt_deg: 0 } }]);
      const { triangles } = await page.evaluate(() => bench.measure(2, 1));
      views.push({ picture: picture.toString("base64"), triangles });
    }
    return views;
  };
  const [all, fewer] = [await seen(false), await seen(true)];
  expect(fewer.map(({ picture }) => picture)).toEqual(all.map(({ picture }) => picture));
  const count = (views: typeof all) => views.reduce((sum, { triangles }) => sum + triangles, 0);
  expect(count(fewer)).toBeLessThan(0.8 * count(all));
});

test("a route that is taken back before a frame is drawn is nobody's fault @desktop", async ({ page, request }) => {
  const venue = await venueOf(await demoVenue(request));
  await openStage(page, venue, DESKTOP);
  const route: StageCommand = { type: "look_at", target: { kind: "route" } };
  const shown = (points: RoutePoint[]): StageCommand => ({ type: "show_route", points });
  // What the stage does not understand throws.
  await look(page, [shown(venue.route), route, shown([])]);
  await expect(look(page, [at("nowhere")])).rejects.toThrow("nothing to look at");
});

test("each finding has its number where it is, two at one place side by side @desktop", async ({ page, request }) => {
  const venue = await venueOf(await demoVenue(request));
  const [booth] = venue.demo.bundle.layout.booths;
  const level = venue.scene.labels.find(({ place }) => place === booth?.id)?.level;
  if (!booth || !level) throw new Error("the demo venue has no stand");
  const { id, footprint } = booth;
  await openStage(page, venue, DESKTOP);
  const mark: DesignMark = { borders: [footprint], from_m: 0, to_m: 0, severity: "error", chosen: false };
  const marked = async (count: number) => {
    const marks = Array.from({ length: count }, () => mark);
    return (await look(page, [{ type: "mark_design", part: null, marks }])).toString("base64");
  };
  const design = { format: "fairway-placement/1", stand: id, name: "", parts: [] };
  await look(page, [
    { type: "set_stand", stand: { id, level, footprint, open_sides: [0], accent: null } },
    { type: "show_design", design, at_rest: true },
    at(id),
  ]);
  // The same outlines lie over each other: what differs is the second number.
  const [one, two] = [await marked(1), await marked(2)];
  expect(two).not.toBe(one);
  expect(await marked(1)).toBe(one);
});

test("names are read on stands that one is near, and on none from afar @desktop", async ({ page, request }) => {
  const venue = await venueOf(await demoVenue(request));
  const { demo, scene } = venue;
  const drawn = async (name: string) => {
    const labels = scene.labels.map((label) => ({ ...label, text: { en: name } }));
    await openStage(page, { ...venue, scene: { ...scene, labels } }, DESKTOP);
    const counts = [];
    for (const view of [at(demo.booth), OVERVIEW, at(demo.booth)]) {
      await look(page, [view]);
      counts.push((await page.evaluate(() => bench.measure(2, 1))).triangles);
    }
    return counts;
  };
  const [without, named] = [await drawn(""), await drawn("Nornex")];
  const more = named.map((count, i) => count - (without[i] ?? 0));
  // Two triangles a name.
  expect(more[0]).toBeGreaterThanOrEqual(2);
  expect(more).toEqual([more[0], 0, more[0]]);
});
