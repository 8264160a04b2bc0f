/** Word's characters with a meaning of their own (MS-DOC 2.4.1, 2.8.25) as plain text. */
import { MARK } from "./doc-marks.ts";
import { TextBuffer } from "./text-buffer.ts";

export interface Rendered {
  readonly seen: string;
  /** Deleted and hidden stretches, a line each. */
  readonly unseen: string;
  /** Codes of fields, such as the target of a link. */
  readonly fields: readonly string[];
}

const CELL = 7;
const FIELD = { begin: 0x13, separator: 0x14, end: 0x15 } as const;
const DEEPEST_FIELD = 50;
/** Line and page ends; the hyphens that Word has as characters. Other controls stand for notes, pictures and drawings. */
const CHARACTERS: Readonly<Record<number, string>> = { 9: "\t", 10: "\n", 11: "\n", 12: "\n", 13: "\n", 14: "\n", 0x1e: "-" };

/** Renders characters `from` to `to`. */
export function render(text: string, bits: Uint8Array, from: number, to: number): Rendered {
  const seen = new TextBuffer();
  const unseen = new TextBuffer();
  const fields: string[] = [];
  /** Open fields: where the code starts, and whether it still runs. */
  const open: { start: number; inCode: boolean }[] = [];
  let codes = 0;
  let wasHidden = false;
  let start = from;
  const flush = (at: number): void => {
    if (codes === 0 && at > start) (wasHidden ? unseen : seen).add(text.slice(start, at));
  };
  const endCode = (field: { start: number; inCode: boolean } | undefined, at: number): void => {
    if (field?.inCode !== true) return;
    field.inCode = false;
    codes -= 1;
    fields.push(text.slice(field.start, at));
  };
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const mark = bits[at] ?? 0;
    const hidden = (mark & MARK.hidden) !== 0;
    if (unit >= 32 && hidden === wasHidden) continue;
    flush(at);
    if (hidden !== wasHidden) {
      if (hidden) unseen.add("\n");
      wasHidden = hidden;
    }
    start = unit >= 32 ? at : at + 1;
    if (unit >= 32) continue;
    if (unit === FIELD.begin && open.length < DEEPEST_FIELD) {
      open.push({ start: at + 1, inCode: true });
      codes += 1;
    } else if (unit === FIELD.separator) endCode(open[open.length - 1], at);
    else if (unit === FIELD.end) endCode(open.pop(), at);
    else if (codes === 0) {
      const inTable = (mark & MARK.inTable) !== 0;
      const plain = unit === CELL ? (mark & MARK.rowEnd ? "\n" : "\t") : CHARACTERS[unit] ?? "";
      (hidden ? unseen : seen).add(inTable && plain === "\n" && unit !== CELL ? " " : plain);
    }
  }
  flush(to);
  // A field whose end was lost hides nothing.
  for (const { start: code, inCode } of open) if (inCode) seen.add(text.slice(code, to));
  return { seen: seen.toString(), unseen: unseen.toString(), fields };
}
