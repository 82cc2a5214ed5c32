// An exhibitor's own model on the stand: dropped, measured, scaled, kept, taken along; and what strangers make of a file.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { box, glb } from "./models.ts";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const model = (page: Page) => page.locator('[data-part="model-1"]');
const said = (page: Page) => page.locator(".placing .notices");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function open(page: Page, stand: string, language = "en"): Promise<void> {
  await page.goto(`./?view=2d&lang=${language}&design=${stand}`);
  await expect(page.locator(".placing .drawing")).toBeVisible();
}

const give = (page: Page, name: string, buffer: Buffer) =>
  page.locator(".placing input[type=file]").setInputFiles({ name, mimeType: "", buffer });

test("an own model is measured, scaled, kept, and leaves with its design", async ({
  page,
  request,
  browser,
  faults,
}) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  await give(page, "Robot arm.glb", box());
  await expect(model(page)).toHaveAttribute("aria-label", /^Robot-arm at/);
  await expect(model(page).locator(".shape")).toHaveAttribute("d", /^M/);
  await model(page).press("Enter");
  await expect(page.getByLabel("Width (m)")).toHaveValue("2");
  await expect(page.getByLabel("Depth (m)")).toHaveValue("3");
  await expect(page.getByLabel("Scale (%)")).toHaveValue("100");

  await page.getByLabel("Height (m)").fill("9");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Width (m)")).toHaveValue("18");
  await expect(page.getByLabel("Scale (%)")).toHaveValue("900");
  const high = page.getByRole("listitem").filter({ hasText: "“Robot-arm” is 9 m high" });
  await expect(high).not.toHaveCount(0);
  const found = await page.locator(".placing .finding b").allTextContents();

  await expect(page.getByText("Kept on this device")).toBeVisible();
  await page.reload();
  await expect(model(page).locator(".shape")).toHaveAttribute("d", /^M/);
  await expect(high).not.toHaveCount(0);

  const arrived = page.waitForEvent("download");
  await button(page, "Export").click();
  const download = await arrived;
  expect(download.suggestedFilename()).toBe(`design-${booth}.fairway.zip`);
  const parcel = readFileSync(await download.path());

  // Another person's browser, in which nothing is kept.
  const context = await browser.newContext({ baseURL: new URL(".", page.url()).href });
  const other = await context.newPage();
  await open(other, booth);
  await give(other, "from-a-colleague.zip", parcel);
  await expect(model(other).locator(".shape")).toHaveAttribute("d", /^M/);
  await expect(other.locator(".placing .finding b")).toHaveText(found);
  await context.close();
  expect(faults).toEqual([]);
});

test("while somebody looks for a file its worker starts, and one that could not is followed by another", async ({
  page,
  request,
}) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  const workshops = () => page.workers().filter((worker) => worker.url().includes("workshop-worker"));
  const look = async () => {
    const chooser = page.waitForEvent("filechooser");
    await button(page, "Import").click();
    return chooser;
  };
  await expect(button(page, "Import")).toHaveAttribute("aria-disabled", "false");
  expect(workshops()).toHaveLength(0);
  const files = await look();
  await expect.poll(workshops).toHaveLength(1);
  const [worker] = workshops();
  // Another look needs no other worker.
  await look();
  expect(workshops()).toEqual([worker]);
  await files.setFiles({ name: "a.glb", mimeType: "", buffer: box() });
  await expect(model(page).locator(".shape")).toHaveAttribute("d", /^M/);
  await expect.poll(workshops).toHaveLength(0);

  await page.route("**/workshop_bg.wasm*", (route) => route.abort());
  const missed = page.waitForEvent("requestfailed");
  const more = await look();
  await missed;
  await expect.poll(workshops).toHaveLength(0);
  await page.unroute("**/workshop_bg.wasm*");
  await more.setFiles({ name: "b.glb", mimeType: "", buffer: box() });
  await expect(page.locator('[data-part="model-2"] .shape')).toHaveAttribute("d", /^M/);
});

test("a model is dropped on the drawing, and undone", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  const bytes = box().toString("base64");
  await page.locator(".placing .board").evaluate((board, bytes) => {
    const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], "dropped.glb"));
    for (const type of ["dragover", "drop"]) {
      board.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
    }
  }, bytes);
  await expect(model(page).locator(".shape")).toHaveAttribute("d", /^M/);
  await page.keyboard.press("Control+z");
  await expect(model(page)).toHaveCount(0);
});

