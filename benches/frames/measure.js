// What both pages do alike: measure frames that have reached the GPU, and tell what the last one looks like.

/** The GPU works behind the page's back: reading a pixel waits for it. @param {WebGL2RenderingContext} gl */
function finish(gl) {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** What the GPU answers comes between tasks, as between a page's own frames. */
export const answers = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Milliseconds of a frame, `count` times. Each is the mean of a burst of frames that the GPU is waited for once: asking it takes longer than many a frame on a quick one.
 * @param {WebGL2RenderingContext} gl
 * @param {number} count
 * @param {(i: number) => void} draw
 * @param {number} burst
 */
export async function frames(gl, count, draw, burst = 1) {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, 4, gl.STREAM_READ);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  // Read without waiting, it makes the browser turn the samples of a canvas with smooth edges into pixels, as for every frame that is shown.
  const resolve = () => {
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  };
  finish(gl);
  const times = [];
  for (let i = 0; i < count; i++) {
    const begun = performance.now();
    for (let j = 0; j < burst; j++) {
      draw(i * burst + j);
      resolve();
    }
    finish(gl);
    times.push((performance.now() - begun) / burst);
    await answers();
  }
  gl.deleteBuffer(buffer);
  return times;
}

/** What draws: the GPU's name, or the software's. @param {WebGL2RenderingContext} gl */
export function renderer(gl) {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
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
