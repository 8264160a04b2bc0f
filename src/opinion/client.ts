/**
 * The page's side: one Worker a file, made when the file asks for it and gone when the reading ends. What it says is not
 * believed: a hostile PDF may speak through it, so shapes, numbers and lengths are looked at here.
 */
import type { DoubtfulPdf, SecondOpinion, SecondReading, TextPart } from "../contract/index.ts";
import { PATHS } from "../contract/index.ts";
import { ALL_TOLD, MOST_PAGES, MOST_TEXTS } from "./messages.ts";
import type { Ask, Told } from "./messages.ts";

/** The little of a browser's Worker that is used. */
export interface ReaderWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { preventDefault?(): void }) => void) | null;
  postMessage(message: Ask, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
}

function isTold(data: unknown): data is Told {
  if (typeof data !== "object" || data === null) return false;
  const { page, text, isBeside } = data as Partial<Record<keyof Told, unknown>>;
  return Number.isInteger(page) && (page as number) >= 1 && (page as number) <= MOST_PAGES && typeof text === "string" && typeof isBeside === "boolean";
}

function partOf({ page, isBeside, text }: Told): TextPart {
  return { format: "text", content: text, place: { kind: isBeside ? "note" : "page", number: page } };
}

class Reading implements SecondReading {
  readonly parts: TextPart[] = [];
  readonly whole: Promise<boolean>;
  private settle: (whole: boolean) => void = () => undefined;
  private worker: ReaderWorker | undefined;
  private room: number;
  private texts = 0;

  constructor({ bytes, characters }: DoubtfulPdf, make: () => ReaderWorker) {
    this.room = characters;
    this.whole = new Promise((resolve) => {
      this.settle = resolve;
    });
    try {
      this.worker = make();
      this.worker.onmessage = ({ data }) => this.hear(data);
      this.worker.onerror = (event) => {
        // The browser would write it to its console.
        event.preventDefault?.();
        this.stop(false);
      };
      const copy = bytes.slice();
      this.worker.postMessage({ bytes: copy, characters }, [copy.buffer]);
    } catch {
      this.stop(false);
    }
  }

  private hear(data: unknown): void {
    if (this.worker === undefined) return;
    if (data === ALL_TOLD) return this.stop(true);
    if (!isTold(data)) return this.stop(false);
    const content = data.text.slice(0, this.room);
    this.room -= content.length;
    this.texts += 1;
    if (/\S/.test(content)) this.parts.push(partOf({ ...data, text: content }));
    if (this.room <= 0 || this.texts >= MOST_TEXTS) this.stop(true);
  }

  private stop(whole: boolean): void {
    const { worker } = this;
    this.worker = undefined;
    worker?.terminate();
    this.settle(whole);
  }

  end(): void {
    this.stop(false);
  }
}

/** Nothing is loaded before it is asked. A Worker that cannot be made, or fails, has found nothing. */
export function createSecondOpinion(make: () => ReaderWorker): SecondOpinion {
  return (pdf) => new Reading(pdf, make);
}

/** Makes the Worker from the script beside this page; `undefined` where the page's engine has none. */
export function pageWorker(): (() => ReaderWorker) | undefined {
  const { Worker: Own } = globalThis as unknown as { readonly Worker?: new (url: string) => ReaderWorker };
  return typeof Own === "function" ? () => new Own(PATHS.pdfWorker.slice(1)) : undefined;
}
