// The demo venue as the site serves it: tests look up what they need, so that they outlive another seed.
import type { APIRequestContext } from "@playwright/test";

export interface Texts {
  en: string;
  "zh-Hans": string;
}

export interface Exhibitor {
  id: string;
  name: Texts;
  booths: string[];
}

export interface Session {
  id: string;
  title: Texts;
  room: string;
  track?: string;
  start: string;
  end: string;
  exhibitors?: string[];
}

export interface Bundle {
  format: string;
  layout: {
    name: Texts;
    levels: { id: string; ordinal: number }[];
    connectors: {
      id: string;
      kind: string;
      direction?: string;
      ends: { level: string; point: [number, number] }[];
    }[];
    units: { id: string; kind: string; name: Texts; height_m?: number }[];
    openings: { id: string; name?: Texts }[];
    kiosks: { id: string; name: Texts; point: [number, number]; heading_deg: number }[];
    amenities: { id: string }[];
    aisles: { unit: string; line: [number, number][] }[];
    booths: { id: string; unit: string; footprint: [number, number][]; open_sides: number[] }[];
    fixtures: { id: string; kind: string; footprint: [number, number][] }[];
  };
  exhibitors: { exhibitors: Exhibitor[] };
  programme: { sessions: Session[] };
  rules: { rules: { id: string; value: number; source: string }[] };
  models: { file: string; units: string[]; bytes: number }[];
}

export interface Demo {
  id: string;
  bundle: Bundle;
  /** With one booth, in a hall. */
  exhibitor: Exhibitor;
  booth: string;
  hall: { id: string; name: Texts };
  entrance: { id: string; name: Texts };
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demo venue has no ${what}`);
  return value;
}

export async function demoVenue(request: APIRequestContext): Promise<Demo> {
  const index = (await (await request.get("venues/index.json")).json()) as { venues: { id: string }[] };
  const { id } = present(index.venues[0], "entry in the index");
  const bundle = (await (await request.get(`venues/${id}/venue.json`)).json()) as Bundle;
  const { units, openings } = bundle.layout;
  const exhibitor = present(
    bundle.exhibitors.exhibitors.find(({ booths }) => booths.length === 1),
    "exhibitor with one booth",
  );
  const hall = present(
    units.find(({ kind }) => kind === "hall"),
    "hall",
  );
  const named = openings.find((opening): opening is { id: string; name: Texts } => opening.name !== undefined);
  return {
    id,
    bundle,
    exhibitor,
    booth: present(exhibitor.booths[0], "booth"),
    hall,
    entrance: present(named, "named entrance"),
  };
}
