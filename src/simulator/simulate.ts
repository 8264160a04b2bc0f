/** `npm run simulate -- --jsonl`: reads scenarios from stdin, one a line, and answers each with one line, in order. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { launchBrowser } from "../../scripts/browser.ts";
import { openPlayer } from "./play.ts";
import { parseScenario } from "./scenario.ts";
import { startSimulator } from "./start.ts";

const USAGE = "Usage: npm run --silent simulate -- --jsonl [--policy FILE] < scenarios.jsonl\n";

async function run(policy: string | undefined): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), "chartseal-simulate-"));
  const simulator = await startSimulator({ port: 0, data, ...(policy === undefined ? {} : { policy }) });
  const player = await openPlayer(simulator, await launchBrowser());
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() === "") continue;
      const scenario = await parseScenario(line, readFile);
      const answer = "error" in scenario ? scenario : await player.play(scenario);
      process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
  } finally {
    await player.close();
    await simulator.close();
    await rm(data, { recursive: true, force: true });
  }
}

try {
  const { values } = parseArgs({ options: { jsonl: { type: "boolean" }, policy: { type: "string" } } });
  if (values.jsonl !== true) throw new Error(USAGE.trim());
  await run(values.policy);
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 2;
}
