// A placeholder until the guide's worker lands: starts the wasm program.
import init from "./guide.js";

await init({ module_or_path: `./guide_bg.wasm?v=${__BUILD__}` });
postMessage("guide ready");
