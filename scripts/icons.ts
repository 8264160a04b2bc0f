/** Draws assets/icon-<size>.png from our own SVG sources with the installed Chromium. Run it after changing a source: `node scripts/icons.ts [browser]`. */
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** Small sizes have their own drawing: strokes that suit 128 pixels turn to mud at 16. */
const SOURCES: readonly { readonly size: number; readonly svg: string }[] = [
  { size: 16, svg: "icon-16.svg" },
  { size: 32, svg: "icon-32.svg" },
  { size: 64, svg: "icon.svg" },
  { size: 80, svg: "icon.svg" },
  { size: 128, svg: "icon.svg" },
];

const assets = new URL("../assets/", import.meta.url);
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const page = await browser.newPage();
  for (const { size, svg } of SOURCES) {
    const drawing = readFileSync(new URL(svg, assets), "utf8");
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`icon-${size}.png`, assets), png);
    console.log(`assets/icon-${size}.png: ${png.length} bytes`);
  }
} finally {
  await browser.close();
}
