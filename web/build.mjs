// Bundles the page's TypeScript into build/web/, from where index.html takes it. Trunk's pre_build hook.
//
// Trunk hashes the name of the page's own bundle. The workers and the wasm programs keep their names, so each is asked
// for with `?v=<hash of everything that decides its content>`: page code reads that hash as `__BUILD__`.
import { build } from "esbuild";
import { profile, version } from "./version.mjs";

/** Modules beside the page's: the wasm programs', which Trunk puts there, and what the page loads only when it is asked for. */
const beside = {
  name: "beside",
  /** @param {import("esbuild").PluginBuild} context */
  setup(context) {
    context.onResolve({ filter: /^\.\/(guide|placement|stage|workshop)\.js$/ }, ({ path }) => ({
      path: `${path}?v=${version}`,
      external: true,
    }));
    context.onResolve(
      {
        filter: /^\.\/(later|embed\/inside|kiosk\/index|placing\/index|extras\/index|look\/index)\.ts$/,
        namespace: "file",
      },
      ({ kind, path }) => {
        const name = path.slice("./".length).split(/[./]/, 1)[0];
        return kind === "dynamic-import" ? { path: `./${name}.js?v=${version}`, external: true } : undefined;
      },
    );
  },
};

await build({
  entryPoints: [
    { in: "web/src/main.ts", out: "page" },
    { in: "web/styles/page.css", out: "page" },
    { in: "web/src/later.ts", out: "later" },
    { in: "web/src/kiosk/index.ts", out: "kiosk" },
    { in: "web/styles/kiosk.css", out: "kiosk" },
    { in: "web/src/placing/index.ts", out: "placing" },
    { in: "web/styles/placing.css", out: "placing" },
    { in: "web/src/placing/worker.ts", out: "placing-worker" },
    { in: "web/src/placing/workshop-worker.ts", out: "workshop-worker" },
    { in: "web/src/placing/extras/index.ts", out: "extras" },
    { in: "web/src/placing/look/index.ts", out: "look" },
    { in: "web/src/placing/look/worker.ts", out: "look-worker" },
    { in: "web/src/guide/worker.ts", out: "guide-worker" },
    { in: "web/src/stage/worker.ts", out: "stage-worker" },
    { in: "web/src/embed/element.ts", out: "fairway-navigator" },
    { in: "web/src/embed/inside.ts", out: "embed" },
    { in: "web/src/offline/worker.ts", out: "sw" },
  ],
  outdir: "build/web",
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  // Modules are always read as UTF-8: no escapes for Chinese.
  charset: "utf8",
  legalComments: "none",
  // Templates are all that is used of Lit: no elements of its own.
  alias: { lit: "lit-html" },
  sourcemap: profile === "web" ? false : "inline",
  define: { __BUILD__: JSON.stringify(version), "process.env.NODE_ENV": '"production"' },
  plugins: [beside],
  logLevel: "warning",
});
