// Style sheets beside the page's own.

export function loadStyles(name: string): void {
  const styles = document.createElement("link");
  Object.assign(styles, { rel: "stylesheet", href: `${name}.css?v=${__BUILD__}` });
  document.head.append(styles);
}
