/** Starts the server: reads the options, opens everything, prints where it listens, obeys signals. */
import { AppError } from "../contract/index.ts";
import { createLog, faultEntry } from "./log.ts";
import { parseOptions, USAGE } from "./options.ts";
import { startServer, type RunningServer } from "./start.ts";

const now = (): Date => new Date();
const log = createLog((line) => void process.stderr.write(line), now);

function fail(thrown: unknown): void {
  if (thrown instanceof AppError) process.stderr.write(`${thrown.message}\n`);
  else log(faultEntry(thrown));
  process.exitCode = 1;
}

function obeySignals(server: RunningServer): void {
  // Not SIGHUP, the usual one: a closed terminal sends that to all it started, and a server that survived it would hold the port.
  process.on("SIGUSR2", () => void server.reloadCertificate());
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      log({ event: "stopping", signal });
      server.close().then(() => log({ event: "stopped" }), fail);
    });
  }
}

// Node would print the message of whatever was thrown, and with it what a library quotes from its input.
process.on("uncaughtException", (thrown) => {
  fail(thrown);
  process.exit();
});

const options = parseOptions(process.argv.slice(2), process.env);
if (!options.ok) {
  process.stderr.write(`${options.problems.join("\n")}\n`);
  process.exitCode = 2;
} else if (options.value === "help") {
  process.stdout.write(`${USAGE}\n`);
} else {
  try {
    const server = await startServer(options.value, { now, log });
    obeySignals(server);
    process.stdout.write(`Chartseal server: https://localhost:${server.port}\n`);
  } catch (thrown) {
    fail(thrown);
  }
}
