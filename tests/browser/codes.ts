// QR codes as another device's camera has them.
import type { Locator, Page } from "@playwright/test";
import jsqr from "jsqr";

/** What a camera would read. */
export async function scanned(page: Page, code: Locator): Promise<string | undefined> {
  const picture = (await code.screenshot()).toString("base64");
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const image = context?.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, data: [...(image?.data ?? [])] };
  }, picture);
  return jsqr(Uint8ClampedArray.from(data), width, height)?.data;
}
