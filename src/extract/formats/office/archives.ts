/** Archives other than zip that are opened: gzip (RFC 1952) and tar (POSIX.1-2017, pax; GNU tar's long names). */
import { latin1, startsAt, u16le, u32le } from "../../bytes.ts";
import { decodeText } from "../../charset.ts";
import type { Format } from "../../format.ts";
import { inflateRaw } from "../../inflate.ts";
import type { Sink, SourceFile } from "../../sink.ts";

/** FLG (2.3.1). */
const FLAG = { headCheck: 2, extra: 4, name: 8, comment: 16 } as const;
const TRAILER_BYTES = 8;

function readGzip({ name, bytes }: SourceFile, out: Sink): void {
  const flags = bytes[3] ?? 0;
  let at = 10 + ((flags & FLAG.extra) === 0 ? 0 : 2 + u16le(bytes, 10));
  const text = (): string => {
    const end = bytes.indexOf(0, at);
    const from = at;
    at = end === -1 ? bytes.length : end + 1;
    return latin1(bytes, from, at - 1);
  };
  const own = (flags & FLAG.name) === 0 ? "" : text();
  if ((flags & FLAG.comment) !== 0) out.text(text(), { kind: "properties" });
  if ((flags & FLAG.headCheck) !== 0) at += 2;
  const { bytes: inner, whole, tooLong } = inflateRaw(bytes.subarray(at), out.budget);
  // A second stream behind the first makes the trailer another's.
  const claimed = u32le(bytes, bytes.length - 4);
  if (tooLong) out.missed("too-large");
  else if (!whole || bytes.length < at + TRAILER_BYTES || claimed !== inner.length >>> 0) out.missed("damaged");
  const given = name.slice(name.lastIndexOf("/") + 1).replace(/\.gz$/i, "").replace(/\.tgz$/i, ".tar");
  if (inner.length > 0) out.file({ name: own || given, bytes: inner });
  else out.bare(own || given, whole ? undefined : "damaged");
}

export const GZIP: Format = {
  key: "gzip", endings: ["gz", "tgz"], told: ({ bytes }) => startsAt(bytes, 0, "\x1F\x8B\x08"), read: readGzip,
};

const BLOCK = 512;
const CHECK_AT = 148;

/** A number in octal, or in base 256 where its first bit is set (GNU). */
function numberAt(bytes: Uint8Array, at: number, length: number): number {
  if ((bytes[at] ?? 0) >= 0x80) {
    let value = (bytes[at] ?? 0) & 0x3f;
    for (let index = 1; index < length; index++) value = value * 256 + (bytes[at + index] ?? 0);
    return value;
  }
  return parseInt(latin1(bytes, at, at + length).replace(/[\0 ]/g, "") || "0", 8);
}

/** The sum of the head's bytes, its own field taken as blanks. */
function isHead(bytes: Uint8Array, at: number): boolean {
  if (at + BLOCK > bytes.length) return false;
  let sum = 8 * 32;
  for (let index = 0; index < BLOCK; index++) if (index < CHECK_AT || index >= CHECK_AT + 8) sum += bytes[at + index] ?? 0;
  return bytes[at] !== 0 && sum === numberAt(bytes, at + CHECK_AT, 8);
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return decodeText(end === -1 ? field : field.subarray(0, end))?.text ?? "";
}

function readTar({ bytes }: SourceFile, out: Sink): void {
  let at = 0;
  let long = "";
  for (; isHead(bytes, at); out.budget.step()) {
    const type = String.fromCharCode(bytes[at + 156] ?? 0);
    const size = numberAt(bytes, at + 124, 12);
    const prefix = startsAt(bytes, at + 257, "ustar\0") ? nameAt(bytes, at + 345, 155) : "";
    const name = long || (prefix === "" ? "" : `${prefix}/`) + nameAt(bytes, at, 100);
    const data = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (!(size >= 0)) break;
    long = "";
    if (type === "L") long = nameAt(data, 0, data.length);
    else if (type === "x") long = /^\d{1,9} path=(.*)$/m.exec(nameAt(data, 0, data.length))?.[1] ?? "";
    else if (type !== "g" && type !== "K" && type !== "5") {
      if (data.length < size) out.missed("damaged");
      // A sparse file, or one that goes on in another volume.
      if (/[SM]/.test(type)) out.missed("unsupported");
      if (data.length === 0) out.bare(name, size === 0 ? undefined : "damaged");
      else out.file({ name, bytes: data });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  // An archive ends with blocks of zeros; one without them was cut.
  if (at >= bytes.length || bytes.subarray(at, at + BLOCK).some((byte) => byte !== 0)) out.missed("damaged");
}

export const TAR: Format = {
  key: "tar", endings: ["tar", "tgz"], told: ({ bytes }) => isHead(bytes, 0), read: readTar,
};
