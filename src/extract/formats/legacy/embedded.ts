/** Objects that a document embeds through OLE (MS-OLEDS): the files inside them. */
import { latin1, u16le, u32le } from "../../bytes.ts";
import type { SourceFile } from "../../sink.ts";

/** A text that ends with a zero, and the offset behind it. */
function zeroEnded(bytes: Uint8Array, at: number): { readonly text: string; readonly end: number } {
  const end = bytes.indexOf(0, at);
  return end === -1 ? { text: "", end: bytes.length } : { text: latin1(bytes, at, end), end: end + 1 };
}

/**
 * The file in a stream `\1Ole10Native` (2.3.6): a size, then what the Packager wrote: its type, label, file name, path and
 * the data. Other programs put their data right behind the size.
 */
export function ole10Native(bytes: Uint8Array): SourceFile {
  const PACKAGE = 2;
  const plain = { name: "object", bytes: bytes.subarray(4, 4 + u32le(bytes, 0)) };
  if (u16le(bytes, 4) !== PACKAGE) return plain;
  const label = zeroEnded(bytes, 6);
  const fileName = zeroEnded(bytes, label.end);
  const path = fileName.end + 8 + u32le(bytes, fileName.end + 4);
  const size = u32le(bytes, path);
  if (path + 4 > bytes.length || size === 0) return plain;
  return { name: label.text.split(/[\\/]/).pop() || "object", bytes: bytes.subarray(path + 4, path + 4 + size) };
}

/** A text behind its length (2.1.4), and the offset behind it. */
function counted(bytes: Uint8Array, at: number): { readonly text: string; readonly end: number } {
  const end = at + 4 + u32le(bytes, at);
  return { text: zeroEnded(bytes, at + 4).text, end };
}

/** The file in an object of OLE 1.0 (2.2.5), as `\objdata` of RTF holds it: a compound file, a package, or a program's own data. */
export function ole1Object(bytes: Uint8Array): SourceFile {
  const EMBEDDED = 2;
  if (u32le(bytes, 4) !== EMBEDDED) return { name: "object", bytes };
  const className = counted(bytes, 8);
  const size = counted(bytes, counted(bytes, className.end).end).end;
  const data = bytes.subarray(size + 4, size + 4 + u32le(bytes, size));
  if (data.length === 0) return { name: "object", bytes };
  // A package lacks only the size that stands before it in a compound file.
  return className.text === "Package" ? ole10Native(bytes.subarray(size, size + 4 + data.length)) : { name: "object", bytes: data };
}
