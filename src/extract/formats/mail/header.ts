/** Header fields of mail: unfolding (RFC 5322), encoded words (RFC 2047), parameters (RFC 2231). Each in time linear in the header's length. */
import type { Budget } from "../../budget.ts";
import { bytesOfLatin1, latin1 } from "../../bytes.ts";
import { decodeAs } from "../../charset.ts";
import { fromBase64, fromQuotedPrintable } from "./transfer.ts";

export interface Field {
  /** Lower case. */
  readonly name: string;
  /** As it stands, in Latin-1, unfolded. */
  readonly raw: string;
}

export interface HeaderBlock {
  readonly fields: readonly Field[];
  /** Where the body begins. */
  readonly bodyAt: number;
  /** A blank line ended it. */
  readonly ended: boolean;
  /** There was more than is taken for a header. */
  readonly tooLong: boolean;
}

const FIELD = /^([\w!#$%&'*+.^`{|}~-]{1,200})[ \t]{0,9}:/;
const LONGEST_NAME = 210;
/** Servers take a quarter of this. What is beyond is text. */
const LONGEST_HEADER = 1024 * 1024;

/** Reads the fields in `raw` (Latin-1) between `from` and `to`. A line that is no field ends them: it is text. @throws LimitReached */
export function readFields(raw: string, from: number, to: number, budget: Budget): HeaderBlock {
  const fields: { name: string; lines: string[] }[] = [];
  const most = Math.min(to, from + LONGEST_HEADER);
  let at = from;
  let ended = false;
  while (at < most) {
    budget.step();
    const found = raw.indexOf("\n", at);
    const next = found === -1 || found >= most ? most : found + 1;
    const end = next > at && raw[next - 1] === "\n" ? next - (raw[next - 2] === "\r" && next - 2 >= at ? 2 : 1) : next;
    if (end <= at) {
      at = next;
      ended = true;
      break;
    }
    const isFolded = raw[at] === " " || raw[at] === "\t";
    const name = isFolded ? undefined : FIELD.exec(raw.slice(at, Math.min(end, at + LONGEST_NAME)));
    const last = fields[fields.length - 1];
    if (isFolded && last !== undefined) last.lines.push(raw.slice(at, end));
    else if (name) fields.push({ name: (name[1] ?? "").toLowerCase(), lines: [raw.slice(at + name[0].length, end)] });
    else break;
    at = next;
  }
  return { fields: fields.map(({ name, lines }) => ({ name, raw: lines.join("").trim() })), bodyAt: at, ended, tooLong: !ended && at === most && most < to };
}

export function fieldOf(fields: readonly Field[], name: string): string | undefined {
  return fields.find((field) => field.name === name)?.raw;
}

interface Word {
  readonly charset: string;
  /** In Latin-1. */
  readonly pieces: string[];
}

/** Words that could not be decoded stay as they are. */
export class HeaderText {
  private readonly budget: Budget;
  private readonly unmapped: () => void;

  /** `unmapped` is called where a charset is not known. */
  constructor(budget: Budget, unmapped: () => void) {
    this.budget = budget;
    this.unmapped = unmapped;
  }

  /** A value with its encoded words decoded. Neighbours of one charset are joined before: they may share a letter. @throws LimitReached */
  decode(raw: string): string {
    const out: string[] = [];
    let word: Word | undefined;
    const flush = (): void => {
      if (word !== undefined) out.push(this.decoded(word.pieces.join(""), word.charset));
      word = undefined;
    };
    let at = 0;
    for (let open = raw.indexOf("=?"); open !== -1; open = raw.indexOf("=?", open)) {
      this.budget.step();
      const mark = raw.indexOf("?", open + 2);
      const isWord = mark !== -1 && raw[mark + 2] === "?" && /[bq]/i.test(raw[mark + 1] ?? "");
      const end = isWord ? raw.indexOf("?=", mark + 3) : open;
      if (mark === -1 || end === -1) break;
      if (!isWord) {
        open += 2;
        continue;
      }
      const between = raw.slice(at, open);
      const charset = (raw.slice(open + 2, mark).split("*")[0] ?? "").toLowerCase();
      if (word === undefined || /\S/.test(between) || word.charset !== charset) {
        flush();
        if (at === 0 || /\S/.test(between)) out.push(this.eightBit(between));
        word = { charset, pieces: [] };
      }
      word.pieces.push(this.wordBytes(raw[mark + 1] ?? "", raw.slice(mark + 3, end)));
      at = open = end + 2;
    }
    flush();
    out.push(this.eightBit(raw.slice(at)));
    return out.join("");
  }

  /** Text in which no charset is named: UTF-8 (RFC 6532) or what it looks like. */
  private eightBit(raw: string): string {
    return /[^\0-\x7F]/.test(raw) ? this.decoded(raw, undefined) : raw;
  }

  private wordBytes(encoding: string, encoded: string): string {
    const bytes = bytesOfLatin1(encoded);
    const decoded = /b/i.test(encoding) ? fromBase64(bytes, this.budget).bytes : fromQuotedPrintable(bytes, true);
    return latin1(decoded);
  }

  private decoded(latin: string, charset: string | undefined): string {
    const read = decodeAs(bytesOfLatin1(latin), charset);
    if (read?.sure !== true) this.unmapped();
    return read?.text ?? latin;
  }

  /** The value before the first `;`, lower case, and the parameters by name, joined and decoded. @throws LimitReached */
  parameters(raw: string | undefined): { readonly value: string; readonly of: ReadonlyMap<string, string> } {
    const [first = "", ...rest] = pieces(raw ?? "", this.budget);
    const found = new Map<string, { encoded: boolean; readonly parts: string[] }>();
    for (const piece of rest) {
      const equals = piece.indexOf("=");
      if (equals === -1) continue;
      // `filename*1*`: the second piece, percent-encoded.
      const name = /^([^*]{1,60})(?:\*(\d{1,4}))?(\*)?$/.exec(piece.slice(0, equals).trim().toLowerCase());
      if (name === null) continue;
      const held = found.get(name[1] ?? "") ?? { encoded: false, parts: [] };
      if (name[3] === "*") held.encoded = true;
      held.parts[Number(name[2] ?? 0)] = name[3] === "*" ? piece.slice(equals + 1).trim() : unquoted(piece.slice(equals + 1)).replace(/%/g, held.encoded ? "%25" : "%");
      found.set(name[1] ?? "", held);
    }
    const of = new Map<string, string>();
    for (const [name, { encoded, parts }] of found) of.set(name, encoded ? this.percent(unquoted(parts.join(""))) : this.decode(parts.join("")));
    return { value: first.trim().toLowerCase(), of };
  }

  /** `utf-8'en'Caf%C3%A9` */
  private percent(value: string): string {
    const [charset, , ...text] = value.split("'");
    const encoded = text.length === 0 ? value : text.join("'");
    return this.decoded(encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), text.length === 0 ? undefined : charset?.toLowerCase());
  }
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  if (!trimmed.startsWith("\"")) return trimmed;
  return trimmed.slice(1, trimmed.endsWith("\"") && trimmed.length > 1 ? -1 : undefined).replace(/\\(.)/g, "$1");
}

/** Cut at each `;` outside quotes. */
function pieces(raw: string, budget: Budget): readonly string[] {
  const found: string[] = [];
  let [from, quoted] = [0, false];
  budget.step(raw.length >> 6);
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (unit === 92 && quoted) at += 1;
    else if (unit === 34) quoted = !quoted;
    else if (unit === 59 && !quoted) {
      found.push(raw.slice(from, at));
      from = at + 1;
    }
  }
  found.push(raw.slice(from));
  return found;
}

