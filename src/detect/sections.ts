/** Which part of a message a place belongs to: authored, quoted, a signature, a header of a quoted mail, a disclaimer. */
import type { Section } from "../contract/index.ts";
import { wordsOf } from "./context.ts";
import { MARK } from "./lexicon/index.ts";
import type { Scan } from "./scan.ts";
import type { ReadText } from "./text.ts";

export type Zone = "authored" | "quoted" | "signature" | "header" | "greeting" | "disclaimer" | "subject";

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly zone: Zone;
  /** Inside the quoted thread. */
  readonly quoted: boolean;
}

/** By line, in one column: a record of each, with its text, would take as much memory as what is found in a long file. */
interface Lines {
  readonly source: string;
  readonly column: Int32Array;
}

/** What the column holds of a line, in turn: where it starts and ends, where its text does so without quote marks and outer white space, bits of `MAY`. */
const AT = { START: 0, END: 1, FROM: 2, TO: 3, MAY: 4 } as const;
const WIDTH = 5;

/** One for all texts, since it is done with when a text is split: to make one takes as long as to read a short mail. Of a long text's it is let go. */
const SHORT = new Int32Array(WIDTH * 512);

function valueOf({ column }: Lines, line: number, at: number): number {
  return column[line * WIDTH + at] as number;
}

function textOf(lines: Lines, line: number): string {
  return lines.source.slice(valueOf(lines, line, AT.FROM), valueOf(lines, line, AT.TO));
}

function lengthOf(lines: Lines, line: number): number {
  return valueOf(lines, line, AT.TO) - valueOf(lines, line, AT.FROM);
}

function may(lines: Lines, line: number, what: number): boolean {
  return (valueOf(lines, line, AT.MAY) & what) !== 0;
}

/** Lines longer than this are prose, whatever they begin with; only so much of them is looked at. */
const LINE_LOOK = 400;
const SIGNATURE_LINES = 14;
const SIGNATURE_LINE = 90;
const HEADER_LINES = 12;

const ORIGINAL = /^[-_\s]{0,40}(?:original message|forwarded message|begin forwarded message|mensaje original|mensaje reenviado|forwarded by\b)/i;
const WROTE = /^(?:on|el)\s.{6,200}\s(?:wrote|escribió)\s?:$/i;
const RULE = /^_{20,}$/;
const HEADER = /^\*?(?:from|sent|to|cc|bcc|subject|date|de|para|enviado|enviado el|asunto|fecha|reply-to|importance|attachments)\*?\s{0,3}:/i;
const FROM = /^\*?(?:from|de)\*?\s{0,3}:/i;
const SUBJECT = /^subject\s{0,3}:/i;
const VALEDICTION =
  /^(?:(?:with |many |kind |best |warm |kindest |warmest )?(?:regards|wishes|thanks)|best|thanks?(?: you| so much| again| and regards)?|thank you(?: so much| very much| and regards)?|sincerely(?: yours)?|yours(?: truly| sincerely)?|respectfully(?: yours)?|cheers|cordially|warmly|take care|v\/r|thx|saludos(?: cordiales)?|un saludo|atentamente|gracias|cordialmente)[\s,.!-]{0,4}$/i;
const DASHED_NAME = /^(?:--?|~)\s{0,2}[A-Z][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20}){0,3}(?:, ?[A-Z][A-Za-z.,/ -]{0,30})?$/;
const DEVICE_LINE = /^(?:sent from my|sent from outlook|get outlook for|enviado desde mi)\b/i;
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|hola|estimad[oa]|querid[oa]|buenos d[ií]as)\b.{0,60}$/i;
const DISCLAIMER =
  /confidentiality notice|this (?:e-?mail|message|communication|transmission).{0,80}(?:confidential|privileged|intended|may contain|protected)|intended (?:only |solely )?for the (?:use|addressee|individual|person)|not the intended recipient|if you (?:have )?received this (?:e-?mail|message|communication)? ?in error|aviso de confidencialidad/i;
wordsOf("confidential,confidentiality,confidentially,confidencial,confidencialidad,intended,error", MARK.NOTICE);
const AFTER_SIGNATURE = /^(?:p\.? ?s\b|ps:|note:|addendum)/i;

/** What a line may be, by its first character: most lines are turned away without trying a pattern. */
const MAY = { HEADER: 1, ORIGINAL: 2, VALEDICTION: 4, DEVICE: 8, GREETING: 16, DASHED: 32, RULE: 64 } as const;
const BY_FIRST = firstTable();
/** No label of a header is longer, with what may stand round it; no valediction either. */
const LONGEST_LABEL = 20;
const LONGEST_VALEDICTION = 48;

function firstTable(): Uint8Array {
  const table = new Uint8Array(128);
  const add = (chars: string, may: number): void => {
    for (const char of chars + chars.toUpperCase()) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] as number) | may;
  };
  add("*fstcbdpeari", MAY.HEADER);
  add("-_ofbm", MAY.ORIGINAL);
  add("wmkbrtsycvuag", MAY.VALEDICTION);
  add("sge", MAY.DEVICE);
  add("hdgeqb", MAY.GREETING);
  add("-~", MAY.DASHED);
  add("_", MAY.RULE);
  return table;
}

