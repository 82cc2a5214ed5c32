/** The stage's program, which not everyone wants; each is asked for with its version. */
export const STAGE_FILES = ["stage-worker.js", "stage.js", "stage_bg.wasm"];
