// The stage's worker.

import { vital } from "../vital.ts";
import type { ToStage } from "./messages.ts";
import { hear } from "./program.ts";

self.onmessage = ({ data }: MessageEvent<ToStage>) => vital(() => hear(data));
