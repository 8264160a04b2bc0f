/** What every end-to-end test starts: the simulator with a fresh data folder, and a browser. */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { launchBrowser } from "../../scripts/browser.ts";
import { openPlayer, startSimulator } from "../../src/simulator/index.ts";
import type { Player, Simulator } from "../../src/simulator/index.ts";
import type { Automation, Play } from "../../src/simulator/host/report.ts";

const root = join(import.meta.dirname, "../..");

/** Milliseconds, for one step of a page on a busy machine. */
export const PATIENCE = 60_000;

/** Real dates of birth and numbers are never this round; the words are in no list. */
export const REFERRAL =
  "Dear Dr Adams,\n\nPlease see Maria Lopez, DOB 03/14/1961, MRN 00482913, for type 2 diabetes (E11.9). She takes metformin 500 mg BID.\n\nThanks,\nAnn Reed, MD";
export const FROM = { name: "Ann Reed", address: "ann.reed@clinic.example" };
export const OUTSIDE = { name: "Cardiology", address: "office@cardiology.example" };

export interface Simulated {
  readonly simulator: Simulator;
  readonly player: Player;
  /** A window with a mailbox of its own. All share the browser's cache of our own files. */
  readonly open: () => Promise<SimulatedWindow>;
  readonly stop: () => Promise<void>;
}

export interface SimulatedWindow {
  readonly page: Page;
  /** Every address that any page of this window asked for. */
  readonly requests: readonly string[];
  readonly automation: <K extends keyof Automation>(name: K, ...args: Parameters<Automation[K]>) => Promise<Awaited<ReturnType<Automation[K]>>>;
  /** The add-in's page in the pane, once it is there. */
  readonly pane: () => Promise<Frame>;
  /** A fresh mailbox with a new message. */
  readonly compose: (content: Partial<Play["content"]>, play?: Partial<Play>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const NOTHING: Play["content"] = { to: [], cc: [], bcc: [], subject: "", format: "text", body: "", attachments: [] };

async function openWindow(context: BrowserContext, origin: string): Promise<SimulatedWindow> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${origin}/simulator/#play`);
  await page.waitForFunction(() => "simulator" in window);
  const automation: SimulatedWindow["automation"] = (name, ...args) =>
    page.evaluate(([method, given]) => {
      const { simulator } = window as unknown as { readonly simulator: Record<string, (...all: unknown[]) => unknown> };
      return simulator[method as string]?.(...(given as unknown[]));
    }, [name, args] as const) as never;
  return {
    page, requests, automation,
    async pane() {
      const element = await page.locator('[data-testid="pane"] iframe').elementHandle();
      const frame = await element?.contentFrame();
      if (frame === null || frame === undefined) throw new Error("The pane shows no page.");
      return frame;
    },
    compose: (content, play = {}) => automation("prepare", { mode: "Block", from: FROM, faults: [], ...play, content: { ...NOTHING, ...content } }),
    close: () => page.close(),
  };
}

/** Builds where the sources changed, so that no test passes on an old bundle. */
export async function startSimulated(): Promise<Simulated> {
  execFileSync(process.execPath, [join(root, "scripts/build.ts"), "--if-stale", "--quiet"], { cwd: root, stdio: "pipe" });
  const data = await mkdtemp(join(tmpdir(), "chartseal-e2e-"));
  const simulator = await startSimulator({ port: 0, data });
  const browser = await launchBrowser();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, reducedMotion: "reduce" });
  return {
    simulator,
    player: await openPlayer(simulator, browser),
    open: () => openWindow(context, simulator.origin),
    async stop() {
      await browser.close();
      await simulator.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
