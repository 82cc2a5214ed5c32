// What the page of examples does with the element and with a plain iframe.

/** @param {string} id */
const byId = (id) => document.getElementById(id);

const navigator = byId("navigator");
const events = byId("events");
const found = byId("found");

for (const name of ["ready", "select", "route", "error"]) {
  navigator.addEventListener(`fairway-${name}`, ({ detail }) => {
    const text = detail instanceof Error ? detail.message : JSON.stringify(detail);
    events.textContent = `fairway-${name} ${text}\n${events.textContent}`;
  });
}

/** Of what was found last. */
let first;

byId("search").addEventListener("submit", async (event) => {
  event.preventDefault();
  const hits = await navigator.search(new FormData(event.target).get("query"));
  first = hits[0]?.place;
  found.replaceChildren(
    ...hits.slice(0, 5).map(({ place, title, subtitle }) => {
      const [item, button] = [document.createElement("li"), document.createElement("button")];
      button.textContent = `${title} · ${subtitle}`;
      button.addEventListener("click", () => navigator.select(place));
      item.append(button);
      return item;
    }),
  );
  if (hits.length === 0) found.textContent = "Nothing found.";
});

byId("route").addEventListener("click", async () => {
  if (!first) return (found.textContent = "Search first.");
  try {
    const { distance_m, steps } = await navigator.planRoute({ to: first });
    found.textContent = `${Math.round(distance_m)} m in ${steps.length} steps`;
  } catch (error) {
    found.textContent = error.message;
  }
});

byId("language").addEventListener("click", ({ target }) => {
  const chinese = navigator.getAttribute("lang") === "en";
  navigator.setAttribute("lang", chinese ? "zh-Hans" : "en");
  target.textContent = chinese ? "English" : "中文";
});

const frame = byId("plain");
const site = new URL("../", import.meta.url);
const answer = byId("answer");
const say = (message) => frame.contentWindow.postMessage({ fairway: 1, ...message }, site.origin);

addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== site.origin || data.fairway !== 1) return;
  if (data.id === 7) answer.textContent = data.error?.message ?? data.result.map(({ title }) => title).join(", ");
});
frame.addEventListener("load", () => say({ hello: true }));
frame.src = `${site}?view=2d&lang=en`;
byId("ask").addEventListener("click", () => say({ id: 7, method: "search", params: "café" }));
