/** Starts the product's server as a process of its own: the simulator runs what an operator runs. */
import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const READY = /^Chartseal server: https:\/\/localhost:(\d+)/m;
/** Milliseconds; the first start makes keys and a certificate. */
const READY_WITHIN = 30_000;
const STOP_WITHIN = 5_000;

export interface ServerProcess {
  readonly port: number;
  /** Resolves when the process has ended. */
  readonly stop: () => Promise<void>;
}

export interface ServerProcessOptions {
  /** What clients see: the simulator's own origin. */
  readonly origin: string;
  readonly data: string;
  readonly policy: string;
  /** Called if the process ends by itself. */
  readonly onEnd: (output: string) => void;
}

/** Rejects with what the server printed where it does not start. */
export async function startServerProcess({ origin, data, policy, onEnd }: ServerProcessOptions): Promise<ServerProcess> {
  const args = ["src/server/main.ts", "--port", "0", "--host", "127.0.0.1", "--origin", origin, "--data", data, "--policy", policy, "--files", "dist/addin"];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let stopping = false;
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN);
    await ended;
    clearTimeout(timer);
  };
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (): void => reject(new Error(output.trim() || "The server did not start."));
    const timer = setTimeout(() => {
      fail();
      void stop();
    }, READY_WITHIN);
    const take = (bytes: Buffer): void => {
      output = (output + bytes.toString()).slice(-4000);
      const ready = READY.exec(output);
      if (ready === null) return;
      clearTimeout(timer);
      resolve(Number(ready[1]));
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", fail);
    child.once("close", () => {
      clearTimeout(timer);
      fail();
    });
  });
  child.once("close", () => {
    if (!stopping) onEnd(output.trim());
  });
  return { port, stop };
}
