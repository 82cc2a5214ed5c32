// The pictures in a model's file, decoded by the browser, which does it best.

/** A hall's faces get the mean colour of what lies on them: more texels would not be seen. */
const MOST_PX = 512;
/** No more are decoded of one file. */
const MOST_PICTURES = 64;
const HEADER_BYTES = 20;
const CHUNK_HEADER_BYTES = 8;

interface Described {
  images?: { bufferView?: number; mimeType?: string }[];
  bufferViews?: { byteOffset?: number; byteLength: number }[];
}

export interface Picture {
  number: number;
  width: number;
  texels: Uint8Array;
}

/** No larger than so many pixels a side. None of a file without pictures, or of one that is no model; one that cannot be decoded is left out. */
export async function picturesOf(file: ArrayBuffer, mostPx = MOST_PX): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { number, bytes, type } of encoded(file)) {
    try {
      pictures.push({ number, ...(await decode(new Blob([bytes], { type }), mostPx)) });
    } catch (error) {
      console.warn(`picture ${number} of a model cannot be shown: ${String(error)}`);
    }
  }
  return pictures;
}

function encoded(file: ArrayBuffer): { number: number; bytes: Uint8Array<ArrayBuffer>; type: string }[] {
  const { images = [], bufferViews = [], dataAt } = described(file);
  return images.slice(0, MOST_PICTURES).flatMap(({ bufferView = -1, mimeType: type = "" }, number) => {
    const { byteOffset = 0, byteLength = 0 } = bufferViews[bufferView] ?? {};
    if (!(byteLength > 0) || !(dataAt + byteOffset + byteLength <= file.byteLength)) return [];
    return [{ number, bytes: new Uint8Array(file, dataAt + byteOffset, byteLength), type }];
  });
}

/** The file's description if it has pictures, and where its data begins. */
function described(file: ArrayBuffer): Described & { dataAt: number } {
  const length = file.byteLength < HEADER_BYTES ? 0 : new DataView(file).getUint32(12, true);
  const dataAt = HEADER_BYTES + length + CHUNK_HEADER_BYTES;
  if (length === 0 || dataAt > file.byteLength) return { dataAt };
  const text = new TextDecoder().decode(new Uint8Array(file, HEADER_BYTES, length));
  try {
    return { ...(text.includes('"images"') ? (JSON.parse(text) as Described) : {}), dataAt };
  } catch {
    return { dataAt }; // the stage says what is wrong with it
  }
}

async function decode(file: Blob, mostPx: number): Promise<{ width: number; texels: Uint8Array }> {
  const whole = await createImageBitmap(file, { premultiplyAlpha: "none", colorSpaceConversion: "none" });
  const scale = Math.min(1, mostPx / Math.max(whole.width, whole.height));
  const [width, height] = [whole.width, whole.height].map((px) => Math.max(1, Math.round(px * scale))) as [
    number,
    number,
  ];
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("no 2D context");
  context.drawImage(whole, 0, 0, width, height);
  whole.close();
  const { data } = context.getImageData(0, 0, width, height);
  return { width, texels: new Uint8Array(data.buffer) };
}
