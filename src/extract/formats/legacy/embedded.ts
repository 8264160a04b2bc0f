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
