// A slow link before a local server: bytes arrive late, and not faster than the link carries them. All connections share it.
import { connect, createServer } from "node:net";

const TICK_MS = 5;

/**
 * @param {number} port of the server
 * @param {{ bitsPerSecond: number, roundTripMs: number }} link
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function slowLink(port, { bitsPerSecond, roundTripMs }) {
  const bytesPerMs = bitsPerSecond / 8 / 1000;
  /** When the link has carried what was sent so far. */
  let busyUntil = 0;
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();

  /**
   * @param {import("node:net").Socket} from
   * @param {import("node:net").Socket} to
   * @param {boolean} narrow
   */
  const carry = (from, to, narrow) => {
    from.on("data", (/** @type {Buffer} */ chunk) => {
      const now = performance.now();
      // In pieces, so that no connection waits for all of another's.
      const piece = Math.ceil(bytesPerMs * TICK_MS);
      for (let at = 0; at < chunk.length; at += piece) {
        const part = chunk.subarray(at, at + piece);
        if (narrow) busyUntil = Math.max(busyUntil, now) + part.length / bytesPerMs;
        const due = (narrow ? busyUntil : now) + roundTripMs / 2;
        setTimeout(() => to.writable && to.write(part), due - now);
      }
    });
    from.on("end", () => setTimeout(() => to.end(), Math.max(busyUntil - performance.now(), 0) + roundTripMs));
    from.on("error", () => to.destroy());
  };

  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
    carry(client, upstream, false);
    carry(upstream, client, true);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return {
    port: address.port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
