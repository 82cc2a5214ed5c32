// How far the stage may run ahead of what draws it. Nothing else holds it back: a slow GPU's process takes in every frame at once and shows it when it
// gets there, so that what a finger does is seen late, frames seem to take no time at all, and the first call that must wait for an answer waits for all of them.

/** One is being drawn while the next is told. */
const AHEAD = 2;
/** A driver that does not say when a frame is drawn is not waited for longer. */
const PATIENCE_MS = 2000;

export class Flight {
  /** Frames that are told and not drawn, the first one first. */
  private frames: { sync: WebGLSync; atMs: number }[] = [];

  constructor(private readonly gl: WebGL2RenderingContext) {}

  /** Whether one more frame may be told. */
  hasRoom(nowMs: number): boolean {
    const { gl } = this;
    this.frames = this.frames.filter(({ sync, atMs }) => {
      const isDrawn = gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.UNSIGNALED || nowMs - atMs > PATIENCE_MS;
      if (isDrawn) gl.deleteSync(sync);
      return !isDrawn;
    });
    return this.frames.length < AHEAD;
  }

  /** A frame has been told. */
  add(nowMs: number): void {
    const sync = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    // A lost context has none; its frames are nobody's any more.
    if (sync) this.frames.push({ sync, atMs: nowMs });
    // Until then it may not even have been handed over.
    this.gl.flush();
  }
}
