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

/** Where a page wanted to go besides the simulator. The browser resolves no other name (`scripts/browser.ts`), so nothing gets there. */
function watchRequests(page: Page, origin: string): readonly string[] {
  const left: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:", "about:"].includes(url.protocol)) left.push(url.origin);
  });
  return left;
}

async function windOn(page: Page, report: Promise<SendReport>): Promise<void> {
  let over = false;
  void report.then(() => { over = true; }, () => { over = true; });
  for (let wound = 0; !over && wound <= TIMEOUT_AFTER + 10 * WIND_STEP; wound += WIND_STEP) await page.clock.runFor(WIND_STEP);
}

async function playIn(page: Page, origin: string, scenario: Scenario): Promise<SendReport> {
  const silent = isSilent(scenario);
  if (silent) await page.clock.install();
  await page.goto(`${origin}/simulator/#play`);
  await page.waitForFunction(() => "simulator" in window);
  const { mode, from, faults, content } = scenario;
  await page.evaluate((given) => (window as unknown as WindowHooks).simulator.prepare(given), { mode, from, faults, content });
  await page.getByTestId("send").click();
  const report = page.evaluate(() => (window as unknown as WindowHooks).simulator.report());
  if (silent) await windOn(page, report);
  const answer = await report;
  await page.evaluate(() => localStorage.clear());
  return answer;
}

function isSilent({ faults }: Scenario): boolean {
  return faults.some((fault) => SILENT_FAULTS.includes(fault));
}

/**
 * A fresh page and a fresh mailbox for each scenario. They share the browser's cache of our own files, but where the clock is wound
 * on: that holds for a whole context.
 */
export async function openPlayer(simulator: Pick<Simulator, "origin" | "setFaults">, browser: Browser): Promise<Player> {
  const options = { ignoreHTTPSErrors: true, reducedMotion: "reduce" } as const;
  const shared = await browser.newContext(options);
  const playWith = async (context: BrowserContext, scenario: Scenario): Promise<Answer> => {
    const page = await context.newPage();
    try {
      const offHost = watchRequests(page, simulator.origin);
      page.setDefaultTimeout(GIVE_UP_AFTER);
      const report = await playIn(page, simulator.origin, scenario);
      return { id: scenario.id, ...report, offHost: [...offHost] };
    } catch {
      // What the browser says could quote the page, and with it the message.
      return { id: scenario.id, error: "The scenario did not come to an end." };
    } finally {
      simulator.setFaults([]);
      await page.close();
    }
  };
  return {
    async play(scenario) {
      if (!isSilent(scenario)) return playWith(shared, scenario);
      const own = await browser.newContext(options);
      try {
        return await playWith(own, scenario);
      } finally {
        await own.close();
      }
    },
    close: () => browser.close(),
  };
}
