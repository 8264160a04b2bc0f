/**
 * The Worker's script: both halves of pdf.js on this one thread. It takes one file, tells the text of each page as it comes, and
 * waits to be ended. The page's Content-Security-Policy for this script forbids code from text, WASM and foreign addresses; the
 * options below ask for none of them.
 */
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PATHS } from "../contract/index.ts";
import { ALL_TOLD, MOST_PAGES } from "./messages.ts";
import type { Ask, Told } from "./messages.ts";

interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly location: { readonly href: string };
  postMessage(message: Told | typeof ALL_TOLD): void;
  addEventListener(type: "unhandledrejection" | "error", heard: (event: { preventDefault(): void }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

// What pdf.js has to say quotes the file; no console hears it.
Object.assign(globalThis.console, Object.fromEntries(["log", "info", "warn", "error", "debug", "trace"].map((say) => [say, () => undefined])));
scope.addEventListener("unhandledrejection", (event) => event.preventDefault());

/** Pictures larger than this many pixels are skipped: of all of them, none is looked at. */
const NO_PICTURES = 1;

function open(bytes: Uint8Array) {
  return getDocument({
    data: bytes,
    cMapUrl: new URL(PATHS.cmaps.slice(1), scope.location.href).href,
    cMapPacked: true,
    useWorkerFetch: true,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: NO_PICTURES,
    stopAtErrors: false,
  }).promise;
}

async function pageText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}

/** Notes and the values of form fields. */
async function besideText(page: PDFPageProxy): Promise<string> {
  const annotations = (await page.getAnnotations()) as readonly { readonly contentsObj?: { readonly str?: unknown }; readonly fieldValue?: unknown; readonly fieldName?: unknown }[];
  return annotations.flatMap(({ contentsObj, fieldValue, fieldName }) => {
    const said = typeof contentsObj?.str === "string" ? [contentsObj.str] : [];
    const values = [fieldValue].flat().filter((value): value is string => typeof value === "string" && value !== "");
    return [...said, ...(values.length === 0 ? [] : [`${typeof fieldName === "string" ? `${fieldName}: ` : ""}${values.join(", ")}`])];
  }).filter((line) => line !== "").join("\n");
}

async function tell({ bytes, characters }: Ask): Promise<void> {
  const document = await open(bytes);
  let room = characters;
  const say = (page: number, isBeside: boolean, text: string): void => {
    const kept = text.slice(0, room);
    room -= kept.length;
    if (kept !== "") scope.postMessage({ page, isBeside, text: kept });
  };
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && room > 0; number++) {
    // A page that cannot be read keeps nothing of the others.
    const page = await document.getPage(number).catch(() => undefined);
    if (page === undefined) continue;
    say(number, false, await pageText(page).catch(() => ""));
    say(number, true, await besideText(page).catch(() => ""));
    page.cleanup();
  }
}

scope.onmessage = ({ data }) => {
  scope.onmessage = null;
  const done = (): void => scope.postMessage(ALL_TOLD);
  tell(data as Ask).then(done, done);
};
