// What three.js does with the same file: parsed by its GLTFLoader and drawn once.
import { Box3, HemisphereLight, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";

const canvas = document.querySelector("canvas");
const renderer = new WebGLRenderer({ canvas });

/** Milliseconds from the bytes to the picture. @param {string} url */
async function show(url) {
  const bytes = await (await fetch(url)).arrayBuffer();
  const begun = performance.now();
  const { scene: model } = await new GLTFLoader().parseAsync(bytes, "");
  const scene = new Scene().add(model, new HemisphereLight());
  const box = new Box3().setFromObject(model);
  const size = box.getSize(new Vector3()).length();
  const camera = new PerspectiveCamera(40, canvas.width / canvas.height, size / 100, size * 10);
  camera.position.copy(box.getCenter(new Vector3())).add(new Vector3(size, size, size));
  camera.lookAt(box.getCenter(new Vector3()));
  renderer.render(scene, camera);
  const gl = renderer.getContext();
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  return performance.now() - begun;
}

Object.assign(globalThis, { show });
