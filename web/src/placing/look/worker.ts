// The worker of the view in 3D: a stage's, which finds the stand's hall by itself, knows own models, and takes pictures.

import { Unreachable, fetchVenue } from "../../guide/fetch-venue.ts";
import { command, hear, wake, withStage } from "../../stage/program.ts";
import { picturesOf } from "../../stage/pictures.ts";
import { vital } from "../../vital.ts";
import { hallOf } from "./hall.ts";
import type { FromLook, ToLook } from "./messages.ts";

/** What whole models may take of the GPU's memory: no more than a phone has for a tab. */
const MEMORY_MB = 96;
/** An own model's pictures are looked at from nearby. */
const PICTURE_PX = 1024;

let canvas: OffscreenCanvas | undefined;

const say = (message: FromLook) => postMessage(message);

async function visit({ venue, stand: id }: Extract<ToLook, { kind: "visit" }>): Promise<void> {
  try {
    const { folder, bytes } = await fetchVenue(venue, () => undefined);
    const hall = hallOf(bytes, id);
    if (!hall) throw new Error(`there is no stand ${id}`);
    const { stand, scene, models, floorM } = hall;
    command({ type: "set_stand", stand });
    command({ type: "set_scene", scene });
    command({ type: "show_level", level: stand.level });
    hear({ kind: "load", folder, files: models.map(({ file, far }) => far?.file ?? file) });
    command({ type: "show_models", models, memory_mb: MEMORY_MB });
    say({ kind: "arrived", floorM });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    say({ kind: "unreachable", problem: error.problem });
  }
}

async function know({ name, file }: Extract<ToLook, { kind: "own_model" }>): Promise<void> {
  const pictures = await picturesOf(file.slice().buffer, PICTURE_PX);
  withStage((stage) => {
    for (const { number, width, texels } of pictures) stage.add_picture(number, width, texels);
    stage.add_own_model(name, file);
  });
  wake();
}

/** What is seen now. A canvas has its picture only until the frame is over. */
function takePicture(): void {
  withStage((stage) => {
    command({ type: "hover", at: null });
    stage.frame(performance.now());
    void canvas?.convertToBlob().then((file) => say({ kind: "picture", file }));
  });
}

function listen(message: ToLook): unknown {
  switch (message.kind) {
    case "visit":
      return visit(message);
    case "own_model":
      return know(message);
    case "picture":
      return takePicture();
    case "start":
      canvas = message.canvas;
      return hear(message);
    default:
      return hear(message);
  }
}

self.onmessage = ({ data }: MessageEvent<ToLook>) => vital(() => listen(data));
