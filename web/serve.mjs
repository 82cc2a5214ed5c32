// Serves a built site as a real host should: precompressed, with security headers, 404 for what is not there.
//   node web/serve.mjs [--dir dist] [--port 8080] [--host 127.0.0.1] [--base /some/path] [--dev]
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";

const HEADERS = JSON.parse(readFileSync(new URL("headers.json", import.meta.url), "utf8"));
const NOT_FOUND = readFileSync(new URL("404.html", import.meta.url));
/** Who works on the page wants to see it as it is now. */
const NOTHING_KEPT = readFileSync(new URL("sw-off.js", import.meta.url));
/** What Trunk's names look like: `page-1f0c9a7be5d24836.js`. */
const HASHED_NAME = /^\/[\w./-]+-[0-9a-f]{8,16}\.(css|glb|js|png|svg|wasm)$/;
const PORTS_TO_TRY = 20;

/**
 * @typedef {object} Options
 * @property {string} dir the built site
 * @property {number} [port] 0 for any free one; the next ones are tried when it is taken
 * @property {string} [host]
 * @property {string} [base] a sub-path to serve below, such as `/expo/2026/`
 * @property {boolean} [dev] never let the browser keep a file
 */

/**
 * Whether the address changes whenever the content does.
 * @param {URL} url its path relative to the site
 */
function isVersioned(url) {
  return url.searchParams.has("v") || HASHED_NAME.test(url.pathname);
}

/**
 * The path below `base`, or nothing when the request is outside of it.
 * @param {string} path
 * @param {string} base with a slash at both ends
 */
function below(path, base) {
  return path.startsWith(base) ? path.slice(base.length - 1) : undefined;
}

/** @param {import("node:http").ServerResponse} response */
function notFound(response) {
  response.writeHead(404, { "Content-Type": "text/html;charset=utf-8", "Cache-Control": "no-cache" });
  response.end(response.req.method === "HEAD" ? undefined : NOT_FOUND);
}

/**
 * @param {Options} options
 * @returns {import("node:http").RequestListener}
 */
function handler({ dir, base = "/", dev = false }) {
  const prefix = `/${base}/`.replaceAll(/\/+/g, "/");
  // `dev` makes sirv look at the disk at each request: the folder may be built anew while it is served.
  const files = sirv(dir, { dev: true, etag: true, brotli: true, gzip: true, extensions: ["html"] });

  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS.always)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const asked = URL.canParse(request.url ?? "", "http://site") && new URL(request.url ?? "", "http://site");
    if (!asked) return notFound(response);
    if (`${asked.pathname}/` === prefix) {
      response.writeHead(308, { Location: prefix + asked.search }).end();
      return;
    }
    const path = below(asked.pathname, prefix);
    if (path === undefined) return notFound(response);

    if (dev && path === "/sw.js") {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-cache" }).end(NOTHING_KEPT);
      return;
    }
    const url = new URL(path + asked.search, "http://site");
    const caching = isVersioned(url) && !dev ? HEADERS.caching.versioned : HEADERS.caching.otherwise;
    response.setHeader("Cache-Control", caching);
    request.url = path + asked.search;
    files(request, response, () => {
      response.removeHeader("Cache-Control");
      notFound(response);
    });
  };
}

/**
 * Starts serving; resolves once requests are answered.
 * @param {Options} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(options) {
  const { port = 8080, host = "127.0.0.1" } = options;
  const server = createServer(handler(options));
  const chosen = await listen(server, host, port);
  const path = `/${options.base ?? ""}/`.replaceAll(/\/+/g, "/");
  return {
    url: `http://${host}:${chosen}${path}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import("node:http").Server} server
 * @param {string} host
 * @param {number} first
 * @returns {Promise<number>} the port in use
 */
function listen(server, host, first) {
  return new Promise((done, failed) => {
    let port = first;
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EADDRINUSE" || port - first >= PORTS_TO_TRY) return failed(error);
      server.listen(++port, host);
    });
    server.on("listening", () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : port);
    });
    server.listen(port, host);
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: "string", default: join(fileURLToPath(import.meta.url), "../../dist") },
      port: { type: "string", default: "8080" },
      host: { type: "string", default: "127.0.0.1" },
      base: { type: "string", default: "/" },
      dev: { type: "boolean", default: false },
    },
  });
  const { url } = await serve({ ...values, port: Number(values.port) });
  console.log(`Fairway is at ${url}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
