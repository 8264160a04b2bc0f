/** The built Worker, in an engine that makes no code from text and has no WASM, and of a browser only what pdf.js asks for. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createContext, Script } from "node:vm";
import { ALL_TOLD } from "../../src/opinion/messages.ts";
import type { Told } from "../../src/opinion/messages.ts";
import { japanesePdf, pdfString, ruinedPdf, simplePdf, textLines } from "../support/pdf.ts";
import type { PdfWriter } from "../support/pdf.ts";

const root = join(import.meta.dirname, "../..");
let script: Script;
beforeAll(() => {
  execFileSync(join(root, "node_modules/.bin/node"), [join(root, "scripts/build.ts"), "--if-stale", "--quiet"], { cwd: root, stdio: "pipe" });
  script = new Script(readFileSync(join(root, "dist/addin/pdf-worker.js"), "utf8"), { filename: "pdf-worker.js" });
}, 180_000);

/** Stands for what pdf.js draws with; it makes one when it loads. */
function Nothing(): void {
  return undefined;
}

interface Heard {
  readonly told: readonly Told[];
  readonly logged: readonly unknown[];
  /** Addresses that were fetched. */
  readonly fetched: readonly string[];
}

/** One Worker, one file. */
function read(bytes: Uint8Array, characters = 10_000): Promise<Heard> {
  const told: Told[] = [];
  const logged: unknown[] = [];
  const fetched: string[] = [];
  const log = (...all: readonly unknown[]): void => void logged.push(...all);
  return new Promise((resolve) => {
    const scope: Record<string, unknown> = {
      console: { log, info: log, warn: log, error: log, debug: log, trace: log },
      location: { href: "https://addin.example.org/pdf-worker.js" },
      addEventListener: () => undefined,
      postMessage: (message: Told | typeof ALL_TOLD) => void (message === ALL_TOLD ? resolve({ told, logged, fetched }) : told.push(message)),
      fetch: (url: string) => {
        fetched.push(new URL(url).pathname);
        return Promise.resolve(new Response(readFileSync(join(root, "dist/addin/cmaps", basename(url)))));
      },
      AbortController, AbortSignal, Blob, DOMException, DOMMatrix: Nothing, Headers, ImageData: Nothing, Path2D: Nothing, ReadableStream, Response, TextDecoder, URL, URLSearchParams,
      clearTimeout, navigator: { platform: "", userAgent: "" }, queueMicrotask, setTimeout, structuredClone,
    };
    const context = createContext(scope, { codeGeneration: { strings: false, wasm: false } });
    script.runInContext(context);
    // Bytes of the Worker's own engine, as a message brings them.
    const make = new Script("(text) => Uint8Array.from(text, (char) => char.charCodeAt(0))").runInContext(context) as (text: string) => Uint8Array;
    (scope["onmessage"] as (event: { data: unknown }) => void)({ data: { bytes: make(Buffer.from(bytes).toString("latin1")), characters } });
  });
}

test("tells text that our own reader cannot, by its tables from beside it", async () => {
  const { told, fetched } = await read(japanesePdf("Seen today in the clinic", "and sent home"));
  expect(told).toEqual([{ page: 1, isBeside: false, text: expect.stringMatching(/Seen today in the clinic\s+and sent home/) as string }]);
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.every((path) => /^\/cmaps\/[\w-]+\.bcmap$/.test(path))).toBe(true);
});

test("tells notes and fields beside the page, in the order of pages", async () => {
  const annots = (pdf: PdfWriter): string => `/Annots [${pdf.add(`<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ${pdfString("Ask about asthma")} >>`)}]`;
  const { told } = await read(simplePdf({ pages: [textLines("First"), textLines("Second")], page: annots }));
  expect(told.map(({ page, isBeside, text }) => `${page} ${isBeside} ${text}`)).toEqual(["1 false First", "1 true Ask about asthma", "2 false Second", "2 true Ask about asthma"]);
});

test("tells no more than was asked for", async () => {
  const { told } = await read(simplePdf({ pages: [textLines("First page"), textLines("Second page")] }), 12);
  expect(told.map(({ text }) => text)).toEqual(["First page", "Se"]);
});

test("of a file that nothing can open it tells nothing, and says that this is all", async () => {
  expect((await read(ruinedPdf())).told).toEqual([]);
});

test("a page that unpacks beyond measure is left out; the next is told", async () => {
  const { told } = await read(simplePdf({ pages: [`${" ".repeat(40 * 1024 * 1024)}${textLines("Far behind")}`, textLines("Second")] }));
  expect(told.map(({ page, text }) => [page, text])).toEqual([[2, "Second"]]);
});

test("says nothing to a console, whatever the file does", async () => {
  for (const pdf of [japanesePdf("a"), ruinedPdf(), simplePdf({ pages: ["BT /F9 12 Tf (x) Tj Q Q ] ET"] })]) expect((await read(pdf)).logged).toEqual([]);
});
