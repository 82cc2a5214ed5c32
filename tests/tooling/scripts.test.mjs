// The build's own scripts over small made-up inputs.
import binaryen from "binaryen";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { chromium } from "../../scripts/chromium.mjs";
import { compressSite } from "../../scripts/compress.mjs";
import { fingerprint } from "../../scripts/fingerprint.mjs";
import { precacheList, webManifest } from "../../scripts/offline.mjs";
import { shrinkWasm } from "../../scripts/shrink-wasm.mjs";
import { measure } from "../../scripts/size.mjs";
import { cargoCounts, playwrightCounts, tapCounts } from "../../scripts/test-counts.mjs";

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "fairway-scripts-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("fingerprint", () => {
  test("changes with content, names and the profile, and with nothing else", () => {
    writeFileSync(join(dir, "a"), "1");
    const first = fingerprint([dir]);
    assert.equal(fingerprint([dir]), first);
    assert.equal(fingerprint([dir, join(dir, "missing")]), first);
    assert.notEqual(fingerprint([dir], "web-dev"), first);
    writeFileSync(join(dir, "a"), "2");
    assert.notEqual(fingerprint([dir]), first);
  });
});

describe("compress", () => {
  test("writes both encodings beside the file, and computes each content once", async () => {
    const site = join(dir, "site");
    const options = { cache: join(dir, "cache"), quick: true };
    mkdirSync(site);
    const text = "the same words ".repeat(100);
    writeFileSync(join(site, "page.js"), text);
    writeFileSync(join(site, "photo.jpg"), "left as it is");
    writeFileSync(join(site, "live.json"), "replaced on the host");

    assert.deepEqual(await compressSite(site, options), { files: 1, computed: 1 });
    assert.equal(brotliDecompressSync(readFileSync(join(site, "page.js.br"))).toString(), text);
    assert.equal(gunzipSync(readFileSync(join(site, "page.js.gz"))).toString(), text);
    assert.ok(!existsSync(join(site, "photo.jpg.br")));
    assert.ok(!existsSync(join(site, "live.json.br")));
    assert.deepEqual(await compressSite(site, options), { files: 1, computed: 0 });
  });
});

describe("size", () => {
  test("counts what goes over the wire, each file once", () => {
    writeFileSync(join(dir, "page-1.js"), "x".repeat(100));
    writeFileSync(join(dir, "page-1.js.br"), "x".repeat(10));
    writeFileSync(join(dir, "page-1.js.gz"), "x".repeat(20));
    writeFileSync(join(dir, "guide.js"), "x".repeat(7));
    const budgets = [{ what: "scripts", files: /^page/, must: 50, aim: 5 }];
    assert.deepEqual(
      measure(dir, budgets).map(({ what, bytes }) => ({ what, bytes })),
      [{ what: "scripts", bytes: 10 }],
    );
  });

  test("puts each file of a site into one row", () => {
    const site = {
      "index.html": 1,
      "page-0a.css": 1,
      "guide-worker.js": 1,
      "later.js": 1,
      "embed.js": 1,
      "kiosk.js": 1,
      "placing.js": 1,
      "placing-worker.js": 1,
      "extras.js": 1,
      "look.js": 1,
      "look-worker.js": 1,
      "fairway-navigator.js": 1,
      "guide.js": 1,
      "guide_bg.wasm": 1,
      "placement_bg.wasm": 1,
      "stage_bg.wasm": 1,
      "sw.js": 1,
      "workshop.js": 1,
      "workshop-worker.js": 1,
    };
    for (const name of Object.keys(site)) writeFileSync(join(dir, name), "x");
    mkdirSync(join(dir, "venues/gdte"), { recursive: true });
    writeFileSync(join(dir, "venues/gdte/venue.json"), "{}");
    assert.deepEqual(
      measure(dir).map(({ files }) => files.length),
      [3, 1, 1, 3, 1, 2, 2, 2, 1, 1, 1, 1, 1],
    );
  });
});