const SIGNS = MAY.DEVICE | MAY.DASHED | MAY.VALEDICTION;

function isHeader(lines: Lines, line: number): boolean {
  if (!may(lines, line, MAY.HEADER)) return false;
  const text = textOf(lines, line);
  const colon = text.indexOf(":");
  return colon > 0 && colon <= LONGEST_LABEL && HEADER.test(text);
}

/** Cuts a text into stretches, in order and without gaps. `scan` is of the read text. */
export function splitSections({ marks }: ReadText, { text, seen }: Scan, wholeIsSubject: boolean): readonly Stretch[] {
  if (wholeIsSubject) return [{ start: 0, end: text.length, zone: "subject", quoted: false }];
  const { lines, quoted } = linesOf(text);
  const zones = quoted.map((): Zone => "authored");
  markQuoted(lines, zones, quoted);
  for (const mark of marks) markRange(lines, zones, quoted, mark.kind, mark.start, mark.end);
  markSignatures(lines, zones, quoted);
  if ((seen & MARK.NOTICE) !== 0) markDisclaimers(lines, zones);
  markGreetings(lines, zones);
  return merge(lines, zones, quoted, text.length);
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || (code > 0x167f && /\s/.test(String.fromCharCode(code)));
}

/** A header is looked for up to three lines on. */
const LOOK_AHEAD = 4;

function longer(column: Int32Array): Int32Array {
  const more = new Int32Array(column.length * 2);
  more.set(column);
  return more;
}

function linesOf(source: string): { readonly lines: Lines; readonly quoted: boolean[] } {
  const quoted: boolean[] = [];
  let column: Int32Array = SHORT;
  let start = 0;
  while (start <= source.length) {
    const found = source.indexOf("\n", start);
    const end = found < 0 ? source.length : found;
    let from = start;
    let marked = false;
    while (from < end && from - start < 60) {
      const char = source.charCodeAt(from);
      if (char === 62) marked = true;
      else if (char !== 32 && char !== 9) break;
      from++;
    }
    if (!marked) from = start;
    let to = Math.max(from, Math.min(end, start + LINE_LOOK));
    while (from < to && isBlank(source.charCodeAt(from))) from++;
    while (to > from && isBlank(source.charCodeAt(to - 1))) to--;
    const first = from < to ? source.charCodeAt(from) : 128;
    const at = quoted.length * WIDTH;
    // Room for a line behind the last one, too: whether a header goes on there is asked without a look at the count.
    if (at + LOOK_AHEAD * WIDTH > column.length) column = longer(column);
    column[at] = start;
    column[at + AT.END] = Math.min(end + 1, source.length);
    column[at + AT.FROM] = from;
    column[at + AT.TO] = to;
    column[at + AT.MAY] = first < 128 ? (BY_FIRST[first] as number) : 0;
    quoted.push(marked);
    if (found < 0) break;
    start = found + 1;
  }
  column.fill(0, quoted.length * WIDTH, (quoted.length + LOOK_AHEAD - 1) * WIDTH);
  return { lines: { source, column }, quoted };
}

/** A header block or a "wrote:" line starts the thread; what follows it is quoted to the end. */
function markQuoted(lines: Lines, zones: Zone[], quoted: boolean[]): void {
  const count = zones.length;
  let inThread = false;
  let opened = false;
  for (let i = 0; i < count; i++) {
    if (inThread) quoted[i] = true;
    const length = lengthOf(lines, i);
    if (length === 0) continue;
    const first = !opened;
    const labelled = isHeader(lines, i);
    if (!labelled) opened = true;
    const header = labelled && FROM.test(textOf(lines, i)) && headerFollows(lines, i);
    if (header || (may(lines, i, MAY.ORIGINAL) && ORIGINAL.test(textOf(lines, i))) || (lines.source.charCodeAt(valueOf(lines, i, AT.TO) - 1) === COLON && WROTE.test(textOf(lines, i)))) {
      // The first lines of a pasted mail are its own header, not a thread.
      if (!(header && first)) inThread = true;
      zones[i] = "header";
    }
    if (header) {
      for (let k = i; k < count && k < i + HEADER_LINES && isHeader(lines, k); k++) zones[k] = SUBJECT.test(textOf(lines, k)) ? "subject" : "header";
    }
    if (i === 0 && SUBJECT.test(textOf(lines, i))) zones[0] = "subject";
    if (may(lines, i, MAY.RULE) && RULE.test(textOf(lines, i)) && FROM.test(textOf(lines, i + 1))) inThread = true;
    if (inThread) quoted[i] = true;
  }
}

const COLON = 58;

function headerFollows(lines: Lines, index: number): boolean {
  return isHeader(lines, index + 1) || isHeader(lines, index + 2) || isHeader(lines, index + 3);
}

