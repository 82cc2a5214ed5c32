import { type TemplateResult, html, svg } from "lit";
import type { Code } from "../handover/codes.ts";

/** Light modules around a code, without which it is not found. */
const QUIET = 4;

/** Black on white whatever the appearance: not every camera reads it the other way. */
export function codePicture({ size, path }: Code, name: string): TemplateResult {
  const side = size + 2 * QUIET;
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${name} shape-rendering="crispEdges">
    ${svg`<rect width=${side} height=${side} /><path transform="translate(${QUIET} ${QUIET})" d=${path} />`}
  </svg>`;
}
