/** What a kiosk shows when it cannot be mended: written by its page, kept and given by the service worker. */
export const SAFE_PAGE = "safe.html";
export const SAFE_CACHE = "fairway-kiosk";
