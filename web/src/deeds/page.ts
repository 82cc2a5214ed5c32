// The page itself: its sheet, its settings, and what went wrong on it.

import type { App } from "../app.ts";
import type { Actions } from "../panels/actions.ts";
import { storeAppearance, storeVisitors } from "../preferences.ts";
import { stringsOf } from "../strings/index.ts";
import { writeAddress } from "../url.ts";

export function page(app: App) {
  const { store, history, stage } = app;
  const state = () => store.state;

  return {
    print: () => globalThis.print(),
    copyLink(link = location.href) {
      const { linkCopied, linkNotCopied } = stringsOf(state().language);
      // Only a secure page has a clipboard.
      const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("no clipboard"));
      copied.then(
        () => app.toast(linkCopied),
        () => app.toast(linkNotCopied),
      );
    },
    setSheet: (sheet) => store.set({ sheet }),
    open(overlay) {
      store.set({ overlay, sheet: overlay ? "full" : "half" });
      if (overlay) app.focusTitle();
    },
    setLanguage(lang) {
      history.replace({ lang });
      store.set({ language: lang });
    },
    setAppearance(appearance) {
      store.set({ appearance, forgetful: !storeAppearance(appearance) });
      app.applyAppearance();
    },
    setVisitors: (visitors) => store.set({ visitors, forgetful: !storeVisitors(visitors) }),

    retryVenue: () => app.openVenue(),
    openDefaultVenue() {
      const { lang, view } = state().address;
      location.search = writeAddress({ lang, view });
    },
    retryAnswer: (slot) => app.retryAnswer(slot),
    retryModel: (file) => stage.retryModel(file),
    retryStage: () => stage.want(),
    markRead: (text) => store.set({ read: [...state().read, text] }),
    dismissFault: (file) => stage.dismissFault(file),
    reload: () => void app.offline.reload(),
  } satisfies Partial<Actions>;
}
