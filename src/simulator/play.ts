/** Plays scenarios in a browser: the real window, the real pages, a real press of Send. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Answer, Scenario } from "./scenario.ts";
import type { Automation, SendReport } from "./host/report.ts";
import type { Simulator } from "./start.ts";
import type { Fault } from "./host/state.ts";
import { TIMEOUT_AFTER } from "./host/smart-alerts.ts";

/** Nothing answers any more after these, so the browser's clock is wound on to Outlook's time-out. */
const SILENT_FAULTS: readonly Fault[] = ["body-never-answers", "handler-throws"];
const WIND_STEP = 1_000;
/** Real milliseconds for one scenario. */
const GIVE_UP_AFTER = 60_000;

export interface Player {
  readonly play: (scenario: Scenario) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface WindowHooks {
  readonly simulator: Automation;
}

/** Every request of a context that is not to the simulator's origin; each is refused, and none reaches a network. */
async function watchRequests(context: BrowserContext, origin: string): Promise<string[]> {
  const left: string[] = [];
  await context.route((url) => url.origin !== origin && !["data:", "blob:"].includes(url.protocol), (route) => {
    left.push(new URL(route.request().url()).origin);
    return route.abort();
  });
  return left;
}

async function windOn(page: Page, report: Promise<SendReport>): Promise<void> {
  let over = false;
  void report.then(() => { over = true; }, () => { over = true; });
  for (let wound = 0; !over && wound <= TIMEOUT_AFTER + 10 * WIND_STEP; wound += WIND_STEP) await page.clock.runFor(WIND_STEP);
}

async function playIn(page: Page, origin: string, scenario: Scenario): Promise<SendReport> {
  const silent = scenario.faults.some((fault) => SILENT_FAULTS.includes(fault));
  if (silent) await page.clock.install();
  await page.goto(`${origin}/simulator/#play`);
  await page.waitForFunction(() => "simulator" in window);
  const { mode, from, faults, content } = scenario;
  await page.evaluate((given) => (window as unknown as WindowHooks).simulator.prepare(given), { mode, from, faults, content });
  await page.getByTestId("send").click();
  const report = page.evaluate(() => (window as unknown as WindowHooks).simulator.report());
  if (silent) await windOn(page, report);
  return report;
}

/** One browser, a fresh context and a fresh mailbox for each scenario. */
export function openPlayer(simulator: Pick<Simulator, "origin" | "setFaults">, browser: Browser): Player {
  return {
    async play(scenario) {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      try {
        const offHost = await watchRequests(context, simulator.origin);
        const page = await context.newPage();
        page.setDefaultTimeout(GIVE_UP_AFTER);
        const report = await playIn(page, simulator.origin, scenario);
        return { id: scenario.id, ...report, offHost };
      } catch {
        // What the browser says could quote the page, and with it the message.
        return { id: scenario.id, error: "The scenario did not come to an end." };
      } finally {
        simulator.setFaults([]);
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}
