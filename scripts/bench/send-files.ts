/** Milliseconds from Send to verdict in the simulator's Chromium with ten files, 10 MB in all: nothing cached, and read early. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startSimulator } from "../../src/simulator/index.ts";
import type { Automation } from "../../src/simulator/host/report.ts";
import { launchBrowser } from "../browser.ts";
import { mixedFiles } from "./documents/mixed.ts";
import type { Measure } from "./table.ts";

const SENDS = 12;
const SEED = 31;

type Hooks = { readonly simulator: Automation };

/** The files go into the page once: 10 MB by each message would measure the test's own pipe. */
async function place(page: Page): Promise<number> {
  const files = mixedFiles(SEED).map(({ name, contentType, bytes }, index) => ({
    id: `file-${index}`, name, contentType, size: bytes.length, kind: "file" as const, inline: false, base64: Buffer.from(bytes).toString("base64"),
  }));
  await page.evaluate((given) => { (window as unknown as { files: unknown }).files = given; }, files);
  return files.reduce((sum, { size }) => sum + size, 0);
}

async function send(page: Page, early: boolean): Promise<number> {
  await page.evaluate(async (isEarly) => {
    const { simulator, files } = window as unknown as Hooks & { readonly files: never };
    await simulator.compose({ to: [{ name: "Cardiology", address: "office@cardiology.example" }], subject: "Files", format: "html", body: "<p>The files are attached.</p>", attachments: files });
    await simulator.idle();
    if (!isEarly) simulator.forget();
  }, early);
  await page.getByTestId("send").click();
  const { completed, ms } = await page.evaluate(() => (window as unknown as Hooks).simulator.report());
  if (completed !== 1) throw new Error("A send did not come to a verdict; the figures would mean nothing.");
  return ms;
}

/** The smallest value that `share` of the values do not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

async function series(page: Page, early: boolean): Promise<readonly number[]> {
  const times: number[] = [];
  for (let done = 0; done < SENDS; done++) times.push(await send(page, early));
  return times;
}

export async function sendFiles(): Promise<readonly Measure[]> {
  const data = await mkdtemp(join(tmpdir(), "chartseal-bench-"));
  const simulator = await startSimulator({ port: 0, data });
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, reducedMotion: "reduce" })).newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`${simulator.origin}/simulator/#play`);
    await page.waitForFunction(() => "simulator" in window);
    const bytes = await place(page);
    console.log(`ten files of ${(bytes / 1_000_000).toFixed(1)} MB in all, in the simulated host`);
    const measure = (name: string, times: readonly number[], must: number): Measure => ({ name, value: percentile(times, 0.95), count: times.length, unit: "ms", better: "less", must });
    return [
      measure("Send to verdict, 10 files, nothing cached, p95", await series(page, false), 2000),
      measure("Send to verdict, 10 files, read early, p95", await series(page, true), 250),
    ];
  } finally {
    await browser.close();
    await simulator.close();
    await rm(data, { recursive: true, force: true });
  }
}