for (const [language, words] of Object.entries({
  en: {
    draco: "KHR_draco_mesh_compression",
    blender: "In Blender",
    mm: "millimetres",
    elsewhere: "booth.bin",
    unknown: "neither a design nor a model",
  },
  "zh-Hans": {
    draco: "KHR_draco_mesh_compression",
    blender: "在 Blender 中",
    mm: "毫米",
    elsewhere: "booth.bin",
    unknown: "既不是设计，也不是模型",
  },
})) {
  test(`what cannot be used is said with how to export it right, in ${language}`, async ({ page, request, faults }) => {
    const { booth } = await demoVenue(request);
    await open(page, booth, language);
    const requests: string[] = [];
    page.on("request", (each) => requests.push(each.url()));
    await give(page, "a.glb", box([2, 1, 3], { extensionsRequired: ["KHR_draco_mesh_compression"] }));
    await expect(said(page)).toContainText(words.draco);
    await expect(said(page)).toContainText(words.blender);
    await give(page, "b.glb", box([2, 1, 3], { buffers: [{ byteLength: 168, uri: "booth.bin" }] }));
    await expect(said(page)).toContainText(words.elsewhere);
    await give(page, "<img src=x onerror=alert(1)>.glb", box([2, 1, 3], { nodes: [{ children: [0] }] }));
    await expect(said(page)).toContainText("/nodes/0");
    await give(page, "page.txt", Buffer.from("<!doctype html>"));
    await expect(said(page)).toContainText(words.unknown);
    await expect(model(page)).toHaveCount(0);
    await give(page, "c.glb", box([2000, 1000, 3000]));
    await expect(said(page)).toContainText(words.mm);
    await expect(model(page)).toHaveCount(1);
    expect(requests.filter((url) => /booth\.bin|\/x$/.test(url))).toEqual([]);
    expect(faults).toEqual([]);
  });
}

test("a file that is too much ends its own worker and nothing else", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  // By then the desks are there.
  await expect(page.locator(".placing [aria-labelledby=placing-seen] dl")).toBeVisible();
  const workers = page.workers().length;
  const nodes = `${"{},".repeat(3_000_000)}{}`;
  await give(page, "bomb.glb", glb(`{"asset":{"version":"2.0"},"nodes":[${nodes}]}`, Buffer.alloc(0)));
  await expect(said(page)).toContainText("values in its description");
  expect(page.workers().length).toBe(workers);
  await button(page, "Wall").click();
  await expect(page.locator('[data-part="wall-1"] .shape')).toHaveAttribute("d", /^M/);
});

test("a device without room for a model says so at once, and offers the file", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  });
  await open(page, booth);
  await give(page, "a.glb", box());
  await expect(said(page)).toContainText("no room on this device");
  await expect(model(page).locator(".shape")).toHaveAttribute("d", /^M/);
  const arrived = page.waitForEvent("download");
  await said(page).getByRole("button", { name: "Export" }).click();
  expect((await arrived).suggestedFilename()).toContain(".fairway.zip");
});

test("who sees the stand is said, and shown on the aisles", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  const seen = page.getByRole("region", { name: "Seen by whom" });
  await expect(seen.getByText("Your stand")).toBeVisible();
  await button(page, "Tower").click();
  await expect(seen.getByText("Your sign")).toBeVisible();
  await expect(seen).toHaveAttribute("aria-busy", "false");
  await seen.getByRole("switch").check();
  await expect(page.locator(".placing .heat circle")).not.toHaveCount(0);
  await expect(page.locator(".placing .heat .sign")).not.toHaveCount(0);
  await page.locator('[data-part="tower-1"]').focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press("Shift+ArrowRight");
  await expect(seen.getByText(/, width/)).not.toHaveCount(0);
});

/** The own models on the device. */
const models = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((done, failed) => {
        const request = indexedDB.open("fairway-designs");
        request.onerror = () => failed(request.error ?? new Error("no database"));
        request.onsuccess = () => {
          const names = request.result.transaction("models").objectStore("models").getAllKeys();
          names.onsuccess = () => {
            request.result.close();
            done(names.result as string[]);
          };
        };
      }),
  );

test("models that no design names are dropped with the next design, unless another tab is at one", async ({
  page,
  context,
  request,
}) => {
  const { booth, bundle } = await demoVenue(request);
  const elsewhere = bundle.layout.booths.find(({ id }) => id !== booth)?.id ?? "";
  await open(page, elsewhere);
  await give(page, "Kept.glb", box([1, 1, 1]));
  await expect(model(page)).toHaveCount(1);
  await expect(page.getByText("Kept on this device")).toBeVisible();
  await open(page, booth);
  await button(page, "Wall").click();
  await expect(page.getByText("Kept on this device")).toBeVisible();
  await button(page, "New").click();
  await expect(page.locator(".placing .part")).toHaveCount(0);
  await give(page, "Unused.glb", box());
  await expect(model(page)).toHaveCount(1);
  await expect.poll(() => models(page)).toHaveLength(2);
  // With the design go its versions.
  await button(page, "Delete").click();
  await expect(model(page)).toHaveCount(0);

  const other = await context.newPage();
  await open(other, elsewhere);
  const designing = (tabs: number) =>
    page.waitForFunction(async (tabs) => (await navigator.locks.query()).held?.length === tabs, tabs);
  await designing(2);
  await expect(button(other, "Measure")).toBeVisible();
  await page.reload();
  await expect(page.locator(".placing .drawing")).toBeVisible();
  await expect(button(page, "Measure")).toBeVisible();
  expect(await models(page)).toHaveLength(2);
  await other.close();
  await designing(1);
  await page.reload();
  await expect.poll(() => models(page)).toEqual([expect.stringContaining("Kept")]);
  await open(page, elsewhere);
  await expect(model(page).locator(".shape")).toHaveAttribute("d", /^M/);
});
