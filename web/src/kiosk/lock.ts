// What nobody is to do to a screen for anyone: menus, marking, zooming the page, leaving it.

export function lockDown(): void {
  const never = (event: Event) => event.preventDefault();
  for (const name of ["contextmenu", "selectstart", "dragstart", "gesturestart"]) addEventListener(name, never);
  addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey || event.altKey) && event.preventDefault());
  // Links to elsewhere and downloads lead nowhere.
  addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[href]");
    if (link) event.preventDefault();
  });
  void keepAwake();
  document.addEventListener("visibilitychange", () => void keepAwake());
}

/** The browser lets go of it whenever the page is hidden. */
async function keepAwake(): Promise<void> {
  if (document.visibilityState !== "visible") return;
  await navigator.wakeLock?.request("screen").catch(() => undefined);
}
