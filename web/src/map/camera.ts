// The same look at the venue, as the plan and as the stage say it.

import type { Pose } from "../bindings/Pose.ts";
import type { Camera } from "../url.ts";

/** The stage's lens from above. */
const HALF_FIELD = (20 * Math.PI) / 180;
const TILT_DEG = 40;
/** Looking flatter than this, the point looked at is too far to mean anything. */
const LEAST_TILT_DEG = 8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** A pose that looks at a point from the given side, showing about so many metres across. */
export function poseTowards(x: number, y: number, floorM: number, span: number, headingDeg = 0): Pose {
  const distance = span / 2 / Math.tan(HALF_FIELD);
  const back = distance * Math.cos(radians(TILT_DEG));
  return {
    x: x - back * Math.sin(radians(headingDeg)),
    y: y - back * Math.cos(radians(headingDeg)),
    z: floorM + distance * Math.sin(radians(TILT_DEG)),
    heading_deg: headingDeg,
    tilt_deg: TILT_DEG,
  };
}

export function toPose(camera: Camera, floorM: number): Pose {
  return camera.kind === "pose" ? camera.pose : poseTowards(camera.x, camera.y, floorM, camera.span);
}

/** What the plan shows of what a pose looks at. */
export function toPlan(camera: Camera): Extract<Camera, { kind: "plan" }> {
  if (camera.kind === "plan") return camera;
  const { x, y, z, heading_deg, tilt_deg } = camera.pose;
  const tilt = radians(Math.max(LEAST_TILT_DEG, tilt_deg));
  const away = z / Math.tan(tilt);
  return {
    kind: "plan",
    x: x + away * Math.sin(radians(heading_deg)),
    y: y + away * Math.cos(radians(heading_deg)),
    span: Math.max(20, (2 * z * Math.tan(HALF_FIELD)) / Math.sin(tilt)),
  };
}
