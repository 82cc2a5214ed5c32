// A placeholder until the page's first version lands: shows that both workers start.
for (const name of ["guide", "stage"]) {
  const worker = new Worker(new URL(`${name}-worker.js?v=${__BUILD__}`, import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<string>) => {
    document.body.append(`${data} `);
  };
}
