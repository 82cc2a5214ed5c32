/** Changes whenever the content of any un-hashed file can; see web/build.mjs. */
declare const __BUILD__: string;
