// What the page does when a person does something.

import type { App } from "../app.ts";
import type { Actions } from "../panels/actions.ts";
import { arranging } from "./arranging.ts";
import { finding } from "./finding.ts";
import { handing } from "./handing.ts";
import { keeping } from "./keeping.ts";
import { locating } from "./locating.ts";
import { looking } from "./looking.ts";
import { makeMoves } from "./moves.ts";
import { page } from "./page.ts";
import { planning } from "./planning.ts";
import { routing } from "./routing.ts";

export function makeActions(app: App): Actions {
  const moves = makeMoves(app);
  return {
    ...finding(app, moves),
    ...routing(app, moves),
    ...planning(app, moves),
    ...arranging(app),
    ...keeping(app, moves),
    ...handing(app, moves),
    ...locating(app, moves),
    ...looking(app),
    ...page(app),
  };
}
