/** The pages fit where they are shown: no scrolling sideways, no text that stands out of what holds it, however large the text is. */
import type { Frame } from "playwright-core";
import { OUTSIDE, PATIENCE, REFERRAL, startSimulated } from "./simulated.ts";
import type { Simulated, SimulatedWindow } from "./simulated.ts";

jest.setTimeout(3 * PATIENCE);

let simulated: Simulated;
let opened: SimulatedWindow;
beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.stop());
beforeEach(async () => {
  opened = await simulated.open();
});
afterEach(() => opened.close());

const LONG_NAME = `${"a-very-long-name-of-a-file-".repeat(4)}.txt`;
const LETTER = Buffer.from(REFERRAL);
const ATTACHED = { id: "1", name: LONG_NAME, kind: "file", contentType: "text/plain", inline: false, size: LETTER.length, base64: LETTER.toString("base64") } as const;

/** The pane as its sender sees it who reads Spanish, the longer of our languages. */
async function spanishPane(): Promise<Frame> {
  const { page } = opened;
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByRole("radio", { name: "Español" }).check();
  await page.keyboard.press("Escape");
  await opened.compose({ to: [OUTSIDE], subject: "Referral", body: REFERRAL, attachments: [ATTACHED] });
  await page.getByTestId("open-pane").click();
  const pane = await opened.pane();
  await pane.locator("[data-standing]").waitFor();
  return pane;
}

/** Makes the text alone larger, as a browser does that zooms text only. */
async function enlargeText(pane: Frame, times: number): Promise<void> {
  await pane.locator(".fui-FluentProvider").evaluate((element, factor) => {
    const provider = element as HTMLElement;
    const now = getComputedStyle(provider);
    for (const size of [100, 200, 300, 400, 500, 600]) {
      for (const name of [`--fontSizeBase${size}`, `--lineHeightBase${size}`]) provider.style.setProperty(name, `${parseFloat(now.getPropertyValue(name)) * factor}px`);
    }
  }, times);
}

/** How many texts stand out of the element they are written in, or out of the window. */
const textsOutside = (pane: Frame): Promise<number> => pane.evaluate(() => {
  let count = 0;
  for (const element of document.querySelectorAll("main *")) {
    const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");
    if (text === undefined || element.closest("[role=status], h1") !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const [written, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    const isInline = getComputedStyle(element).display === "inline";
    if (written.right > window.innerWidth + 1 || (!isInline && written.height > box.height + 4)) count += 1;
  }
  return count;
});

const isScrolledSideways = (): boolean => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth;
};

test("the pane at 320 px with text twice as large", async () => {
  const pane = await spanishPane();
  await opened.page.locator("aside").evaluate((aside) => {
    aside.style.width = "320px";
  });
  await enlargeText(pane, 2);
  for (const tab of [0, 1]) {
    await pane.getByRole("tab").nth(tab).click();
    expect([tab, await pane.evaluate(isScrolledSideways), await textsOutside(pane)]).toEqual([tab, false, 0]);
  }
});

test("the simulator's window at any width from 320 px", async () => {
  await spanishPane();
  for (const width of [1280, 900, 640, 320]) {
    await opened.page.setViewportSize({ width, height: 800 });
    expect([width, await opened.page.evaluate(isScrolledSideways)]).toEqual([width, false]);
    const isCut = await opened.page.getByRole("button", { name: "Configuración" }).evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    expect([width, isCut]).toEqual([width, false]);
  }
});
