/** Puts the simulator together: the product's server as a process, and the front that a browser opens. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startFront } from "./front.ts";
import { holdPort } from "./ports.ts";
import { startServerProcess } from "./server-process.ts";
import type { ServerProcess } from "./server-process.ts";
import type { Fault } from "./host/state.ts";

const root = join(import.meta.dirname, "../..");
const DEMO_POLICY = join(import.meta.dirname, "demo-policy.json");

export interface SimulatorOptions {
  /** 0: any free port. */
  readonly port: number;
  /** The server's data folder. */
  readonly data: string;
  /** Policy file; absent: the default policy with a made-up label mapped. */
  readonly policy?: string;
  /** Called with what the server printed if it ends by itself. */
  readonly onServerEnd?: (output: string) => void;
}

export interface Simulator {
  readonly origin: string;
  readonly data: string;
  readonly setFaults: (faults: readonly Fault[]) => void;
  readonly close: () => Promise<void>;
}

/** Rejects with an `Error` of one sentence: port taken, nothing built, or what the server says. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { data, policy = DEMO_POLICY } = options;
  if (!existsSync(join(root, "dist/simulator/index.html"))) throw new Error("The simulator's page is not built. Run: npm run build");
  const held = await holdPort(options.port);
  const origin = `https://localhost:${held.port}`;
  let server: ServerProcess | undefined;
  try {
    server = await startServerProcess({ origin, data, policy, onEnd: (output) => options.onServerEnd?.(output) });
    const read = (name: string): Promise<string> => readFile(join(data, "tls", name), "utf8");
    const tls = { cert: await read("cert.pem"), key: await read("key.pem") };
    await held.release();
    const front = await startFront({ port: held.port, tls, upstream: `https://localhost:${server.port}` });
    const { stop } = server;
    return {
      origin, data, setFaults: front.setFaults,
      close: async () => {
        // The terminal's Ctrl-C reaches the server too; only one that is being stopped may end by itself.
        const stopped = stop();
        await front.close();
        await stopped;
      },
    };
  } catch (thrown) {
    await held.release();
    await server?.stop();
    throw thrown;
  }
}
