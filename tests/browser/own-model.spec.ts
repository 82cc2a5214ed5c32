// Models that were made elsewhere, in the built stage; what of a file is read at all is tested natively (src/hall_model/inspect/tests.rs).
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

/** Software rendering takes its time. */
const SLOW = { timeout: 90_000 };
/** One texel, red. */
const RED_PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);
const FAR_M = 2000;

/** A floor as far as one sees, with that picture on it. */
function floor(more: object = {}): Buffer {
  const corners = [-FAR_M, 0, FAR_M, FAR_M, 0, FAR_M, FAR_M, 0, -FAR_M, -FAR_M, 0, -FAR_M];
  const positions = Buffer.from(new Float32Array(corners).buffer);
  const places = Buffer.from(new Float32Array([0, 1, 1, 1, 1, 0, 0, 0]).buffer);
  const indices = Buffer.from(new Uint16Array([0, 1, 2, 0, 2, 3]).buffer);
  const parts = [positions, places, indices, RED_PNG];
  const data = Buffer.concat(parts);
  const bufferViews = parts.map((part, i) => ({
    buffer: 0,
    byteOffset: parts.slice(0, i).reduce((sum, { length }) => sum + length, 0),
    byteLength: part.length,
  }));
  const description = JSON.stringify({
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name: "floor", mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 1 }, indices: 2, material: 0 }] }],
    materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    textures: [{ source: 0 }],
    images: [{ bufferView: 3, mimeType: "image/png" }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 4, type: "VEC3" },
      { bufferView: 1, componentType: 5126, count: 4, type: "VEC2" },
      { bufferView: 2, componentType: 5123, count: 6, type: "SCALAR" },
    ],
    bufferViews,
    buffers: [{ byteLength: data.length }],
    ...more,
  });
  const json = Buffer.from(description.padEnd(Math.ceil(description.length / 4) * 4));
  const header = (length: number, kind: string) => Buffer.concat([word(length), Buffer.from(kind, "latin1")]);
  const chunks = [header(json.length, "JSON"), json, header(data.length, "BIN\0"), data];
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 12);
  return Buffer.concat([Buffer.from("glTF"), word(2), word(length), ...chunks]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const serveModel = (page: Page, file: RegExp, body: Buffer) =>
  page.route(file, (route) => route.fulfill({ body, contentType: "model/gltf-binary" }));

test("a picture in a model's file colours what it lies on @desktop", async ({ page }) => {
  await serveModel(page, /\.glb$/, floor());
  await page.goto("./?view=3d");
  await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible(SLOW);
  const middle = async () => {
    const png = await page.locator("canvas.stage").screenshot();
    return page.evaluate(async (png) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const [red = 0, green = 0] = context?.getImageData(bitmap.width / 2, bitmap.height * 0.7, 1, 1).data ?? [];
      return red > 150 && green < red / 2;
    }, png.toString("base64"));
  };
  await expect.poll(middle).toBe(true);
});

test("a model that cannot be read is told with its reason, and its hall stays as an outline @desktop", async ({
  page,
  request,
}) => {
  const demo = await demoVenue(request);
  const file = demo.bundle.models.find(({ units }) => units.includes(demo.hall.id))?.file ?? "";
  const required = ["KHR_draco_mesh_compression"];
  await serveModel(page, new RegExp(file), floor({ extensionsUsed: required, extensionsRequired: required }));
  await page.goto("./?view=3d");
  const notice = page.locator(".notice");
  await expect(notice).toContainText(`${demo.hall.name.en} cannot be shown in 3D`, SLOW);
  await expect(notice).toContainText("KHR_draco_mesh_compression");
  await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible();
});
