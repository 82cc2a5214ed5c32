// What a page that embeds Fairway and the page inside say to each other by `postMessage`: see docs/embedding.md.

/** Messages of another version are refused, and say which one would be understood. */
export const VERSION = 1;

export interface FoundPlace {
  readonly place: string;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
}

export interface SelectedPlace {
  readonly place: string;
  readonly title: string;
  readonly level: string | null;
}

export interface RouteWish {
  readonly from?: string;
  readonly to: string;
  readonly profile?: string;
}

export interface PlannedRoute {
  readonly from: string;
  readonly to: string;
  readonly distance_m: number;
  readonly duration_s: number;
  readonly steps: readonly string[];
}

/** What may be asked, and what comes back. */
export interface Methods {
  search(query: string): FoundPlace[];
  select(place: string | undefined): SelectedPlace | null;
  planRoute(wish: RouteWish): PlannedRoute;
  setLanguage(language: string): null;
}

/** What the person inside has done. */
export interface Events {
  ready: { readonly venue: string; readonly languages: readonly string[] };
  select: SelectedPlace | null;
  route: PlannedRoute | null;
}

export type ErrorCode = "version" | "unknown_method" | "bad_request" | "unknown_place" | "no_way" | "not_ready";

/** From outside. `hello` asks for the `ready` event. */
export type Question =
  | { readonly fairway: number; readonly hello: true }
  | { readonly fairway: number; readonly id: number; readonly method: string; readonly params?: unknown };

/** From inside. */
export type Reply =
  | { readonly fairway: number; readonly id: number; readonly result: unknown }
  | { readonly fairway: number; readonly id: number; readonly error: { code: ErrorCode; message: string } }
  | { readonly fairway: number; readonly event: keyof Events; readonly detail: unknown };

export function isOurs(data: unknown): data is { fairway: number } {
  return typeof data === "object" && data !== null && typeof (data as { fairway?: unknown }).fairway === "number";
}
