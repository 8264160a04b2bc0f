import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

export interface HeldPort {
  readonly port: number;
  readonly release: () => Promise<void>;
}

/**
 * Takes a port (0: any free one) until it is released. The server has to know the front's origin before the front, which takes
 * its certificate from the server, can listen. Rejects with one sentence where the port is taken.
 */
export function holdPort(port: number): Promise<HeldPort> {
  const holder = createServer();
  return new Promise((resolve, reject) => {
    holder.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(new Error(taken ? `Port ${port} is taken by another program. Stop it, or choose another with --port.` : `Port ${port} cannot be used (${error.code}).`));
    });
    holder.listen(port, "127.0.0.1", () => {
      const taken = (holder.address() as AddressInfo).port;
      resolve({ port: taken, release: () => new Promise((done) => holder.close(() => done())) });
    });
  });
}
