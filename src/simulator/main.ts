/** `npm start`: prints one address and serves until it is stopped. */
import { parseArgs } from "node:util";
import { startSimulator } from "./start.ts";

const fail = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};

try {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8444" }, data: { type: "string", default: "data" }, policy: { type: "string" } } });
  const simulator = await startSimulator({
    port: Number(values.port),
    data: values.data,
    ...(values.policy === undefined ? {} : { policy: values.policy }),
    onServerEnd: (output) => {
      fail(`The server ended. ${output}`);
      process.exit();
    },
  });
  process.stdout.write(`Open ${simulator.origin} in your browser. It asks once about the certificate of this computer: accept it. Ctrl-C ends.\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.close());
} catch (thrown) {
  fail(thrown instanceof Error ? thrown.message : String(thrown));
}
