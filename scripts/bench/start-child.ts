/** `node start-child.ts <script>`: milliseconds to load the handler into this fresh process and scan once. Prints wall time and CPU time of this thread. */
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const scope = globalThis as { Office?: unknown; firstScan?: () => boolean };
scope.Office = { actions: { associate: () => undefined } };
// Classic Outlook's engine has no WebCrypto; Node would take its time to make its own when a library first asks whether there is one.
Reflect.deleteProperty(globalThis, "crypto");
const source = readFileSync(process.argv[2] ?? "", "utf8");

const started = process.hrtime.bigint();
const cpu = process.threadCpuUsage();
runInThisContext(source);
if (scope.firstScan?.() !== true) throw new Error("The first scan did not see PHI; the figure would mean nothing.");
const { user, system } = process.threadCpuUsage(cpu);
console.log(JSON.stringify({ wall: Number(process.hrtime.bigint() - started) / 1e6, cpu: (user + system) / 1000 }));
