/** What one part needs of another without knowing it: `outlook` and the runtimes implement these, `check` and `client` use them. */
import type { UnreadReason } from "./attachment.ts";
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
