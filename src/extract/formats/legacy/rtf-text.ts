/** RTF to text: groups, control words and code pages (Rich Text Format Specification 1.9.1). */
import type { Budget } from "../../budget.ts";
import { bytesOfHex, hexValue, joinedBytes, latin1 } from "../../bytes.ts";
import { pageText } from "./page-text.ts";
import { CHARACTERS, CHARSETS, DESTINATIONS, DOCUMENT_PAGES, LABELS, TRANSPARENT } from "./rtf-words.ts";
import type { Target } from "./rtf-words.ts";
import { TextBuffer } from "./text-buffer.ts";

export interface RtfText {
  /** Text by where it belongs. `field` holds the codes of fields, such as the target of a link; `hidden` what is deleted or not shown. */
  readonly texts: ReadonlyMap<Target, string>;
  /** The web page that Outlook folded into the RTF (MS-OXRTFEX); then there is no `body`. */
  readonly html?: string;
  /** What `\objdata` holds. */
  readonly objects: readonly Uint8Array[];
  /** Bytes of the largest picture. */
  readonly pictureBytes: number;
  /** Some letters are of a code page that is not known here. */
  readonly unmapped: boolean;
  /** All groups were closed. */
  readonly whole: boolean;
  /** Offset behind the last group. */
  readonly end: number;
}

/** Properties of a group; a group inside starts with them. */
interface Group {
  target: Target;
  /** Where `\ud` inside `\upr` writes to. */
  around: Target;
  hidden: boolean;
  deleted: boolean;
  /** RTF that only makes up for what the HTML inside says. */
  htmlRtf: boolean;
  inTable: boolean;
  /** Characters that stand behind `\u` for readers that do not know it. */
  fallback: number;
  font: number;
}

const DEEPEST = 1_000;
/** Bytes in a code page that are decoded at once. */
const CODED = 65_536;
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

function isLetter(unit: number | undefined): boolean {
  return unit !== undefined && ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90));
}

class RtfReader {
  readonly texts = new Map<Target, TextBuffer>();
  readonly html = new TextBuffer();
  readonly objects: Uint8Array[] = [];
  pictureBytes = 0;
  unmapped = false;
  whole = false;
  fromHtml = false;
  at = 0;
  private readonly bytes: Uint8Array;
  private readonly budget: Budget;
  private readonly groups: Group[] = [];
  private group: Group = { target: "body", around: "body", hidden: false, deleted: false, htmlRtf: false, inTable: false, fallback: 1, font: -1 };
  /** Nothing but `\*` has come since the group was opened. */
  private fresh = false;
  private optional = false;
  private toSkip = 0;
  private last: Target = "body";
  private documentPage = 1252;
  private readonly pages = new Map<number, number>();
  /** Bytes in a code page, not decoded yet. */
  private readonly coded = new Uint8Array(CODED);
  private codedBytes = 0;
  private held: Uint8Array[] = [];
  private heldBytes = 0;