function markRange(lines: Lines, zones: Zone[], quoted: boolean[], kind: "quote" | "signature", start: number, end: number): void {
  for (let i = 0; i < zones.length; i++) {
    const lineStart = valueOf(lines, i, AT.START);
    const lineEnd = valueOf(lines, i, AT.END);
    // A mark may begin at the line break before its first line, and the line ends behind that break.
    const last = i === zones.length - 1 ? lineEnd : lineEnd - 1;
    if ((last <= start && lineStart < start) || lineEnd <= start || lineStart >= end) continue;
    if (kind === "quote") quoted[i] = true;
    else if (zones[i] === "authored") zones[i] = "signature";
  }
}

function markSignatures(lines: Lines, zones: Zone[], quoted: boolean[]): void {
  for (let i = 0; i < zones.length; i++) {
    const length = lengthOf(lines, i);
    if (!may(lines, i, SIGNS) || zones[i] !== "authored" || length > SIGNATURE_LINE) continue;
    const text = textOf(lines, i);
    if (may(lines, i, MAY.DEVICE) && DEVICE_LINE.test(text)) {
      zones[i] = "signature";
      continue;
    }
    const dashed = may(lines, i, MAY.DASHED) && (text === "--" || DASHED_NAME.test(text));
    if (!dashed && !(length <= LONGEST_VALEDICTION && may(lines, i, MAY.VALEDICTION) && VALEDICTION.test(text))) continue;
    signatureFrom(lines, zones, quoted, i);
  }
}

/** Short lines below a valediction, until prose, a quoted thread or too many of them. */
function signatureFrom(lines: Lines, zones: Zone[], quoted: boolean[], from: number): void {
  let blank = 0;
  for (let i = from; i < zones.length && i < from + SIGNATURE_LINES; i++) {
    const text = textOf(lines, i);
    if (zones[i] !== "authored" || quoted[i] !== quoted[from]) return;
    blank = text === "" ? blank + 1 : 0;
    if (blank > 2) return;
    if (i > from && (text.length > 75 || AFTER_SIGNATURE.test(text) || GREETING.test(text) || /[.?]$/.test(text) && text.length > 45)) return;
    if (i > from && (CHART_LINE.test(text) || (text.match(PLAIN_WORDS)?.length ?? 0) >= PROSE_WORDS)) return;
    zones[i] = "signature";
  }
}

/** What follows a signature as a line of a chart or as a sentence is the author's text again. */
const CHART_LINE = /\b(?:mrn|dob|pt|pts|patient|dx|rx|ssn|hx|mg|a1c|room|rm)\b|\d\/\d{1,2}\/\d/i;
const PLAIN_WORDS = /(?<![\w@.-])(?!(?:and|for|the|from|with|this)\b)[a-z]{3,}(?![\w@])/g;
const PROSE_WORDS = 5;

/** A disclaimer runs to the end of its paragraph. */
function markDisclaimers(lines: Lines, zones: Zone[]): void {
  for (let i = 0; i < zones.length; i++) {
    if (zones[i] === "header" || !startsDisclaimer(textOf(lines, i))) continue;
    let from = i;
    while (from > 0 && zones[from - 1] === "signature" && i - from < 3 && /confidential/i.test(textOf(lines, from - 1))) from--;
    for (let k = from; k < zones.length && (k <= i || lengthOf(lines, k) > 0) && k < i + 20; k++) zones[k] = "disclaimer";
  }
}

/** Only at the head of a line: a sentence before it on the same line is still the author's. */
function startsDisclaimer(text: string): boolean {
  const match = DISCLAIMER.exec(text);
  return match !== null && match.index < 40;
}

function markGreetings(lines: Lines, zones: Zone[]): void {
  for (let i = 0; i < zones.length; i++) {
    if (!may(lines, i, MAY.GREETING) || zones[i] !== "authored" || lengthOf(lines, i) >= 60) continue;
    const text = textOf(lines, i);
    if (GREETING.test(text) && /[,:!-]$|^\S+(?: \S+){0,3}$/.test(text)) zones[i] = "greeting";
  }
}

function merge(lines: Lines, zones: readonly Zone[], quoted: readonly boolean[], length: number): Stretch[] {
  const out: Stretch[] = [];
  let start = 0;
  for (let i = 1; i <= zones.length; i++) {
    if (i < zones.length && zones[i] === zones[i - 1] && quoted[i] === quoted[i - 1]) continue;
    const end = i < zones.length ? valueOf(lines, i, AT.START) : length;
    out.push({ start, end, zone: zones[i - 1] ?? "authored", quoted: quoted[i - 1] ?? false });
    start = end;
  }
  return out;
}

/** The stretch at an offset. */
export function stretchAt(stretches: readonly Stretch[], offset: number): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle] as Stretch).start <= offset) low = middle;
    else high = middle - 1;
  }
  return stretches[low] ?? { start: 0, end: 0, zone: "authored", quoted: false };
}

/** The contract's section of a stretch. */
export function sectionOf({ zone, quoted }: Stretch): Section {
  if (quoted || zone === "header") return "quoted";
  return zone === "signature" ? "signature" : "authored";
}
