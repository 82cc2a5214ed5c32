// The page that is left when nothing else helps: the plan as a picture, and a word. It needs no script: the browser itself tries again.

import type { LocalText } from "../bindings/LocalText.ts";
import { type Language, say } from "../strings/languages.ts";
import { SAFE_CACHE, SAFE_PAGE } from "../offline/safe-page.ts";
import { WORDS } from "./words.ts";

const POLICY = "default-src 'none'; img-src data:; style-src 'self'";

export interface SafePage {
  readonly name: LocalText;
  readonly languages: readonly Language[];
  readonly picture: string | undefined;
  /** Where it tries again, and when. */
  readonly back: string;
  readonly waitMs: number;
}

export function writeSafePage({ name, languages, picture, back, waitMs }: SafePage): string {
  const said = languages.map(
    (language) => `<p lang="${language}"><b>${escaped(say(name, language))}</b> ${WORDS[language].mending}</p>`,
  );
  return `<!doctype html>
<html lang="${languages[0] ?? "en"}" class="safe">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${Math.ceil(waitMs / 1000)};url=${escaped(back)}">
<title>${escaped(say(name, languages[0] ?? "en"))}</title>
<link rel="stylesheet" href="${new URL(`kiosk.css?v=${__BUILD__}`, document.baseURI).href}">
<main>${said.join("")}</main>
${picture ? `<img src="${picture}" alt="">` : ""}`;
}

const address = () => new URL(SAFE_PAGE, document.baseURI).href;

/** For the service worker, should this page never get to show it. */
export async function keepSafePage(page: string): Promise<void> {
  const headers = { "Content-Type": "text/html;charset=utf-8", "Content-Security-Policy": POLICY };
  await (await caches.open(SAFE_CACHE)).put(address(), new Response(page, { headers }));
}

/** The one that was kept last, perhaps by another page, in better days. */
export async function keptPicture(): Promise<string | undefined> {
  const kept = await (await caches.match(address()))?.text();
  return kept?.match(/<img src="([^"]+)"/)?.[1];
}

/** Leaves for it: from the service worker, or else as it is. */
export async function showSafePage(page: string): Promise<void> {
  const isKept = await keepSafePage(page).then(
    () => navigator.serviceWorker?.controller,
    () => undefined,
  );
  location.replace(isKept ? SAFE_PAGE : URL.createObjectURL(new Blob([page], { type: "text/html" })));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}