  constructor(bytes: Uint8Array, budget: Budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  read(): void {
    const { bytes } = this;
    while (this.at < bytes.length) {
      this.budget.step();
      const unit = bytes[this.at];
      if (unit === OPEN) {
        if (this.groups.length > DEEPEST) return;
        this.open();
      } else if (unit === CLOSE) {
        this.close();
        if (this.groups.length === 0) {
          this.whole = true;
          return;
        }
      } else if (unit === BACKSLASH) this.control();
      else this.run();
    }
    this.decode();
  }

  private open(): void {
    this.decode();
    this.at += 1;
    this.groups.push({ ...this.group });
    // Names and values stand in groups side by side.
    if (this.group.target === "properties") this.write(" ");
    this.fresh = true;
    this.optional = false;
    this.toSkip = 0;
  }

  private close(): void {
    this.decode();
    this.at += 1;
    const { target } = this.group;
    this.group = this.groups.pop() ?? this.group;
    this.fresh = false;
    this.toSkip = 0;
    if (target === this.group.target) return;
    if (target === "object" && this.held.length > 0 && this.objects.length <= this.budget.limits.files) this.objects.push(bytesOfHex(joinedBytes(this.held)));
    if (target === "picture") this.pictureBytes = Math.max(this.pictureBytes, this.heldBytes >> 1);
    if (target === "object" || target === "picture") [this.held, this.heldBytes] = [[], 0];
  }

  /** Plain characters up to the next brace or backslash. */
  private run(): void {
    const start = this.at;
    let end = start;
    for (let unit = this.bytes[end]; end < this.bytes.length && unit !== BACKSLASH && unit !== OPEN && unit !== CLOSE; unit = this.bytes[end]) end += 1;
    this.at = end;
    this.budget.step((end - start) >> 6);
    const run = this.bytes.subarray(start, end);
    if (this.group.target === "object" || this.group.target === "picture") return this.hold(run);
    if (this.group.target === "skip") return;
    if (this.toSkip === 0 && this.codedBytes === 0 && run.every((unit) => unit >= 32 && unit < 0x80)) {
      this.fresh = false;
      this.write(latin1(run));
      return;
    }
    for (const unit of run) {
      if (unit === 10 || unit === 13 || unit === 0) continue;
      this.fresh = false;
      if (this.toSkip > 0) this.toSkip -= 1;
      else this.code(unit);
    }
  }

  private hold(run: Uint8Array): void {
    this.heldBytes += run.length;
    if (this.group.target === "object") this.held.push(run);
  }

  private control(): void {
    const first = this.bytes[this.at + 1];
    if (isLetter(first)) return this.word();
    this.at += 2;
    if (first === 42) {
      this.optional = true;
      return;
    }
    this.fresh = false;
    if (first === 39) {
      const value = hexValue(this.bytes[this.at]) * 16 + hexValue(this.bytes[this.at + 1]);
      this.at += 2;
      if (this.toSkip > 0) this.toSkip -= 1;
      else if (value >= 0) this.code(value);
      return;
    }
    this.decode();
    if (this.toSkip > 0) this.toSkip -= 1;
    else if (first === 126) this.write("\u00a0");
    else if (first === 95) this.write("-");
    else if (first === 10 || first === 13) this.write("\n");
    else if (first === BACKSLASH || first === OPEN || first === CLOSE) this.write(String.fromCharCode(first));
  }

  private word(): void {
    this.decode();
    const { bytes } = this;
    let end = this.at + 1;
    let word = "";
    for (let unit = bytes[end]; unit !== undefined && isLetter(unit) && word.length < LONGEST_WORD; unit = bytes[++end]) word += String.fromCharCode(unit);
    const negative = bytes[end] === 45;
    if (negative) end += 1;
    const from = end;
    let number: number | undefined;
    for (let unit = bytes[end]; unit !== undefined && unit >= 48 && unit <= 57 && end - from < LONGEST_NUMBER; unit = bytes[++end]) number = (number ?? 0) * 10 + unit - 48;
    this.at = bytes[end] === 32 ? end + 1 : end;
    if (number !== undefined && negative) number = -number;
    if (this.fresh) this.enter(word);
    this.fresh = false;
    this.act(word, number);
  }

  /** The first word of a group may make it a destination. */
  private enter(word: string): void {
    const { group, optional } = this;
    const target = DESTINATIONS.get(word);
    if (word === "ud") group.target = group.around;
    else if (group.target === "skip" && target !== "properties") return;
    else if (target === undefined) {
      if (optional && !TRANSPARENT.has(word)) group.target = "skip";
      else if (word === "propname" || word === "shptxt" || word === "dptxbxtext") this.write("\n");
    } else {
      if (word === "upr") group.around = group.target;
      group.target = target;
      this.write(word === "atnauthor" || word === "atnid" || target !== "comment" ? `\n${LABELS[word] ?? ""}` : "\n");
    }
  }

  private act(word: string, number: number | undefined): void {
    const { group } = this;
    const character = CHARACTERS[word];
    if (character !== undefined) return this.character(word, character);
    switch (word) {
      case "u": return this.unicode(number);
      case "uc": group.fallback = Math.max(0, number ?? 1); break;
      case "bin": return this.binary(number ?? 0);
      case "v": group.hidden = number !== 0; break;
      case "deleted": group.deleted = number !== 0; break;
      case "plain": [group.hidden, group.deleted, group.font] = [false, false, -1]; break;
      case "pard": group.inTable = false; break;
      case "intbl": group.inTable = true; break;
      case "htmlrtf": group.htmlRtf = number !== 0; break;
      case "fromhtml": this.fromHtml = number !== 0; break;
      case "f": group.font = number ?? -1; break;
      case "fcharset": if (group.target === "fonts") this.pages.set(group.font, CHARSETS[number ?? 0] ?? 0); break;
      case "cpg": if (group.target === "fonts") this.pages.set(group.font, number ?? 0); break;
      case "ansicpg": this.documentPage = number ?? 1252; break;
      default: this.documentPage = DOCUMENT_PAGES[word] ?? this.documentPage;
    }
  }

  /** A paragraph inside a cell must not end the line of its row. */
  private character(word: string, character: string): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    this.write(character === "\n" && this.group.inTable && !word.endsWith("row") && !this.fromHtml ? " " : character);
  }

