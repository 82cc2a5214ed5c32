// What both pages do alike: measure frames that have reached the GPU, and tell what the last one looks like.

/** The GPU works behind the page's back: reading a pixel waits for it. @param {WebGL2RenderingContext} gl */
function finish(gl) {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/**
 * Milliseconds of each frame.
 * @param {WebGL2RenderingContext} gl
 * @param {number} count
 * @param {(i: number) => void} draw
 */
export function frames(gl, count, draw) {
  finish(gl);
  return Array.from({ length: count }, (_, i) => {
    const begun = performance.now();
    draw(i);
    finish(gl);
    return performance.now() - begun;
  });
}

const COLUMNS = 64;
const ROWS = 36;

/** The picture's brightness in a coarse grid, row by row from below. @param {WebGL2RenderingContext} gl */
export function picture(gl) {
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  const sums = new Float64Array(COLUMNS * ROWS);
  const counts = new Float64Array(COLUMNS * ROWS);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * ROWS) / height) * COLUMNS + Math.floor((x * COLUMNS) / width);
      const at = (y * width + x) * 4;
      sums[cell] += 0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2];
      counts[cell]++;
    }
  }
  return Array.from(sums, (sum, cell) => sum / counts[cell]);
}

/** The canvas as a PNG file in base64; to be called right after it was drawn. @param {OffscreenCanvas} canvas */
export async function png(canvas) {
  const blob = await canvas.convertToBlob({ type: "image/png" });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
