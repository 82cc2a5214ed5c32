// Which way the device points, where it tells: its own compass, without a network and without a place.

/** Safari's, in degrees clockwise from north; others tell theirs the other way round, in `alpha`. */
type Orientation = DeviceOrientationEvent & { webkitCompassHeading?: number };
type Permitted = typeof DeviceOrientationEvent & { requestPermission?(): Promise<PermissionState> };

const EVENTS = ["deviceorientationabsolute", "deviceorientation"] as const;

/** Whether it is worth asking. */
export function canFace(): boolean {
  return "DeviceOrientationEvent" in globalThis && matchMedia("(pointer: coarse)").matches;
}

/** Tells each heading until it is aborted; never if the person does not allow it. */
export async function watchHeading(heard: (headingDeg: number) => void, signal: AbortSignal): Promise<void> {
  const ask = (DeviceOrientationEvent as Permitted).requestPermission?.bind(DeviceOrientationEvent);
  if (ask && (await ask()) !== "granted") return;
  const listen = (event: Event) => {
    const { absolute, alpha, webkitCompassHeading } = event as Orientation;
    const heading = webkitCompassHeading ?? (absolute && alpha !== null ? 360 - alpha : undefined);
    if (heading !== undefined) heard((heading + screen.orientation.angle) % 360);
  };
  for (const name of EVENTS) addEventListener(name, listen, { signal });
}
