// What wasm-bindgen writes beside the bundles, as far as the workers use it.
declare module "*/guide.js" {
  export default function init(options: { module_or_path: string | URL | Request }): Promise<unknown>;
}
declare module "*/stage.js" {
  export default function init(options: { module_or_path: string | URL | Request }): Promise<unknown>;
}
