// Models as exhibitors give them: glTF files made here.
import { crc32, deflateSync } from "node:zlib";

type Description = Record<string, unknown>;

/** A box, by default of 2 × 3 × 1 m (width, depth, height). */
export function box(size: [number, number, number] = [2, 1, 3], more: Description = {}): Buffer {
  const corners = Array.from({ length: 8 }, (_, i) => [i & 1, (i >> 1) & 1, i >> 2]).flat();
  const sides = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  const indices = sides.flatMap(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, a, c, d]);
  const data = Buffer.concat([
    Buffer.from(new Float32Array(corners).buffer),
    Buffer.from(new Uint16Array(indices).buffer),
  ]);
  const json = JSON.stringify({
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, scale: size }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 8, type: "VEC3" },
      { bufferView: 1, componentType: 5123, count: 36, type: "SCALAR" },
    ],
    bufferViews: [
      { buffer: 0, byteLength: 96 },
      { buffer: 0, byteOffset: 96, byteLength: 72 },
    ],
    buffers: [{ byteLength: data.length }],
    ...more,
  });
  return glb(json, data);
}

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];

/** A box with a picture on it, red to the left and blue to the right, without light. */
export function printed(size: [number, number, number] = [4, 3, 2]): Buffer {
  const picture = `data:image/png;base64,${png([RED, RED, BLUE, BLUE]).toString("base64")}`;
  const places = { bufferView: 2, componentType: 5126, count: 8, type: "VEC2" };
  return box(size, {
    extensionsUsed: ["KHR_materials_unlit"],
    images: [{ uri: picture }],
    textures: [{ source: 0 }],
    materials: [{ extensions: { KHR_materials_unlit: {} }, pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 2 }, indices: 1, material: 0 }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 8, type: "VEC3" },
      { bufferView: 1, componentType: 5123, count: 36, type: "SCALAR" },
      places,
    ],
    // Where a corner is in the box, it is in the picture.
    bufferViews: [
      { buffer: 0, byteLength: 96, byteStride: 12 },
      { buffer: 0, byteOffset: 96, byteLength: 72 },
      { buffer: 0, byteLength: 96, byteStride: 12 },
    ],
  });
}

/** One row of pixels. */
function png(pixels: number[][]): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.from([0, 0, 0, pixels.length, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const rows = deflateSync(Buffer.from([0, ...pixels.flat()]));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

export function glb(json: string, data: Buffer): Buffer {
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4));
  const word = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const chunks = [word(text.length), Buffer.from("JSON"), text, word(data.length), Buffer.from("BIN\0"), data];
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 12);
  return Buffer.concat([Buffer.from("glTF"), word(2), word(length), ...chunks]);
}
