/** Word 97-2003 (MS-DOC), and as far as their text is plain Word 6 and 95. */
import type { Place, PlaceKind } from "../../../contract/index.ts";
import { u16le, u32le } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { openCompound } from "./compound.ts";
import type { Storage } from "./compound.ts";
import { markedRuns } from "./doc-marks.ts";
import { drawingTexts, largestDocPicture } from "./doc-pictures.ts";
import { piecesOf, textOfPieces } from "./doc-pieces.ts";
import type { DocText } from "./doc-pieces.ts";
import { render } from "./doc-text.ts";
import { pageText } from "./page-text.ts";
import { repacked } from "./repack.ts";

/** FibBase (2.5.2). */
const FIB = { version: 2, language: 6, flags: 10, firstText: 24, lastText: 28, words: 32 } as const;
const FLAG = { complex: 4, encrypted: 0x100, table1: 0x200 } as const;
const WORD_97 = 0xc1;
const WORD_6 = 101;
/** Word 6 and 95: where the lengths of the parts stand, and the Clx, in the stream itself. */
const OLD = { lengths: 52, clx: 0x160, clxBytes: 0x164 } as const;
/** Order of fcLcb pairs (2.5.6). */
const PAIR = { chpx: 12, papx: 13, clx: 33, commentAuthors: 36, drawings: 50, revisionAuthors: 51 } as const;
/** The parts of the text in their order, by their lengths in FibRgLw97 (2.5.4). The fourth is reserved. */
const PARTS: readonly (PlaceKind | undefined)[] = ["text", "note", "header", undefined, "comment", "note", "text", "header"];
/** Code pages by primary language; the others are taken for Western. */
const LANGUAGE_PAGES: Readonly<Record<number, number>> = {
  0x01: 1256, 0x02: 1251, 0x04: 936, 0x05: 1250, 0x08: 1253, 0x0d: 1255, 0x0e: 1250, 0x11: 932, 0x12: 949, 0x15: 1250, 0x18: 1250, 0x19: 1251, 0x1a: 1250, 0x1b: 1250, 0x1e: 874, 0x1f: 1254,
  0x22: 1251, 0x23: 1251, 0x24: 1250, 0x25: 1257, 0x26: 1257, 0x27: 1257, 0x2a: 1258,
};
const FEW_LETTERS = 20;
const MOST_AUTHORS = 1_000;

interface Document {
  readonly stream: Uint8Array;
  /** Streams with tables and pictures are there. */
  readonly root: Storage;
  readonly table: Uint8Array;
  /** The bytes of a structure in the table stream. */
  readonly structure: (pair: number) => Uint8Array;
  /** Length of each of the `PARTS`. */
  readonly lengths: readonly number[];
}

/** Where the arrays of FIB are: each says its own length. `undefined`: the stream with the tables is not there. */
function documentOf(stream: Uint8Array, root: Storage, out: Sink): Document | undefined {
  const table = root.stream((u16le(stream, FIB.flags) & FLAG.table1) === 0 ? "0Table" : "1Table") ?? root.stream("1Table") ?? root.stream("0Table");
  if (table === undefined) return undefined;
  if (!table.whole) out.missed("damaged");
  const longs = FIB.words + 2 + u16le(stream, FIB.words) * 2;
  const pairs = longs + 2 + u16le(stream, longs) * 4;
  const structure = (pair: number): Uint8Array => {
    const at = pairs + 2 + pair * 8;
    return table.bytes.subarray(u32le(stream, at), u32le(stream, at) + u32le(stream, at + 4));
  };
  return { stream, root, table: table.bytes, structure, lengths: PARTS.map((_, index) => u32le(stream, longs + 2 + (3 + index) * 4)) };
}

/** Strings behind their lengths in two-byte units. */
function strings(bytes: Uint8Array, from: number): readonly string[] {
  const found: string[] = [];
  for (let at = from; at + 2 < bytes.length && found.length < MOST_AUTHORS;) {
    const end = at + 2 + u16le(bytes, at) * 2;
    found.push(pageText(bytes.subarray(at + 2, Math.min(end, bytes.length)), 1200) ?? "");
    at = end;
  }
  return [...new Set(found)].filter((name) => name !== "" && name !== "Unknown");
}

/** Those who commented (2.9.109) and those who changed something (2.9.311). */
function authors({ structure }: Document): string {
  const STTB_HEAD = 6;
  const lines = [["Comments by", strings(structure(PAIR.commentAuthors), 0)], ["Changes by", strings(structure(PAIR.revisionAuthors), STTB_HEAD)]] as const;
  return lines.map(([label, names]) => (names.length === 0 ? "" : `${label}: ${names.join(", ")}`)).join("\n").trim();
}

