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

interface Line {
  readonly start: number;
  readonly end: number;
  /** Without quote marks and outer white space. */
  readonly text: string;
  /** Bits of `MAY`. */
  readonly may: number;
  readonly marked: boolean;
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

function isHeader(line: Line | undefined): boolean {
  if (line === undefined || (line.may & MAY.HEADER) === 0) return false;
  const colon = line.text.indexOf(":");
  return colon > 0 && colon <= LONGEST_LABEL && HEADER.test(line.text);
}

/** Cuts a text into stretches, in order and without gaps. `scan` is of the read text. */
export function splitSections({ marks }: ReadText, { text, seen }: Scan, wholeIsSubject: boolean): readonly Stretch[] {
  if (wholeIsSubject) return [{ start: 0, end: text.length, zone: "subject", quoted: false }];
  const lines = linesOf(text);
  const zones: Zone[] = lines.map(() => "authored");
  const quoted = lines.map((line) => line.marked);
  markQuoted(lines, zones, quoted);
  for (const mark of marks) markRange(lines, zones, quoted, mark.kind, mark.start, mark.end);
  markSignatures(lines, zones, quoted);
  if ((seen & MARK.NOTICE) !== 0) markDisclaimers(lines, zones);
  markGreetings(lines, zones);
  return merge(lines, zones, quoted, text.length);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    let at = start;
    let marked = false;
    while (at < end && at - start < 60) {
      const char = text.charCodeAt(at);
      if (char === 62) marked = true;
      else if (char !== 32 && char !== 9) break;
      at++;
    }
    const line = text.slice(marked ? at : start, Math.min(end, start + LINE_LOOK)).trim();
    const first = line.charCodeAt(0);
    lines.push({ start, end: Math.min(end + 1, text.length), text: line, may: first < 128 ? (BY_FIRST[first] as number) : 0, marked });
    if (found < 0) break;
    start = found + 1;
  }
  return lines;
}

/** A header block or a "wrote:" line starts the thread; what follows it is quoted to the end. */
function markQuoted(lines: readonly Line[], zones: Zone[], quoted: boolean[]): void {
  let inThread = false;
  let opened = false;
  for (let i = 0; i < lines.length; i++) {
    const { text, may } = lines[i] as Line;
    if (inThread) quoted[i] = true;
    if (text === "") continue;
    const first = !opened;
    const labelled = isHeader(lines[i]);
    if (!labelled) opened = true;
    const header = labelled && FROM.test(text) && headerFollows(lines, i);
    if (header || ((may & MAY.ORIGINAL) !== 0 && ORIGINAL.test(text)) || (text.endsWith(":") && WROTE.test(text))) {
      // The first lines of a pasted mail are its own header, not a thread.
      if (!(header && first)) inThread = true;
      zones[i] = "header";
    }
    if (header) {
      for (let k = i; k < lines.length && k < i + HEADER_LINES && isHeader(lines[k]); k++) zones[k] = SUBJECT.test(lines[k]?.text ?? "") ? "subject" : "header";
    }
    if (i === 0 && SUBJECT.test(text)) zones[0] = "subject";
    if ((may & MAY.RULE) !== 0 && RULE.test(text) && FROM.test(lines[i + 1]?.text ?? "")) inThread = true;
    if (inThread) quoted[i] = true;
  }
}

function headerFollows(lines: readonly Line[], index: number): boolean {
  let seen = 0;
  for (let i = index + 1; i < lines.length && i <= index + 3; i++) if (isHeader(lines[i])) seen++;
  return seen >= 1;
}

function markRange(lines: readonly Line[], zones: Zone[], quoted: boolean[], kind: "quote" | "signature", start: number, end: number): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    // A mark may begin at the line break before its first line, and `line.end` lies behind that break.
    const last = i === lines.length - 1 ? line.end : line.end - 1;
    if ((last <= start && line.start < start) || line.end <= start || line.start >= end) continue;
    if (kind === "quote") quoted[i] = true;
    else if (zones[i] === "authored") zones[i] = "signature";
  }
}

function markSignatures(lines: readonly Line[], zones: Zone[], quoted: boolean[]): void {
  for (let i = 0; i < lines.length; i++) {
    const { text, may } = lines[i] as Line;
    if ((may & SIGNS) === 0 || zones[i] !== "authored" || text.length > SIGNATURE_LINE) continue;
    if ((may & MAY.DEVICE) !== 0 && DEVICE_LINE.test(text)) {
      zones[i] = "signature";
      continue;
    }
    const dashed = (may & MAY.DASHED) !== 0 && (text === "--" || DASHED_NAME.test(text));
    if (!dashed && !(text.length <= LONGEST_VALEDICTION && (may & MAY.VALEDICTION) !== 0 && VALEDICTION.test(text))) continue;
    signatureFrom(lines, zones, quoted, i);
  }
}

/** Short lines below a valediction, until prose, a quoted thread or too many of them. */
function signatureFrom(lines: readonly Line[], zones: Zone[], quoted: boolean[], from: number): void {
  let blank = 0;
  for (let i = from; i < lines.length && i < from + SIGNATURE_LINES; i++) {
    const { text } = lines[i] as Line;
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
function markDisclaimers(lines: readonly Line[], zones: Zone[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (zones[i] === "header" || !startsDisclaimer(lines[i]?.text ?? "")) continue;
    let from = i;
    while (from > 0 && lines[from - 1]?.text !== "" && zones[from - 1] === "signature" && i - from < 3 && /confidential/i.test(lines[from - 1]?.text ?? "")) from--;
    for (let k = from; k < lines.length && (k <= i || lines[k]?.text !== "") && k < i + 20; k++) zones[k] = "disclaimer";
  }
}

/** Only at the head of a line: a sentence before it on the same line is still the author's. */
function startsDisclaimer(text: string): boolean {
  const match = DISCLAIMER.exec(text);
  return match !== null && match.index < 40;
}

function markGreetings(lines: readonly Line[], zones: Zone[]): void {
  for (let i = 0; i < lines.length; i++) {
    const { text, may } = lines[i] as Line;
    if ((may & MAY.GREETING) !== 0 && zones[i] === "authored" && text.length < 60 && GREETING.test(text) && /[,:!-]$|^\S+(?: \S+){0,3}$/.test(text)) zones[i] = "greeting";
  }
}

function merge(lines: readonly Line[], zones: readonly Zone[], quoted: readonly boolean[], length: number): Stretch[] {
  const out: Stretch[] = [];
  let start = 0;
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && zones[i] === zones[i - 1] && quoted[i] === quoted[i - 1]) continue;
    const end = i < lines.length ? (lines[i]?.start ?? length) : length;
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
