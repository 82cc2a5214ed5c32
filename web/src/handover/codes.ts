// Packed texts and QR codes.

import { generate } from "lean-qr/nano";

/** The dark modules as a path of an SVG, a unit each; `size` of them to a side. */
export interface Code {
  readonly size: number;
  readonly path: string;
}

/** As much as the largest code holds, less what marks it as UTF-8. */
const MOST_CODE_BYTES = 2900;
/** Far more than a plan with all its notes: a short link could unpack to gigabytes. */
const LONGEST_TEXT = 4_000_000;

/** A QR code with this text; nothing if it is too long for one. */
export function codeOf(text: string): Code | undefined {
  if (new TextEncoder().encode(text).length > MOST_CODE_BYTES) return undefined;
  const code = generate(text);
  const { size } = code;
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = x;
      while (code.get(x, y)) x += 1;
      if (x > from) path += `M${from} ${y}h${x - from}v1H${from}z`;
    }
  }
  return { size, path };
}

/** Deflated (RFC 1951), in letters that need no escape in a URL (RFC 4648, section 5). */
export async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Fails on what is not packed so. */
export async function unpack(packed: string): Promise<string> {
  const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LONGEST_TEXT) {
      await reader.cancel();
      throw new RangeError("more than a plan can hold");
    }
  }
}
