// A placeholder until the stage's worker lands: starts the wasm program.
import init from "./stage.js";

await init({ module_or_path: `./stage_bg.wasm?v=${__BUILD__}` });
postMessage("stage ready");
