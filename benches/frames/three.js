// three.js showing the same `.glb` files by its best means: each model's triangles are merged into one mesh for what is opaque and one for glass, the light that the
// stage has (src/hall_model/read/light.rs) is put into their colours, and the program is the cheapest there is. Or they are drawn as loaded, without light, where that is
// quicker.
import {
  BufferAttribute,
  Color,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { mergeGeometries } from "three/addons/utils/BufferGeometryUtils.js";
import { frames, picture, png } from "./measure.js";

const GROUND = "#E9EBE6";
/** As in src/stage/camera/view.rs. */
const FLY_LENS_DEG = 40;
const WALK_LENS_DEG = 60;

/** @typedef {{ x: number, y: number, z: number, heading_deg: number, tilt_deg: number }} Pose */

/** @type {WebGLRenderer} */
let renderer;
/** @type {PerspectiveCamera} */
let camera;
/** @type {Record<"loaded" | "merged", Scene>} */
const scenes = { loaded: new Scene(), merged: new Scene() };
/** @type {import("three").Object3D[]} */
const roofs = [];
/** By its file. @type {Map<string, { loaded: import("three").Object3D, merged: import("three").Object3D[] }>} */
const held = new Map();
const loader = new GLTFLoader();
const plain = {
  paper: new MeshBasicMaterial({ vertexColors: true }),
  glass: new MeshBasicMaterial({
    vertexColors: true,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    forceSinglePass: true,
  }),
};

const isRoof = (/** @type {any} */ node) => ["roof", "signs"].includes(node.userData.fairway?.kind);

const SUN = [-0.4322, 0.7627, 0.4812];
const SUN_COLOR = [0.56, 0.54, 0.5];
const SKY_COLOR = [0.575, 0.59, 0.62];
const GROUND_COLOR = [0.56, 0.552, 0.54];

/** Puts the light into the colours. @param {import("three").BufferGeometry} geometry */
function light(geometry) {
  geometry.computeVertexNormals();
  const { normal, color } = geometry.attributes;
  const lit = new Float32Array(color.count * 4);
  for (let i = 0; i < color.count; i++) {
    const [x, y, z] = [normal.getX(i), normal.getY(i), normal.getZ(i)];
    const sun = Math.max(0, x * SUN[0] + y * SUN[1] + z * SUN[2]);
    const sky = 0.5 + 0.5 * y;
    const on = (/** @type {number} */ c) => SUN_COLOR[c] * sun + SKY_COLOR[c] * sky + GROUND_COLOR[c] * (1 - sky);
    lit.set(
      [color.getX(i) * on(0), color.getY(i) * on(1), color.getZ(i) * on(2), color.itemSize === 4 ? color.getW(i) : 1],
      i * 4,
    );
  }
  geometry.deleteAttribute("normal");
  // A byte each, as the stage has them, would band: three.js takes colours as linear ones.
  geometry.setAttribute("color", new BufferAttribute(lit, 4));
}

/** One mesh for each material and for the roof. @param {import("three").Object3D} model */
function merge(model) {
  model.updateMatrixWorld(true);
  /** @type {Map<string, import("three").BufferGeometry[]>} */
  const groups = new Map();
  const visit = (/** @type {any} */ node, /** @type {boolean} */ below) => {
    const roof = below || isRoof(node);
    if (node.isMesh) {
      const key = `${node.material.transparent ? "glass" : "paper"}${roof ? " roof" : ""}`;
      const geometry = node.geometry.clone().applyMatrix4(node.matrixWorld);
      for (const name of Object.keys(geometry.attributes)) {
        if (name !== "position" && name !== "color") geometry.deleteAttribute(name);
      }
      light(geometry);
      groups.set(key, [...(groups.get(key) ?? []), geometry]);
    }
    for (const child of node.children) visit(child, roof);
  };
  visit(model, false);
  return [...groups].map(([key, geometries]) => {
    const mesh = new Mesh(mergeGeometries(geometries), key.startsWith("glass") ? plain.glass : plain.paper);
    mesh.matrixAutoUpdate = false;
    if (key.endsWith("roof")) roofs.push(mesh);
    return mesh;
  });
}

/** @param {{ width: number, height: number, antialias: boolean }} options */
function prepare({ width, height, antialias }) {
  const canvas = new OffscreenCanvas(width, height);
  renderer = new WebGLRenderer({ canvas: /** @type {any} */ (canvas), antialias });
  renderer.setSize(width, height, false);
  camera = new PerspectiveCamera(40, width / height, 0.1, 4000);
  camera.rotation.order = "YXZ";
  for (const scene of Object.values(scenes)) scene.background = new Color(GROUND);
}

/** Holds these models, and those before no more. @param {readonly string[]} models */
async function hold(models) {
  for (const [file, { loaded, merged }] of held) {
    if (models.includes(file)) continue;
    for (const mesh of [loaded, ...merged]) mesh.removeFromParent();
    held.delete(file);
  }
  for (const file of models) {
    if (held.has(file)) continue;
    const { scene } = await loader.loadAsync(file);
    const merged = merge(scene);
    scenes.merged.add(...merged);
    scene.traverse((/** @type {any} */ node) => {
      if (isRoof(node)) roofs.push(node);
      if (node.isMesh) node.material = node.material.transparent ? plain.glass : plain.paper;
      node.matrixAutoUpdate = false;
    });
    scenes.loaded.add(scene);
    held.set(file, { loaded: scene, merged });
  }
}

/** Roofs are there for who walks below them. @param {Pose} pose @param {boolean} walks */
function stand({ x, y, z, heading_deg, tilt_deg }, walks) {
  camera.position.set(x, z, -y);
  camera.rotation.set((-tilt_deg * Math.PI) / 180, (-heading_deg * Math.PI) / 180, 0);
  camera.near = Math.max(0.1, z * 0.05);
  camera.far = camera.near * 40_000;
  for (const roof of roofs) roof.visible = walks;
}

/**
 * @param {"loaded" | "merged"} means
 * @param {Pose} pose
 * @param {boolean} walks
 * @param {number} count
 * @param {number} burst
 */
async function measure(means, pose, walks, count, burst) {
  camera.fov = walks ? WALK_LENS_DEG : FLY_LENS_DEG;
  stand(pose, walks);
  camera.updateProjectionMatrix();
  const gl = /** @type {WebGL2RenderingContext} */ (renderer.getContext());
  const draw = () => renderer.render(scenes[means], camera);
  draw();
  const turn = (/** @type {number} */ i) => {
    camera.rotation.y += ((i % 2 ? 0.1 : -0.1) * Math.PI) / 180;
    draw();
  };
  const times = await frames(gl, count, turn, burst);
  return { times, picture: picture(gl), triangles: renderer.info.render.triangles, calls: renderer.info.render.calls };
}

function photograph() {
  renderer.render(scenes.merged, camera);
  return png(/** @type {any} */ (renderer.domElement));
}

/** Each pose a frame. @param {"loaded" | "merged"} means @param {Pose[]} poses */
function tour(means, poses) {
  camera.fov = FLY_LENS_DEG;
  const gl = /** @type {WebGL2RenderingContext} */ (renderer.getContext());
  return frames(gl, poses.length, (i) => {
    stand(poses[i], false);
    camera.updateProjectionMatrix();
    renderer.render(scenes[means], camera);
  });
}

Object.assign(globalThis, { bench: { prepare, hold, measure, photograph, tour } });
