// In the page of a design: how long what a person does there takes until it is seen.

/** @type {{ frames: number[], moved: number[], answered: number[], read: Record<"started" | "read" | "shown", number>[] }} */
const seen = { frames: [], moved: [], answered: [], read: [] };
/** Questions to the desk without an answer. */
let open = 0;
let [began, given, started, read] = [0, 0, 0, 0];

const Plain = globalThis.Worker;
globalThis.Worker = class extends Plain {
  /** @param {string | URL} url @param {WorkerOptions} [options] */
  constructor(url, options) {
    super(url, options);
    this.addEventListener("message", ({ data }) => {
      if (data.kind === "answer") open -= 1;
      if (data.kind === "ready") started = performance.now();
      if (data.kind === "read") read = performance.now();
    });
  }
  /** @param {any} message @param {any} transfer */
  postMessage(message, transfer) {
    if (message.kind === "ask") open += 1;
    super.postMessage(message, transfer);
  }
};

/** After the next frame is made. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** While the button is down, how long a frame takes. */
let ticking = 0;
function tick(/** @type {number} */ last) {
  ticking = requestAnimationFrame((now) => {
    seen.frames.push(now - last);
    tick(now);
  });
}
addEventListener("pointerdown", () => tick(performance.now()), { capture: true });
addEventListener("pointerup", () => cancelAnimationFrame(ticking), { capture: true });
addEventListener("pointermove", () => (began = performance.now()), { capture: true });
addEventListener("pointermove", async ({ timeStamp }) => {
  document.querySelector(".placing .drawing")?.getBoundingClientRect();
  if (open === 0) return;
  seen.moved.push(performance.now() - began);
  do await frame();
  while (open > 0);
  seen.answered.push(performance.now() - timeStamp);
});
addEventListener("change", () => (given = performance.now()), { capture: true });

Object.assign(globalThis, {
  seen,
  /** Once every question is answered and the frame after it is made. */
  settled: async () => {
    do await frame();
    while (open > 0);
  },
  /** Once a model is drawn; what is said of it if it is not. @param {string} part */
  drawn: async (part) => {
    const refusal = () => document.querySelector(".placing .notices p")?.textContent?.trim();
    while (!document.querySelector(`[data-part="${part}"] .shape[d^="M"]`)) {
      if (refusal()) return refusal();
      await frame();
    }
    seen.read.push({ started: started - given, read: read - started, shown: performance.now() - given });
    return undefined;
  },
});
