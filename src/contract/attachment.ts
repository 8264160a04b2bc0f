/** What became of an attachment: its text by places, whether all of it was read, and why not. */
import type { Body } from "./draft.ts";

/** Why nothing, or not everything, of a file could be read. */
export const UNREAD_REASONS = [
  /** Under a password, rights management or S/MIME. */
  "encrypted",
  /** A document whose pages are pictures. */
  "image-only",
  "image",
  /** Sound or film. */
  "media",
  /** A format that is not looked into. */
  "unsupported",
  "too-large",
  "timed-out",
  "damaged",
  /** A document of some size that yields no text. */
  "no-text",
  /** Letters that cannot be told: an unknown charset, a font without a map. */
  "text-unmapped",
  /** Outlook gave nothing, an error, or an empty success. */
  "not-provided",
  /** It lies with a file service; only a link is sent. */
  "cloud-link",
  /** Made to swell beyond measure when it is opened. */
  "bomb",
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

export type ScanStatus = "scanned" | "partial" | "unread";

/** What became of an attachment, without its text. */
export interface AttachmentScan {
  readonly status: ScanStatus;
  readonly reason?: UnreadReason;
  /** Why files inside it were not wholly read, each reason once. */
  readonly inside?: readonly UnreadReason[];
}

export const PLACE_KINDS = [
  "text", "table", "sheet", "slide", "page", "header", "footer", "comment", "note", "deleted", "form", "properties", "names", "message", "record", "link",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where in a file a text stands. */
export interface Place {
  readonly kind: PlaceKind;
  /** Page, slide or sheet; 1 is the first. */
  readonly number?: number;
  /** As the file has it, such as a sheet's name. For the screen only: it may name a patient. */
  readonly name?: string;
  /** Someone who opens the file does not see it: a hidden sheet, a deleted word, white text. */
  readonly hidden?: boolean;
  /** Names of the files it stands in, outermost first, below the attachment itself. For the screen only. */
  readonly within?: readonly string[];
}

export interface TextPart extends Body {
  /** Absent: the file as a whole. */
  readonly place?: Place;
}

/** A file inside an attachment, at any depth. */
export interface InnerFile {
  /** Names of the files it stands in and its own, outermost first. For the screen only. */
  readonly path: readonly string[];
  readonly status: ScanStatus;
  readonly reason?: UnreadReason;
}

/**
 * One attachment after reading. Unless it is `scanned`, `reason` is set. An `unread` file may still have parts: names of
 * archived files, properties, what stands beside the content that could not be read.
 */
export interface AttachmentText {
  readonly name: string;
  readonly status: ScanStatus;
  readonly reason?: UnreadReason;
  readonly parts: readonly TextPart[];
  /** What the content is, whatever its name says. */
  readonly format?: string;
  /** The name's ending belongs to another format. */
  readonly misnamed?: boolean;
  /** Only those that were not wholly read. */
  readonly inner?: readonly InnerFile[];
}

/** How much of a file is read, and for how long. At a limit the answer is `partial`. */
export interface ExtractLimits {
  /** Bytes of the file as attached. */
  readonly bytes: number;
  /** Bytes that decompression may give, in all. */
  readonly inflatedBytes: number;
  /** Bytes that one packed member or stream may give; what is beyond is cut off. */
  readonly memberBytes: number;
  /** Code units of text, in all. */
  readonly characters: number;
  /** Files inside the file, in all. */
  readonly files: number;
  /** Files in files: 1 is what an archive holds. */
  readonly depth: number;
  readonly milliseconds: number;
  /** Pictures inside a document below this many bytes are taken for decoration. */
  readonly pictureBytes: number;
}

export const EXTRACT_LIMITS: ExtractLimits = {
  // Exchange Online's own message limit is 25 MB by default.
  bytes: 25 * 1024 * 1024,
  inflatedBytes: 100 * 1024 * 1024,
  memberBytes: 32 * 1024 * 1024,
  // Some 2,000 pages. To assess as many takes 2 s and 400 MB where every line is a patient.
  characters: 4_000_000,
  files: 2_000,
  depth: 5,
  milliseconds: 8_000,
  pictureBytes: 20_000,
};
