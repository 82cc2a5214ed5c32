// What tells one release of the programs from another.
import { fingerprint } from "../scripts/fingerprint.mjs";

export const profile = process.env.FAIRWAY_PROFILE ?? "web";

/** A hash of everything that decides what the programs are. */
export const version = fingerprint(
  ["src", "web", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "package-lock.json"],
  profile,
);
