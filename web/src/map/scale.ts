// How much larger than elsewhere all that the map shows is: where a screen's type is, what the map writes is too.

/** CSS pixels of the page for one of the map's. Who sets it says so in the style sheet too. */
export function mapScale(): number {
  return Number(document.documentElement.style.getPropertyValue("--scale")) || 1;
}
