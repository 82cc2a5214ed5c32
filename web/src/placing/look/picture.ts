// The drawing as a picture.

/** Pixels of its longer side. */
const SIZE_PX = 2400;
/** What style sheets say of a drawing's elements; in a picture there are none. */
const STYLES = [
  "display",
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-width",
  "vector-effect",
] as const;

/** A PNG file. */
export async function pictureOf(drawing: SVGSVGElement): Promise<Blob | undefined> {
  const { width, height } = drawing.getBoundingClientRect();
  const scale = SIZE_PX / Math.max(width, height);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>("*");
  for (const [index, element] of drawing.querySelectorAll("*").entries()) {
    const styles = getComputedStyle(element);
    for (const name of STYLES) copies[index]?.style.setProperty(name, styles.getPropertyValue(name));
  }
  for (const each of copy.querySelectorAll(".turn, .cross")) each.remove();
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const text = new XMLSerializer().serializeToString(copy);
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(width * scale, height * scale);
    const context = canvas.getContext("2d");
    if (!context) return undefined;
    context.fillStyle = getComputedStyle(drawing.parentElement ?? drawing).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob();
  } finally {
    URL.revokeObjectURL(url);
  }
}
