/** `node scripts/screenshots.ts`: takes the pictures of `docs/images/` from the running simulator. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startSimulator } from "../src/simulator/index.ts";
import type { Automation } from "../src/simulator/host/report.ts";
import { launchBrowser } from "./browser.ts";

const images = join(import.meta.dirname, "../docs/images");

type Hooks = { readonly simulator: Automation };

async function sendSample(page: Page, sample: string): Promise<void> {
  await page.getByTestId(`sample-${sample}`).click();
  await page.evaluate(() => (window as unknown as Hooks).simulator.idle());
  await page.getByTestId("send").click();
  await page.evaluate(() => (window as unknown as Hooks).simulator.report());
}

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(images, `${name}.png`), animations: "disabled" });
}

const data = await mkdtemp(join(tmpdir(), "chartseal-screenshots-"));
const simulator = await startSimulator({ port: 0, data });
const browser = await launchBrowser();
try {
  await mkdir(images, { recursive: true });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, reducedMotion: "reduce", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${simulator.origin}/simulator/`);
  await sendSample(page, "lunch");
  await page.getByTestId("sent").waitFor();
  await picture(page, "lunch");
  await sendSample(page, "referral");
  await page.getByTestId("sent").waitFor();
  await picture(page, "protected");
  await sendSample(page, "subject");
  await page.getByRole("alertdialog").waitFor();
  await picture(page, "stopped");
  await page.getByRole("alertdialog").getByRole("button").first().click();
  await page.frameLocator('[data-testid="pane"] iframe').getByText("Medical record number").first().waitFor();
  await picture(page, "pane");
} finally {
  await browser.close();
  await simulator.close();
  await rm(data, { recursive: true, force: true });
}
