/** What one part needs of another without knowing it: `outlook` and the runtimes implement these, `check` and `client` use them. */
import type { TextPart, UnreadReason } from "./attachment.ts";
import type { AttachmentInfo, Draft } from "./draft.ts";

/** A runtime's clock. Passed in: classic Outlook may lack it, and tests decide what time it is. */
export interface Timers {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Content as the host gave it: `base64` for files, the text itself for attached messages (`eml`) and meetings (`iCalendar`). */
export type AttachmentRead =
  | { readonly content: string; readonly format: "base64" | "eml" | "iCalendar" }
  | { readonly unread: UnreadReason };

/** Reads the open draft. A read that fails rejects with an `AppError`; it never gives an empty value instead. */
export interface DraftReader {
  readDraft(): Promise<Draft>;
  /** Never rejects: what cannot be read says why. */
  readAttachment(info: AttachmentInfo): Promise<AttachmentRead>;
}

export interface HttpResponse {
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
}

/** The few members of `fetch` that we use. `url` is absolute: classic Outlook takes no relative one. */
export type Fetch = (
  url: string,
  init?: {
    readonly method?: "GET" | "POST";
    readonly headers?: Record<string, string>;
    readonly body?: string;
    readonly cache?: "no-cache";
    readonly credentials?: "omit";
  },
) => Promise<HttpResponse>;

/** A PDF of which our own reader could not tell all letters. */
export interface DoubtfulPdf {
  readonly bytes: Uint8Array;
  /** Code units that may still be added. */
  readonly characters: number;
}

/** A second reader at work. Whoever started it ends it, so that no file holds a verdict up. */
export interface SecondReading {
  /** What it has told so far; grows until it is ended. */
  readonly parts: readonly TextPart[];
  /** `true` once it has told all that it can, `false` when it failed. Never rejects; may never settle. */
  readonly whole: Promise<boolean>;
  /** Stops it at once, whatever it does. */
  end(): void;
}

/**
 * Starts another reader on a PDF. Absent where a client has none: classic Outlook and the command line. Its text may show more,
 * but is no proof that all was read.
 */
export type SecondOpinion = (pdf: DoubtfulPdf) => SecondReading;