/** Fields that a person fills in or sees, with the label that they have for people. */
const SHOWN =
  /^(?:(?:resent-)?(?:from|sender|reply-to|to|cc|bcc|date)|subject|comments|keywords|organization|thread-topic|apparently-to|content-description|x-(?:comments?|notes?|keywords|labels?|subject|description))$/;
/** Fields of programs, which may hold sentences but say nothing of a person. */
const OF_PROGRAMS = /^x-(?:ms-|microsoft|exchange|forefront|eop|spam|virus|antivirus|google|gm-|yahoo|mailer|originat|barracuda|proofpoint|mimecast|ironport|authent|scanned|received|report-abuse|php|mimeole|priority)/;
/** Words that make a sentence, and how much of a value is looked at. */
const SENTENCE = 3;
const LOOKED_AT = 500;

function isSentence(value: string): boolean {
  return value.slice(0, LOOKED_AT).split(/[ ,.]/).filter((word) => /^\p{L}{2,40}$/u.test(word)).length >= SENTENCE;
}

function label(name: string): string {
  return name.replace(/(?:^|-)\w/g, (letter) => letter.toUpperCase());
}

/** `From: …` lines of what a person wrote or sees in a header. @throws LimitReached */
export function headerLines(fields: readonly Field[], text: HeaderText): readonly string[] {
  const lines: string[] = [];
  const subject = fieldOf(fields, "subject");
  for (const { name, raw } of fields) {
    const isShown = SHOWN.test(name) && !(name === "thread-topic" && raw === subject);
    if (raw === "" || !(isShown || name.startsWith("x-")) || OF_PROGRAMS.test(name)) continue;
    const value = text.decode(raw).replace(/\s+/g, " ");
    if (isShown || isSentence(value)) lines.push(`${label(name)}: ${value}`);
  }
  return lines;
}
