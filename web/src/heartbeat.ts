// What passes between a supervisor and every worker, whatever else they say to each other.

/** From the page: are you there? */
export type Ping = { kind: "ping" };

/** From the worker: yes; or: I am dead, of this. */
export type Vital = { kind: "beat" } | { kind: "failed"; message: string };
