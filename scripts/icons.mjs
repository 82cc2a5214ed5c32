// Draws the icons that devices install the page with, from web/icon.svg, into web/icons/: look at each before you commit it.
import { chromium as playwright } from "@playwright/test";
import { mkdir, readFile } from "node:fs/promises";
import { chromium } from "./chromium.mjs";

const OUT = "web/icons";
/** Systems that cut an icon to a shape of theirs leave this much of it for sure. */
const SAFE = 0.8;
const ICONS = [
  { name: "icon-192", px: 192, bleeds: false },
  { name: "icon-512", px: 512, bleeds: false },
  { name: "icon-180", px: 180, bleeds: true },
  { name: "icon-512-maskable", px: 512, bleeds: true },
];

const svg = await readFile("web/icon.svg", "utf8");
const background = /<rect [^>]*fill="(#\w+)"/.exec(svg)?.[1];
if (!background) throw new Error("web/icon.svg does not begin with a filled rectangle");

await mkdir(OUT, { recursive: true });
const browser = await playwright.launch({ executablePath: chromium() });
for (const { name, px, bleeds } of ICONS) {
  const page = await browser.newPage({ viewport: { width: px, height: px } });
  const size = bleeds ? px * SAFE : px;
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-items: center; ${bleeds ? `background: ${background}` : ""} }
    svg { width: ${size}px; height: ${size}px }
  </style>${svg}`);
  await page.screenshot({ path: `${OUT}/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
