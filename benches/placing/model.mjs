// An own model as exhibitors bring it: turned furniture, smooth, with a picture on it; about 10 MB.

const PIECES = 16;
const AROUND = 128;
const UP = 60;
/** Of the picture, whose noise hardly shrinks. */
const PICTURE_PX = 1050;

export const TRIANGLES = 2 * PIECES * AROUND * UP;

/** A glTF file. @param {import("@playwright/test").Page} page draws the picture */
export async function furniture(page) {
  const [points, normals, places, indices] = [[], [], [], []].map((list) => /** @type {number[]} */ (list));
  for (let piece = 0; piece < PIECES; piece++) {
    const first = points.length / 3;
    for (let i = 0; i <= AROUND; i++) {
      for (let j = 0; j <= UP; j++) {
        const [turn, up] = [(2 * Math.PI * i) / AROUND, j / UP];
        const [x, z] = [Math.cos(turn), Math.sin(turn)];
        const radius = 0.3 + 0.1 * Math.sin(6 * up + piece);
        points.push((piece % 4) + radius * x, (0.8 + 0.02 * piece) * up, Math.floor(piece / 4) + radius * z);
        normals.push(x, 0, z);
        places.push(i / AROUND, up);
        if (i === AROUND || j === UP) continue;
        const at = first + i * (UP + 1) + j;
        indices.push(at, at + 1, at + UP + 1, at + 1, at + UP + 2, at + UP + 1);
      }
    }
  }
  const end = (/** @type {(a: number, b: number) => number} */ pick) =>
    [0, 1, 2].map((axis) => points.filter((_, i) => i % 3 === axis).reduce(pick));
  const bytes = (/** @type {number[]} */ list, /** @type {any} */ kind) => Buffer.from(new kind(list).buffer);
  const parts = [
    bytes(points, Float32Array),
    bytes(normals, Float32Array),
    bytes(places, Float32Array),
    bytes(indices, Uint32Array),
    await noise(page),
  ];
  let byteLength = 0;
  const bufferViews = parts.map((part) => {
    const view = { buffer: 0, byteOffset: byteLength, byteLength: part.length };
    byteLength += whole(part.length);
    return view;
  });
  const count = points.length / 3;
  const description = {
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1, TEXCOORD_0: 2 }, indices: 3, material: 0 }] }],
    materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    textures: [{ source: 0 }],
    images: [{ bufferView: 4, mimeType: "image/png" }],
    accessors: [
      {
        bufferView: 0,
        componentType: 5126,
        count,
        type: "VEC3",
        min: end((a, b) => Math.min(a, b)),
        max: end((a, b) => Math.max(a, b)),
      },
      { bufferView: 1, componentType: 5126, count, type: "VEC3" },
      { bufferView: 2, componentType: 5126, count, type: "VEC2" },
      { bufferView: 3, componentType: 5125, count: indices.length, type: "SCALAR" },
    ],
    bufferViews,
    buffers: [{ byteLength }],
  };
  const text = Buffer.from(JSON.stringify(description));
  const chunks = [
    chunk("JSON", Buffer.concat([text, Buffer.alloc(whole(text.length) - text.length, " ")])),
    chunk(
      "BIN\0",
      Buffer.concat(parts.map((part) => Buffer.concat([part, Buffer.alloc(whole(part.length) - part.length)]))),
    ),
  ];
  const length = chunks.reduce((sum, each) => sum + each.length, 12);
  return Buffer.concat([Buffer.from("glTF"), word(2), word(length), ...chunks]);
}

const whole = (/** @type {number} */ length) => Math.ceil(length / 4) * 4;
const word = (/** @type {number} */ value) => Buffer.from(new Uint32Array([value]).buffer);
const chunk = (/** @type {string} */ kind, /** @type {Buffer} */ data) =>
  Buffer.concat([word(data.length), Buffer.from(kind), data]);

/** @param {import("@playwright/test").Page} page */
async function noise(page) {
  const text = await page.evaluate(async (side) => {
    const canvas = new OffscreenCanvas(side, side);
    const picture = new ImageData(side, side);
    let seed = 1;
    for (let i = 0; i < picture.data.length; i++) {
      seed = (seed * 16807) % 2147483647;
      picture.data[i] = i % 4 === 3 ? 255 : (seed >> 16) & 255;
    }
    canvas.getContext("2d")?.putImageData(picture, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }, PICTURE_PX);
  return Buffer.from(text, "latin1");
}
