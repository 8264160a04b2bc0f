/** Exif and other TIFF metadata (TIFF 6.0; Exif 2.32): what tells of a person or a place. */
import type { Budget } from "../../budget.ts";
import { latin1, u16be, u16le, u32be, u32le } from "../../bytes.ts";
import { decodeText } from "../../charset.ts";

const LABELS: Readonly<Record<number, string>> = {
  0x010d: "Document name", 0x010e: "Description", 0x0132: "Date", 0x013b: "Artist", 0x013c: "Computer", 0x8298: "Copyright", 0x9003: "Taken", 0x9286: "Comment", 0xa430: "Camera owner", 0xa431: "Camera serial number",
  0x9c9b: "Title", 0x9c9c: "Comment", 0x9c9d: "Author", 0x9c9e: "Keywords", 0x9c9f: "Subject",
};
const XMP = 0x02bc;
const SUB_DIRECTORIES = new Set([0x8769, 0x8825]);
/** Bytes of one value, by field type 1 to 12. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST_DIRECTORIES = 1000;
const LONGEST_VALUE = 65_536;
/** The character code that stands before a user comment. */
const COMMENT_HEAD = 8;

export interface Exif {
  readonly lines: readonly string[];
  /** Image directories in the main chain; those of a fax are its pages. */
  readonly pages: number;
  readonly xmp?: string;
}

function textOf(tag: number, value: Uint8Array): string {
  // Windows writes its own tags in UTF-16.
  const text = tag >= 0x9c9b && tag <= 0x9c9f ? Array.from({ length: value.length >> 1 }, (_, at) => String.fromCharCode(u16le(value, at * 2))).join("") : (decodeText(tag === 0x9286 ? value.subarray(COMMENT_HEAD) : value)?.text ?? "");
  return text.split("\0").join(" ").trim();
}

/** The directories of the TIFF structure that fills `bytes`; offsets are never trusted. @throws LimitReached */
export function readExif(bytes: Uint8Array, budget: Budget): Exif {
  const little = bytes[0] === 0x49;
  const [u16, u32] = little ? [u16le, u32le] : [u16be, u32be];
  const lines: string[] = [];
  const seen = new Set<number>();
  const position = new Map<number, string | number>();
  let xmp: string | undefined;
  const degrees = (at: number): number => [0, 1, 2].reduce((sum, k) => sum + u32(bytes, at + k * 8) / (u32(bytes, at + k * 8 + 4) || 1) / 60 ** k, 0);

  const directory = (at: number): { readonly next: number; readonly inner: readonly number[] } => {
    const inner: number[] = [];
    const entries = u16(bytes, at);
    for (let entry = at + 2; entry < at + 2 + entries * 12 && entry + 12 <= bytes.length; entry += 12) {
      budget.step();
      const tag = u16(bytes, entry);
      const length = (SIZES[u16(bytes, entry + 2)] ?? 1) * u32(bytes, entry + 4);
      const start = length <= 4 ? entry + 8 : u32(bytes, entry + 8);
      if (SUB_DIRECTORIES.has(tag)) inner.push(u32(bytes, entry + 8));
      else if (length <= LONGEST_VALUE && start + length <= bytes.length) {
        if (tag === 1 || tag === 3) position.set(tag, latin1(bytes, start, start + 1));
        else if ((tag === 2 || tag === 4) && length === 24) position.set(tag, degrees(start));
        else if (tag === XMP) xmp = decodeText(bytes.subarray(start, start + length))?.text;
        else if (LABELS[tag] !== undefined) {
          const text = textOf(tag, bytes.subarray(start, start + length));
          if (text !== "") lines.push(`${LABELS[tag]}: ${text}`);
        }
      }
    }
    return { next: u32(bytes, at + 2 + entries * 12), inner };
  };

  let pages = 0;
  for (let at = u32(bytes, 4); at > 0 && at + 2 <= bytes.length && !seen.has(at) && pages < MOST_DIRECTORIES; pages++) {
    seen.add(at);
    const { next, inner } = directory(at);
    for (const one of inner) {
      if (one > 0 && !seen.has(one)) directory(one);
      seen.add(one);
    }
    at = next;
  }
  const [north, east] = [position.get(2), position.get(4)];
  if (typeof north === "number" && typeof east === "number") {
    lines.push(`GPS position: ${(position.get(1) === "S" ? -north : north).toFixed(5)}, ${(position.get(3) === "W" ? -east : east).toFixed(5)}`);
  }
  return { lines, pages, ...(xmp === undefined ? {} : { xmp }) };
}
