/** What a reader writes into. What it has written stays, however the reading ends. */
import type { Place, ScanStatus, TextPart, UnreadReason } from "../contract/index.ts";
import type { Budget } from "./budget.ts";

/** A file to be read: the attachment itself, or one inside it. */
export interface SourceFile {
  /** As given. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type that came with it, if any. */
  readonly contentType?: string;
}

/** A file after reading, with the files inside it. */
export interface Extracted {
  readonly name: string;
  /** Key of the registry. */
  readonly format: string;
  /** The name's ending belongs to another format. */
  readonly misnamed: boolean;
  readonly status: ScanStatus;
  readonly reason?: UnreadReason;
  readonly parts: readonly TextPart[];
  readonly children: readonly Extracted[];
  /** The content, where another reader might tell more of it, see `doubtful.ts`. */
  readonly doubtful?: Uint8Array;
}

/** Reads one file into `out`. Throws only `LimitReached`; anything else thrown counts as "damaged". */
export type Reader = (file: SourceFile, out: Sink) => void;

export interface Sink {
  readonly budget: Budget;
  /** Keeps a text; a blank one is dropped. @throws LimitReached */
  text(content: string, place?: Place, format?: TextPart["format"]): void;
  /** Reads a file inside this one. `place` is where it stands. @throws LimitReached */
  file(inner: SourceFile, place?: Place): void;
  /** Names a file inside of which no bytes can be had. Without `reason` it is empty. @throws LimitReached */
  bare(name: string, reason?: UnreadReason): void;
  /** Reads the same bytes as another format, such as the content of a signed message: its text and status are this file's own. */
  as(format: string, file?: SourceFile): void;
  /** Something of the content could not be read: the file is at best `partial`. */
  missed(reason: UnreadReason): void;
  /** The content itself could not be read; what was kept stands beside it. */
  unread(reason: UnreadReason): void;
}
