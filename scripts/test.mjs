// Every check and test, one heading each; the last line counts the tests.
//   node scripts/test.mjs [STEP…]     only these steps, by the names below
// All steps run even after a failure, but for those that need what failed. A step that fails without naming a failed
// test counts as one, so that "0 failed" and exit code 0 always go together.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fingerprint } from "./fingerprint.mjs";
import { cargoCounts, playwrightCounts, sum, tapCounts } from "./test-counts.mjs";

/** @typedef {import("./test-counts.mjs").Counts} Counts */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} title
 * @property {string[]} command
 * @property {Record<string, string>} [env]
 * @property {string} [needs] the step without which this one makes no sense
 * @property {string} [unchanged] a folder of committed files that the step writes: it fails when they were not up to date
 * @property {(output: string) => Counts} [counts] for steps that run tests
 */

const WASM = ["--locked", "--target", "wasm32-unknown-unknown", "--no-default-features"];
const DENY_WARNINGS = ["--", "-D", "warnings"];
const TAP_REPORT = "build/test-tools.tap";
const BROWSER_REPORT = "build/test-browser.json"; // playwright.config.ts writes it
const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {string} path
 * @param {(text: string) => Counts} read
 */
function countsOfReport(path, read) {
  try {
    return read(readFileSync(path, "utf8"));
  } catch {
    return NO_TESTS; // the program ended before it could report: the step's exit code says so
  }
}

const toolTests = readdirSync("tests/tooling").map((name) => `tests/tooling/${name}`);

/** @type {Step[]} */
const STEPS = [
  { name: "format", title: "Format of Rust", command: ["cargo", "fmt", "--check"] },
  {
    name: "prettier",
    title: "Format of the page and the scripts",
    command: ["npm", "run", "--silent", "format:check"],
  },
  { name: "types", title: "TypeScript", command: ["npm", "run", "--silent", "types"] },
  {
    name: "domain",
    title: "The domain knows neither Bevy nor the web",
    command: ["cargo", "check", "--locked", "--lib", "--no-default-features"],
  },
  {
    name: "clippy",
    title: "Clippy, native",
    command: ["cargo", "clippy", "--locked", "--all-targets", ...DENY_WARNINGS],
  },
  {
    name: "clippy-guide",
    title: "Clippy, guide",
    command: ["cargo", "clippy", ...WASM, "--features", "guide", "--lib", "--bin", "guide", ...DENY_WARNINGS],
  },
  {
    name: "clippy-placement",
    title: "Clippy, designs of stands",
    command: [
      "cargo",
      "clippy",
      ...WASM,
      "--features",
      "placement-worker",
      "--lib",
      "--bin",
      "placement",
      "--bin",
      "workshop",
      ...DENY_WARNINGS,
    ],
  },
  {
    name: "clippy-stage",
    title: "Clippy, stage",
    command: ["cargo", "clippy", ...WASM, "--features", "stage", "--lib", "--bin", "stage", ...DENY_WARNINGS],
  },
  {
    name: "docs",
    title: "Documentation of the library",
    command: ["cargo", "doc", "--locked", "--lib", "--no-deps"],
    env: { RUSTDOCFLAGS: "-D warnings" },
  },
  {
    name: "rust",
    title: "Rust tests",
    command: ["cargo", "test", "--locked", "--no-fail-fast", "--", "--quiet"],
    unchanged: "web/src/bindings",
    counts: cargoCounts,
  },
  {
    name: "tools",
    title: "Tests of the scripts and the server",
    command: [
      ...["node", "--test", "--test-reporter=spec", "--test-reporter-destination=stdout"],
      ...["--test-reporter=tap", `--test-reporter-destination=${TAP_REPORT}`, ...toolTests],
    ],
    counts: () => countsOfReport(TAP_REPORT, tapCounts),
  },
  { name: "site", title: "The site", command: ["scripts/site"] },
  {
    name: "models",
    title: "Models against the Khronos validator",
    command: ["node", "scripts/validate-models.mjs", "build/venues"],
    needs: "site",
  },
  { name: "size", title: "Sizes against the budgets", command: ["node", "scripts/size.mjs"], needs: "site" },
  {
    name: "browser",
    title: "Browser tests",
    command: ["npx", "--no", "playwright", "test"],
    needs: "site",
    counts: () => countsOfReport(BROWSER_REPORT, playwrightCounts),
  },
];

/**
 * Runs a program, showing what it says as it says it.
 * @param {Step} step
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run({ command, env }) {
  return new Promise((done) => {
    const [program = "", ...args] = command;
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on("error", (error) => {
      console.error(error.message);
      done({ ok: false, output });
    });
    child.on("close", (code) => done({ ok: code === 0, output }));
  });
}

/** @param {number} start */
function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. There are: ${STEPS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

mkdirSync("build", { recursive: true });
for (const report of [TAP_REPORT, BROWSER_REPORT]) rmSync(report, { force: true });

/** @type {Set<string>} */
const failedSteps = new Set();
/** @type {Counts[]} */
const results = [];
const begin = performance.now();
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n== ${step.title} (${step.name})`);
  if (step.needs && failedSteps.has(step.needs)) {
    console.log(`-- not run, because "${step.needs}" failed`);
    failedSteps.add(step.name);
    results.push({ ...NO_TESTS, failed: 1 });
    continue;
  }
  const start = performance.now();
  const written = step.unchanged ? [step.unchanged] : [];
  const before = fingerprint(written);
  const { ok: ran, output } = await run(step);
  const stale = fingerprint(written) !== before;
  if (stale) console.log(`This step wrote ${step.unchanged} anew: look at the difference and commit it.`);
  const ok = ran && !stale;
  const counts = step.counts?.(output) ?? NO_TESTS;
  if (!ok) failedSteps.add(step.name);
  results.push({ ...counts, failed: ok ? counts.failed : Math.max(counts.failed, 1) });
  console.log(`-- ${ok ? "ok" : "FAILED"}, ${secondsSince(start)}`);
}

const { passed, failed, skipped } = sum(results);
const runsTests = wanted.length === 0 || STEPS.some((step) => step.counts && wanted.includes(step.name));
console.log(`\nAll of it took ${secondsSince(begin)}.`);
if (failedSteps.size > 0) console.log(`Failed: ${[...failedSteps].join(", ")}`);
if (runsTests && passed === 0) console.log("No test passed: something is wrong with how they are found.");
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || (runsTests && passed === 0) ? 1 : 0;
