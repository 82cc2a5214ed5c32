// The server over a folder made for the test.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { serve } from "../../web/serve.mjs";

const headers = JSON.parse(readFileSync("web/headers.json", "utf8"));
const SCRIPT = "console.log('hello')";

/** @type {string} */
let dir;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  dir = mkdtempSync(join(tmpdir(), "fairway-serve-"));
  mkdirSync(join(dir, "venues/demo"), { recursive: true });
  writeFileSync(join(dir, "index.html"), "<!doctype html>the page");
  writeFileSync(join(dir, "page-0123456789abcdef.js"), SCRIPT);
  writeFileSync(join(dir, "page-0123456789abcdef.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(dir, "page-0123456789abcdef.js.gz"), gzipSync(SCRIPT));
  writeFileSync(join(dir, "guide_bg.wasm"), "wasm");
  writeFileSync(join(dir, "venues/demo/venue.json"), "{}");
  writeFileSync(join(dir, "venues/demo/hall-1-3fa9c2d1.glb"), "glTF");
  server = await serve({ dir, port: 0 });
});

after(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

/**
 * A request as written, without the conveniences of `fetch`: no decoding, no tidying of the path.
 * @param {string} path
 * @param {{ method?: string, headers?: Record<string, string>, from?: string }} [options]
 * @returns {Promise<{ status: number | undefined, headers: import("node:http").IncomingHttpHeaders, body: Buffer }>}
 */
function ask(path, { method = "GET", headers = {}, from = server.url } = {}) {
  const { hostname, port } = new URL(from);
  return new Promise((done, failed) => {
    request({ hostname, port, path, method, headers }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", failed)
      .end();
  });
}

describe("serve", () => {
  test("sends the security headers with every answer", async () => {
    for (const path of ["/", "/venues/demo/venue.json", "/missing"]) {
      const answer = await ask(path);
      for (const [name, value] of Object.entries(headers.always)) {
        assert.equal(answer.headers[name.toLowerCase()], value, `${name} of ${path}`);
      }
    }
  });

  test("names the types that browsers insist on", async () => {
    assert.equal((await ask("/guide_bg.wasm")).headers["content-type"], "application/wasm");
    assert.equal((await ask("/venues/demo/hall-1-3fa9c2d1.glb")).headers["content-type"], "model/gltf-binary");
    assert.equal((await ask("/venues/demo/venue.json")).headers["content-type"], "application/json");
  });

  test("prefers brotli, then gzip, then the file itself", async () => {
    const path = "/page-0123456789abcdef.js";
    const encodingFor = async (/** @type {string} */ accepted) => {
      const answer = await ask(path, { headers: { "Accept-Encoding": accepted } });
      assert.equal(answer.headers["content-type"], "text/javascript");
      return answer.headers["content-encoding"];
    };
    assert.equal(await encodingFor("gzip, br"), "br");
    assert.equal(await encodingFor("gzip"), "gzip");
    assert.equal(await encodingFor("identity"), undefined);
  });

  test("lets browsers keep for ever only what is versioned", async () => {
    const { versioned, otherwise } = headers.caching;
    const cachingOf = async (/** @type {string} */ path) => (await ask(path)).headers["cache-control"];
    assert.equal(await cachingOf("/page-0123456789abcdef.js"), versioned);
    assert.equal(await cachingOf("/venues/demo/hall-1-3fa9c2d1.glb"), versioned);
    assert.equal(await cachingOf("/guide_bg.wasm?v=1f00"), versioned);
    for (const path of ["/", "/index.html", "/guide_bg.wasm", "/venues/demo/venue.json", "/missing?v=1"]) {
      assert.equal(await cachingOf(path), otherwise, path);
    }
  });

  test("keeps nothing on the device of who works on the page", async () => {
    const working = await serve({ dir, port: 0, dev: true });
    assert.match((await ask("/sw.js", { from: working.url })).body.toString(), /unregister/);
    await working.close();
    assert.equal((await ask("/sw.js")).status, 404);
  });

  test("answers 304 to a browser that has the file", async () => {
    const { etag } = (await ask("/index.html")).headers;
    assert.ok(etag);
    assert.equal((await ask("/index.html", { headers: { "If-None-Match": etag } })).status, 304);
  });

  test("answers 404 for what is not there or outside", async () => {
    for (const path of ["/missing", "/venues/", "/%00", "/%ff", "//", "/../package.json", "/..%2fpackage.json"]) {
      const answer = await ask(path);
      assert.equal(answer.status, 404, path);
      assert.match(answer.body.toString(), /nothing at this address[^]*此地址没有内容/);
    }
  });

  test("answers 405 to anything but reading", async () => {
    assert.equal((await ask("/", { method: "POST" })).status, 405);
    assert.equal((await ask("/", { method: "HEAD" })).status, 200);
  });

  test("serves below a path, and leads there without the last slash", async () => {
    const nested = await serve({ dir, port: 0, base: "/expo/2026" });
    const from = nested.url;
    assert.match(nested.url, /\/expo\/2026\/$/);
    assert.equal((await ask("/expo/2026/", { from })).status, 200);
    assert.equal((await ask("/expo/2026/venues/demo/venue.json", { from })).status, 200);
    const redirect = await ask("/expo/2026?lang=zh", { from });
    assert.deepEqual([redirect.status, redirect.headers.location], [308, "/expo/2026/?lang=zh"]);
    assert.equal((await ask("/", { from })).status, 404);
    assert.equal((await ask("/expo/2026x/", { from })).status, 404);
    await nested.close();
  });

  test("takes the next port when one is taken", async () => {
    const other = createServer();
    await new Promise((done) => other.listen(0, "127.0.0.1", () => done(undefined)));
    const address = other.address();
    assert.ok(typeof address === "object" && address);
    const beside = await serve({ dir, port: address.port });
    assert.ok(Number(new URL(beside.url).port) > address.port);
    await beside.close();
    other.close();
  });
});