/** Puts each part of the text at its place, what is hidden in it beside it. */
function putText({ text, bits }: DocText, lengths: readonly number[], out: Sink): string {
  const fields: string[] = [];
  let [at, body] = [0, ""];
  // What lengths that lie leave over is body too.
  [...PARTS, "text" as const].forEach((kind, index) => {
    const end = index < PARTS.length ? Math.min(text.length, at + (lengths[index] ?? 0)) : text.length;
    const part = render(text, bits, at, end);
    at = end;
    const place: Place = { kind: kind ?? "text" };
    if (kind === "text") body += part.seen;
    out.text(part.seen.replace(/\n{3,}/g, "\n\n").trim(), kind === "text" ? undefined : place);
    out.text(part.unseen.trim(), { ...place, kind: kind === "text" ? "deleted" : place.kind, hidden: true });
    fields.push(...part.fields);
  });
  // A control character marks the data behind a link.
  const links = fields.filter((code) => code.includes("\"")).map((code) => code.replace(/\p{Cc}/gu, "").replace(/^\s{0,20}HYPERLINK\s/i, "").trim());
  out.text(links.join("\n"), { kind: "link" });
  return body;
}

function readWord97(stream: Uint8Array, root: Storage, out: Sink): string | undefined {
  const document = documentOf(stream, root, out);
  const pieces = document === undefined ? undefined : piecesOf(document.structure(PAIR.clx), out.budget);
  if (document === undefined || pieces === undefined) return undefined;
  const { structure } = document;
  const marked = markedRuns(stream, structure(PAIR.chpx), structure(PAIR.papx), out.budget);
  const text = textOfPieces(stream, pieces, marked, 1252, out.budget);
  if (!text.whole) out.missed("damaged");
  if (text.tooLong) out.missed("too-large");
  const body = putText(text, document.lengths, out);
  out.text(drawingTexts(structure(PAIR.drawings), out.budget).join("\n"));
  out.text(authors(document), { kind: "properties" });
  const picture = largestDocPicture(root.stream("Data")?.bytes, structure(PAIR.drawings), out.budget);
  if (picture >= out.budget.limits.pictureBytes) {
    const letters = body.replace(/[^\p{L}\p{N}]/gu, "").length;
    if (letters < FEW_LETTERS && root.storage("ObjectPool") === undefined) out.unread("image-only");
    else out.missed("image");
  }
  return body;
}

/** Eight-bit text in one stretch, or in pieces where the file was saved fast. Nothing is told of formatting. */
function readWord6(stream: Uint8Array, out: Sink): string | undefined {
  const first = u32le(stream, FIB.firstText);
  const codePage = LANGUAGE_PAGES[u16le(stream, FIB.language) & 0x3ff] ?? 1252;
  const complex = (u16le(stream, FIB.flags) & FLAG.complex) !== 0;
  const clx = u32le(stream, OLD.clx);
  const pieces = complex
    ? piecesOf(stream.subarray(clx, clx + u32le(stream, OLD.clxBytes)), out.budget)?.map((piece) => ({ ...piece, narrow: true }))
    : [{ at: first, characters: Math.max(0, u32le(stream, FIB.lastText) - first), narrow: true }];
  if (pieces === undefined) return undefined;
  if (pageText(stream.subarray(0, 0), codePage) === undefined) out.missed("text-unmapped");
  const known = pageText(stream.subarray(0, 0), codePage) === undefined ? 1252 : codePage;
  const text = textOfPieces(stream, pieces, [], known, out.budget);
  if (!text.whole) out.missed("damaged");
  if (text.tooLong) out.missed("too-large");
  return putText(text, PARTS.map((_, index) => u32le(stream, OLD.lengths + index * 4)), out);
}

function read({ bytes }: SourceFile, out: Sink): void {
  const root = openCompound(bytes, out.budget)?.root;
  const word = root?.stream("WordDocument");
  if (root === undefined || word === undefined) return out.unread("damaged");
  if (!word.whole) out.missed("damaged");
  if ((u16le(word.bytes, FIB.flags) & FLAG.encrypted) !== 0) return out.unread("encrypted");
  const version = u16le(word.bytes, FIB.version);
  if (word.bytes.length < FIB.words) return out.unread("damaged");
  if (version < WORD_6) return out.unread("unsupported");
  const body = version < WORD_97 ? readWord6(word.bytes, out) : readWord97(word.bytes, root, out);
  if (body === undefined) return out.unread("damaged");
  for (const object of root.storage("ObjectPool")?.storages ?? []) {
    const inner = repacked(object, out.budget);
    if (!inner.whole) out.missed("damaged");
    out.file({ name: "object", bytes: inner.bytes });
  }
  if (root.storage("Macros") !== undefined) out.missed("unsupported");
}

export const DOC: Format = {
  key: "doc", endings: ["doc", "dot"], read,
};
