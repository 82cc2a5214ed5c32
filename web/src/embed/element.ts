// `<fairway-navigator>`: Fairway in any page. A script of its own; the guide in it is an iframe of the site that the script came from.

import { type ErrorCode, type Events, type Methods, type Question, type Reply, VERSION, isOurs } from "./protocol.ts";

/** What the guide inside said no to. */
export class FairwayError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "FairwayError";
  }
}

interface Later<T> {
  readonly promise: Promise<T>;
  done(value: T): void;
  failed(error: FairwayError): void;
}

function later<T>(): Later<T> {
  let [done, failed]: [Later<T>["done"], Later<T>["failed"]] = [() => {}, () => {}];
  const promise = new Promise<T>((resolve, reject) => {
    done = resolve;
    failed = reject;
  });
  return { promise, done, failed };
}

const SITE = new URL("./", import.meta.url);
/** How the attributes are called in the address of the page inside. */
const PARAMETERS = {
  venue: "venue",
  lang: "lang",
  booth: "place",
  from: "from",
  to: "to",
  profile: "profile",
  view: "view",
};

const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; height: 640px; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 100%; border: 0; }
`);

export class FairwayNavigator extends HTMLElement {
  static readonly observedAttributes = ["venue", "lang", "booth"];

  private readonly frame = document.createElement("iframe");
  private readonly waiting = new Map<number, Later<unknown>>();
  private ready = later<void>();
  private gone = new AbortController();
  private last = 0;

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [styles];
      root.append(this.frame);
    }
    this.gone = new AbortController();
    const { signal } = this.gone;
    addEventListener("message", (event) => this.heard(event), { signal });
    this.frame.addEventListener("load", () => this.tell({ fairway: VERSION, hello: true }), { signal });
    this.frame.title = this.title || "Fairway";
    this.frame.allow = "fullscreen; clipboard-write; web-share";
    this.frame.src = this.address();
  }

  disconnectedCallback(): void {
    this.gone.abort();
    this.startOver();
  }

  /** Another venue is another page; another language or booth is shown where the person is. */
  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now || !this.frame.src) return;
    if (name === "venue") {
      this.startOver();
      this.frame.src = this.address();
    } else if (name === "lang" && now) this.quietly(this.call("setLanguage", now));
    else if (name === "booth") this.quietly(this.select(now ?? undefined));
  }

  /** Finds exhibitors, booths, products, sessions, rooms, amenities, halls: the best first. */
  search(query: string): Promise<ReturnType<Methods["search"]>> {
    return this.call("search", query);
  }

  /** Opens a place's card, and looks at it; without one, closes it. */
  select(place?: string): Promise<ReturnType<Methods["select"]>> {
    return this.call("select", place);
  }

  /** Shows a way, and says it. From the venue's first entrance if it does not say from where. */
  planRoute(wish: Parameters<Methods["planRoute"]>[0]): Promise<ReturnType<Methods["planRoute"]>> {
    return this.call("planRoute", wish);
  }

  private async call<M extends keyof Methods>(method: M, params: unknown): Promise<ReturnType<Methods[M]>> {
    await this.ready.promise;
    const id = (this.last += 1);
    const answer = later<unknown>();
    this.waiting.set(id, answer);
    this.tell({ fairway: VERSION, id, method, params });
    return answer.promise as Promise<ReturnType<Methods[M]>>;
  }

  /** For what an attribute asks; who wants to know the outcome calls the method. */
  private quietly(call: Promise<unknown>): void {
    call.catch((error: unknown) => this.say("error", error));
  }

  private tell(question: Question): void {
    this.frame.contentWindow?.postMessage(question, SITE.origin);
  }

  private heard({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== this.frame.contentWindow || origin !== SITE.origin || !isOurs(data)) return;
    const reply = data as Reply;
    if ("event" in reply) {
      if (reply.event === "ready") this.ready.done();
      this.say(reply.event, reply.detail);
      return;
    }
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ("error" in reply) waiting?.failed(new FairwayError(reply.error.code, reply.error.message));
    else waiting?.done(reply.result);
  }

  private say(event: keyof Events | "error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`fairway-${event}`, { detail, bubbles: true, composed: true }));
  }

  private startOver(): void {
    this.ready = later();
    for (const { failed } of this.waiting.values())
      failed(new FairwayError("not_ready", "The navigator was taken away."));
    this.waiting.clear();
  }

  private address(): string {
    const address = new URL(SITE);
    for (const [attribute, parameter] of Object.entries(PARAMETERS)) {
      const value = this.getAttribute(attribute);
      if (value) address.searchParams.set(parameter, value);
    }
    return address.href;
  }
}

customElements.define("fairway-navigator", FairwayNavigator);
