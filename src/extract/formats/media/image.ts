/** Pictures: what is written beside the pixels. The pixels themselves are never read, so a picture is always `unread`. */
import { indexOfBytes, latin1, startsAt, u16be, u32be } from "../../bytes.ts";
import { decodeText } from "../../charset.ts";
import { inflateZlib } from "../../inflate.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { scanXml } from "../../xml.ts";
import { readExif } from "./exif.ts";

const LONGEST_TEXT = 1_000_000;
const XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";

function addText(bytes: Uint8Array, lines: string[]): void {
  const text = (decodeText(bytes)?.text ?? "").split("\0").join(" ").trim();
  if (text !== "") lines.push(text);
}

function addXmp(xml: string, out: Sink, lines: string[]): void {
  scanXml(xml.slice(0, LONGEST_TEXT), { text: (text) => { if (/[\p{L}\p{N}]/u.test(text)) lines.push(text.trim()); } }, out.budget);
}

function addExif(bytes: Uint8Array, out: Sink, lines: string[]): void {
  const { lines: found, pages, xmp } = readExif(bytes, out.budget);
  lines.push(...found);
  if (pages > 1 && (startsAt(bytes, 0, "II") || startsAt(bytes, 0, "MM")) && bytes.length > 100_000) lines.push(`Pages: ${pages}`);
  if (xmp !== undefined) addXmp(xmp, out, lines);
}

/** Captions of the press (IPTC IIM record 2) lie in an APP13 segment. */
function addCaptions(bytes: Uint8Array, out: Sink, lines: string[]): void {
  for (let at = indexOfBytes(bytes, "\x1C\x02"); at !== -1; at = indexOfBytes(bytes, "\x1C\x02", at + 2)) {
    out.budget.step();
    if ((bytes[at + 2] ?? 0) !== 0) addText(bytes.subarray(at + 5, at + 5 + u16be(bytes, at + 3)), lines);
  }
}

/** Segments of a JPEG up to its scan (ITU-T T.81 annex B). */
function jpeg(bytes: Uint8Array, out: Sink, lines: string[]): void {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    out.budget.step();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) return;
    const data = bytes.subarray(at + 4, at + 2 + u16be(bytes, at + 2));
    if (marker === 0xe1 && startsAt(data, 0, "Exif\0\0")) addExif(data.subarray(6), out, lines);
    else if (marker === 0xe1 && startsAt(data, 0, XMP_HEAD)) addXmp(decodeText(data.subarray(XMP_HEAD.length))?.text ?? "", out, lines);
    else if (marker === 0xed) addCaptions(data, out, lines);
    else if (marker === 0xfe) addText(data, lines);
    at += 2 + Math.max(2, u16be(bytes, at + 2));
  }
}

/** Text chunks of a PNG (PNG 3rd edition, section 11.3.3). */
function png(bytes: Uint8Array, out: Sink, lines: string[]): void {
  for (let at = 8; at + 12 <= bytes.length;) {
    out.budget.step();
    const length = u32be(bytes, at);
    const kind = latin1(bytes, at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const key = data.indexOf(0);
    if (kind === "tEXt") lines.push(latin1(data).replace("\0", ": "));
    else if (kind === "zTXt" && key !== -1) lines.push(`${latin1(data, 0, key)}: ${latin1(inflateZlib(data.subarray(key + 2), out.budget).bytes.subarray(0, LONGEST_TEXT))}`);
    else if (kind === "iTXt" && key !== -1) international(data, key, out, lines);
    else if (kind === "eXIf") addExif(data, out, lines);
    at += 12 + length;
  }
}

/** keyword, 0, compressed, method, language, 0, translated keyword, 0, text. */
function international(data: Uint8Array, key: number, out: Sink, lines: string[]): void {
  const translated = data.indexOf(0, key + 3);
  const start = translated === -1 ? -1 : data.indexOf(0, translated + 1);
  if (start === -1) return addText(data, lines);
  const packed = data.subarray(start + 1);
  const text = decodeText(data[key + 1] === 1 ? inflateZlib(packed, out.budget).bytes.subarray(0, LONGEST_TEXT) : packed)?.text ?? "";
  if (latin1(data, 0, key) === "XML:com.adobe.xmp") addXmp(text, out, lines);
  else lines.push(`${latin1(data, 0, key)}: ${text}`);
}

/** HEIC, AVIF, WebP hold their Exif item as a TIFF structure behind these marks. */
function embedded(bytes: Uint8Array, out: Sink, lines: string[]): void {
  const mark = ["Exif\0\0II*\0", "Exif\0\0MM\0*", "II*\0", "MM\0*"].map((one) => ({ at: indexOfBytes(bytes, one, 12), skip: one.startsWith("Exif") ? 6 : 0 })).find(({ at }) => at !== -1);
  if (mark !== undefined) addExif(bytes.subarray(mark.at + mark.skip), out, lines);
}

export function readImage({ bytes }: SourceFile, out: Sink): void {
  const lines: string[] = [];
  if (startsAt(bytes, 0, "\xFF\xD8")) jpeg(bytes, out, lines);
  else if (startsAt(bytes, 0, "\x89PNG")) png(bytes, out, lines);
  else if (startsAt(bytes, 0, "II*\0") || startsAt(bytes, 0, "MM\0*")) addExif(bytes, out, lines);
  else if (startsAt(bytes, 4, "ftyp") || startsAt(bytes, 8, "WEBP")) embedded(bytes, out, lines);
  out.text(lines.join("\n"), { kind: "properties" });
  out.unread("image");
}