  private unicode(number: number | undefined): void {
    if (number === undefined) return;
    this.write(String.fromCharCode(number & 0xffff));
    this.toSkip = this.group.fallback;
  }

  private binary(length: number): void {
    const run = this.bytes.subarray(this.at, this.at + Math.max(0, length));
    this.at += run.length;
    this.budget.step(run.length >> 6);
    if (this.group.target === "picture") this.heldBytes += run.length * 2;
    if (this.group.target === "object" && this.objects.length <= this.budget.limits.files) this.objects.push(run);
    if (this.toSkip > 0) this.toSkip -= 1;
  }

  private code(byte: number): void {
    if (this.codedBytes === CODED) this.decode();
    this.coded[this.codedBytes++] = byte;
  }

  private decode(): void {
    if (this.codedBytes === 0) return;
    const bytes = this.coded.subarray(0, this.codedBytes);
    this.codedBytes = 0;
    const own = this.pages.get(this.group.font) ?? 0;
    const ascii = bytes.every((byte) => byte < 0x80);
    const text = ascii ? latin1(bytes) : pageText(bytes, own === 0 ? this.documentPage : own);
    if (text === undefined && this.group.target !== "fonts") this.unmapped = true;
    this.write(text ?? "\ufffd".repeat(bytes.length));
  }

  private write(text: string): void {
    const { target, hidden, deleted, htmlRtf } = this.group;
    if (htmlRtf || target === "skip" || target === "fonts" || target === "object" || target === "picture") return;
    if (this.fromHtml && (target === "body" || target === "tag")) {
      this.html.add(text);
      return;
    }
    const to = hidden || deleted ? "hidden" : target;
    let buffer = this.texts.get(to);
    if (buffer === undefined) this.texts.set(to, (buffer = new TextBuffer()));
    if (to === "hidden" && this.last !== "hidden") buffer.add("\n");
    buffer.add(text);
    this.last = to;
  }
}

/** Reads the RTF at the beginning of `bytes`. @throws LimitReached */
export function rtfText(bytes: Uint8Array, budget: Budget): RtfText {
  const reader = new RtfReader(bytes, budget);
  reader.read();
  const { html, fromHtml, objects, pictureBytes, unmapped, whole, at } = reader;
  const texts = new Map([...reader.texts].map(([target, buffer]) => [target, buffer.toString()] as const));
  return { texts, objects, pictureBytes, unmapped, whole, end: at, ...(fromHtml ? { html: html.toString() } : {}) };
}
