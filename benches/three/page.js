// What a three.js page does to show the same halls: fetch the venue, load every `.glb` at once, look at it all from above.
// Marks "first-frame" when all models were drawn and the frame has reached the screen.
import { AmbientLight, Box3, Color, DirectionalLight, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";

async function json(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const { venues } = await json("venues/index.json");
const folder = `venues/${venues[0].id}`;
const { models } = await json(`${folder}/venue.json`);

const renderer = new WebGLRenderer({ canvas: document.querySelector("canvas"), antialias: false });
renderer.setPixelRatio(devicePixelRatio);
renderer.setSize(innerWidth, innerHeight, false);

const scene = new Scene();
scene.background = new Color("#E9EBE6");
scene.add(new AmbientLight("#ffffff", 1.6));
const sun = new DirectionalLight("#ffffff", 1.6);
sun.position.set(-1, 2, 1);
scene.add(sun);

const loader = new GLTFLoader();
for (const gltf of await Promise.all(models.map(({ file }) => loader.loadAsync(`${folder}/${file}`))))
  scene.add(gltf.scene);
// Roofs off, as in the stage's overview.
scene.traverse((node) => {
  if (node.userData.fairway?.kind === "roof") node.visible = false;
});

const box = new Box3().setFromObject(scene);
const size = box.getSize(new Vector3()).length();
const middle = box.getCenter(new Vector3());
const camera = new PerspectiveCamera(40, innerWidth / innerHeight, size / 1000, size * 4);
camera.position.copy(middle).add(new Vector3(0, 0.65, 0.76).multiplyScalar(size * 0.9));
camera.lookAt(middle);
renderer.render(scene, camera);
renderer.getContext().finish();
requestAnimationFrame(() => performance.mark("first-frame"));