describe("offline", () => {
  test("lists a release: by hash, by version or by revision, each with what it must contain", () => {
    const site = ["index.html", "page-0123456789abcdef.js", "guide_bg.wasm", "site.webmanifest"];
    const others = [
      "placement_bg.wasm",
      "extras.js",
      "look.js",
      "placing.js",
      "stage_bg.wasm",
      "sw.js",
      "workshop_bg.wasm",
      "404.html",
      "icon-512.png",
      "icon-512-maskable.png",
      "index.html.br",
      "page-0123456789abcdef.js.gz",
    ];
    for (const name of [...site, ...others]) writeFileSync(join(dir, name), name);
    mkdirSync(join(dir, "venues"));
    const list = precacheList(dir, "1f00");
    assert.deepEqual(
      list.map(({ url, revision }) => [url, revision !== null]),
      [
        ["guide_bg.wasm?v=1f00", false],
        ["./", true],
        ["page-0123456789abcdef.js", false],
        ["site.webmanifest", true],
      ],
    );
    const hash = createHash("sha256").update("index.html").digest("base64");
    assert.equal(list[1]?.integrity, `sha256-${hash}`);
  });

  test("names the installed app after the only fair", () => {
    const expo = { name: { en: "Expo", "zh-Hans": "博览会" } };
    assert.equal(webManifest({ venues: [expo] }).name, "Expo");
    assert.equal(webManifest({ venues: [expo, expo] }).name, "Fairway");
    assert.equal(webManifest(undefined).name, "Fairway");
  });
});

describe("shrink", () => {
  const SQUARE = `(module
    (func $named (export "square") (param $x i32) (result i32) (local $unused i32)
      (block $done (result i32) (i32.mul (local.get $x) (local.get $x)))))`;

  test("drops names and what nothing needs, and the program says the same", async () => {
    binaryen.setDebugInfo(true);
    const module = binaryen.parseText(SQUARE);
    const bytes = module.emitBinary();
    binaryen.setDebugInfo(false);
    module.dispose();
    const shrunk = shrinkWasm(bytes);
    assert.ok(shrunk.length < bytes.length);
    assert.ok(!Buffer.from(shrunk).includes("named"));
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(shrunk));
    const { square } = /** @type {{ square(x: number): number }} */ (/** @type {unknown} */ (instance.exports));
    assert.equal(square(7), 49);
  });

  test("refuses what is no whole module", () => {
    assert.throws(() => shrinkWasm(Buffer.from("<!doctype html>")));
  });
});

describe("the tests' counts", () => {
  test("of cargo are summed over its programs", () => {
    const output = [
      "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
      "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
    ].join("\n");
    assert.deepEqual(cargoCounts(output), { passed: 14, failed: 3, skipped: 1 });
    assert.deepEqual(cargoCounts("error: could not compile"), { passed: 0, failed: 0, skipped: 0 });
  });

  test("of Node come from the end of its report", () => {
    const tap = "# tests 6\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n";
    assert.deepEqual(tapCounts(tap), { passed: 3, failed: 2, skipped: 1 });
  });

  test("of Playwright come from its statistics", () => {
    const json = JSON.stringify({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 } });
    assert.deepEqual(playwrightCounts(json), { passed: 6, failed: 2, skipped: 3 });
  });
});

describe("chromium", () => {
  test("is the one that was chosen, or the first on PATH, or a plain sentence", () => {
    const browser = join(dir, "chromium");
    writeFileSync(browser, "", { mode: 0o755 });
    assert.equal(chromium({ FAIRWAY_CHROMIUM: browser, PATH: "" }), browser);
    assert.equal(chromium({ PATH: `/nowhere:${dir}` }), browser);
    assert.throws(() => chromium({ FAIRWAY_CHROMIUM: "/nowhere/chrome", PATH: dir }), /cannot be run/);
  });
});
