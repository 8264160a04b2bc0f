/** What a file is, by its content. The name is only a hint: anybody can rename a file. */
import type { Source, TextSource } from "./outcome.ts";

/** Formats told by their first bytes. */
export type BinaryKind = "zip" | "pdf" | "compound" | "image" | "dicom" | "cms" | "archive" | "media" | "binary";
/** Formats of text. */
export type TextKind = "html" | "xml" | "json" | "calendar" | "armored" | "mail" | "coded" | "text";

interface Magic {
  readonly kind: BinaryKind;
  readonly at?: number;
  readonly bytes: string;
}

/** `bytes` in Latin-1. Order matters: DICOM allows a TIFF head before its own mark. */
const MAGICS: readonly Magic[] = [
  { kind: "dicom", at: 128, bytes: "DICM" },
  { kind: "zip", bytes: "PK\x03\x04" }, { kind: "zip", bytes: "PK\x05\x06" }, { kind: "zip", bytes: "PK\x07\x08" },
  { kind: "compound", bytes: "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" },
  { kind: "image", bytes: "\x89PNG\r\n\x1A\n" }, { kind: "image", bytes: "\xFF\xD8\xFF" }, { kind: "image", bytes: "GIF87a" }, { kind: "image", bytes: "GIF89a" },
  { kind: "image", bytes: "II*\0" }, { kind: "image", bytes: "MM\0*" }, { kind: "image", bytes: "II+\0" }, { kind: "image", bytes: "\0\0\x01\0" },
  { kind: "image", at: 8, bytes: "WEBP" }, { kind: "image", at: 4, bytes: "ftypheic" }, { kind: "image", at: 4, bytes: "ftypheix" },
  { kind: "image", at: 4, bytes: "ftypmif1" }, { kind: "image", at: 4, bytes: "ftypavif" }, { kind: "image", bytes: "\0\0\0\x0CjP  " },
  { kind: "image", bytes: "8BPS" }, { kind: "image", bytes: "\xD7\xCD\xC6\x9A" },
  { kind: "archive", bytes: "7z\xBC\xAF\x27\x1C" }, { kind: "archive", bytes: "Rar!\x1A\x07" }, { kind: "archive", bytes: "\x1F\x8B" },
  { kind: "archive", at: 4, bytes: "1AY&SY" }, { kind: "archive", bytes: "\xFD7zXZ\0" }, { kind: "archive", bytes: "MSCF\0\0\0\0" }, { kind: "archive", at: 257, bytes: "ustar" },
  { kind: "media", bytes: "ID3\x02" }, { kind: "media", bytes: "ID3\x03" }, { kind: "media", bytes: "ID3\x04" }, { kind: "media", bytes: "OggS" }, { kind: "media", bytes: "fLaC" }, { kind: "media", bytes: "RIFF" }, { kind: "media", at: 4, bytes: "ftyp" },
  { kind: "media", bytes: "\x1A\x45\xDF\xA3" }, { kind: "binary", bytes: "SQLite format 3\0" }, { kind: "binary", bytes: "\x78\x9F\x3E\x22" },
];

/** True where the bytes of `wanted` (Latin-1) stand at `at`. */
export function startsAt(bytes: Uint8Array, at: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted.charCodeAt(index)) return false;
  return true;
}

/** The Latin-1 text of a stretch of bytes, for looking at heads and tails. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(Math.max(0, from), to) as unknown as number[]);
}

/** `BM` alone begins ordinary words; the header's zero fields and its size of 12 to 124 do not. */
function isBitmap(bytes: Uint8Array): boolean {
  const reserved = [6, 7, 8, 9, 15, 16, 17].every((at) => bytes[at] === 0);
  return latin1(bytes, 0, 2) === "BM" && bytes.length >= 26 && reserved && (bytes[14] ?? 0) >= 12;
}

/** ContentInfo of CMS (RFC 5652): a SEQUENCE that opens with an OID below 1.2.840.113549.1. */
function isCms(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && latin1(bytes, 0, 24).includes("\x2A\x86\x48\x86\xF7\x0D\x01");
}

/** The binary format of a file, or `undefined` where its head is that of none. */
export function binaryKind({ bytes }: Source): BinaryKind | undefined {
  const magic = MAGICS.find((one) => startsAt(bytes, one.at ?? 0, one.bytes));
  if (magic !== undefined) return magic.kind;
  if (isBitmap(bytes)) return "image";
  if (isCms(bytes)) return "cms";
  // Readers take a PDF whose head stands anywhere in the first kilobyte.
  return latin1(bytes, 0, 1024).includes("%PDF-") ? "pdf" : undefined;
}

const MAIL_HEAD = /^(?:received|return-path|mime-version|message-id|from|to|subject|date|content-type|x-[\w-]{1,40}): /i;
const MAIL_MARK = /^(?:mime-version:|content-transfer-encoding:|content-type: *multipart\/)/im;

function isMail({ name, text }: TextSource): boolean {
  if (/\.(?:eml|mht|mhtml|mbox)$/.test(name)) return true;
  const head = text.slice(0, 16_384).replace(/^From [^\n]{0,200}\n/, "");
  return MAIL_HEAD.test(head) && MAIL_MARK.test(head);
}

/** The kind of a decoded text. */
export function textKind(source: TextSource): TextKind {
  const { name, text } = source;
  const head = text.slice(0, 4096).trimStart();
  if (/-----BEGIN PGP MESSAGE-----|-----BEGIN (?:PKCS7|CMS)-----/.test(head)) return "armored";
  // RTF, PostScript and uuencode write their text in codes: read as it stands it would be a false "clean".
  if (/^(?:\{\\rtf|%!PS|begin(?:-base64)? [0-7]{3,4} )/.test(head)) return "coded";
  if (isMail(source)) return "mail";
  if (/^BEGIN:V(?:CALENDAR|CARD)\b/i.test(head)) return "calendar";
  if (/^<!doctype html|<(?:html|head|body)\b/i.test(head)) return "html";
  if (/^<\?xml\b/i.test(head) || (/\.(?:xml|xsd|xsl|svg|cda|ccd|ccda|fhir)$/.test(name) && head.startsWith("<"))) return "xml";
  if (/\.html?$/.test(name) || /^<(?:!--|p|div|table|span|style|br|h[1-6]|ul|ol|meta|title|a)\b/i.test(head)) return "html";
  return /^[[{]/.test(head) ? "json" : "text";
}
