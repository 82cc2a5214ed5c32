// The stage's WebGL2 context: with smooth edges where a GPU draws.

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** Samples cost a GPU little; a CPU that draws pays for every one. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return SOFTWARE.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)));
}

/**
 * Only a context knows what draws, and it must be told beforehand whether to smooth: a small one is asked first, which takes no longer than the
 * program takes to arrive. The browser smooths better than we could: a phone's GPU does it without the samples ever reaching its memory.
 */
export function contextOf(canvas: OffscreenCanvas): WebGL2RenderingContext | null {
  const probe = new OffscreenCanvas(1, 1).getContext("webgl2");
  const antialias = probe !== null && !isSoftware(probe);
  probe?.getExtension("WEBGL_lose_context")?.loseContext();
  return canvas.getContext("webgl2", { antialias, powerPreference: "high-performance" });
}
