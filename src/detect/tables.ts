/** Tables: under a head that names an identifier, a cell is one, whatever its shape. Tabs, bars, commas and semicolons part the cells. */
import { hasWord, wordsOf } from "./context.ts";
import type { Candidate } from "./engine.ts";
import { MARK } from "./lexicon/index.ts";
import { hashOf, tokenAt } from "./scan.ts";
import type { Scan } from "./scan.ts";
import type { Rule } from "./rule.ts";

/** Rule id of a column, by the words of its head. */
const HEADS: readonly { readonly head: RegExp; readonly ruleId: string; readonly weight: number }[] = [
  { head: /^(?:e?mrn|mr ?#|med(?:ical)? rec(?:ord)?(?: ?(?:no\.?|number|#|num))?|chart ?(?:no\.?|number|#)|(?:patient|pt) ?(?:id|no\.?|number|#))$/i, ruleId: "mrn", weight: 90 },
  { head: /^(?:dob|d\.o\.b\.?|date of birth|birth ?date|fecha de nacimiento)$/i, ruleId: "date-of-birth", weight: 55 },
  { head: /^(?:ssn|social(?: security)?(?: ?(?:no\.?|number|#))?|ss ?#)$/i, ruleId: "us-ssn", weight: 90 },
  { head: /^(?:member|subscriber|policy|insurance|medicare|medicaid|mbi)(?: ?(?:id|no\.?|number|#))?$/i, ruleId: "health-plan-id", weight: 80 },
  { head: /^(?:acct|account|claim|encounter|visit|csn|fin)(?: ?(?:id|no\.?|number|#))?$/i, ruleId: "account-number", weight: 50 },
  { head: /^(?:(?:patient|pt|member|client|resident|full)(?: ?name)?|(?:first|last)(?: ?name)?|name|nombre|paciente)$/i, ruleId: "name-labelled", weight: 75 },
  { head: /^(?:(?:home|cell|mobile)? ?(?:phone|tel)(?: ?(?:no\.?|number|#))?|cell|contact)$/i, ruleId: "us-phone", weight: 40 },
  { head: /^(?:(?:home |street |mailing )?address|direcci[oó]n)$/i, ruleId: "us-street-address", weight: 45 },
  { head: /^(?:dx|diagnos[ei]s|icd(?:-?10)?(?: ?code)?|reason(?: for visit)?|condition|problem|procedure|medications?|meds?|rx|allerg(?:y|ies)|chief complaint|result|diagn[oó]stico)s?$/i, ruleId: "diagnosis", weight: 90 },
];
/** A head with one of these speaks of patients; "name, phone" alone may be anyone's list. */
const CLINICAL = new Set(["mrn", "date-of-birth", "health-plan-id", "diagnosis"]);
const TRIGGERS = wordsOf("mrn,dob,ssn,dx,diagnosis,diagnoses,icd,member,subscriber,acct,account,patient,pt,resident,chart,birth,medicare,medicaid,claim,nombre,paciente", MARK.TOPIC);
const LONGEST_LINE = 600;
const ROWS = 2000;
const LONGEST_CELL = 90;
const POINTS = 24;

interface Cell {
  readonly start: number;
  readonly text: string;
}

interface Column {
  readonly rule: Rule;
  readonly head: string;
  readonly weight: number;
}

/** Cells of all tables in a text, as candidates of the rule that the column's head names. */
export function tableCells(scan: Scan, rules: ReadonlyMap<string, Rule>): Candidate[] {
  const found: Candidate[] = [];
  let seenTo = -1;
  for (const t of scan.topics) {
    const start = scan.start[t] as number;
    if (start < seenTo || !hasWord(TRIGGERS, scan.hash[t] as number)) continue;
    const lineEnd = endOfLine(scan.text, start);
    const lineStart = scan.text.lastIndexOf("\n", start) + 1;
    seenTo = lineEnd;
    if (lineEnd - lineStart > LONGEST_LINE) continue;
    const header = headerOf(scan.text.slice(lineStart, lineEnd), lineStart, rules);
    if (header !== undefined) seenTo = readRows(scan, lineEnd + 1, header.separator, header.columns, found);
  }
  return found;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function separatorOf(line: string): RegExp | undefined {
  if (line.includes("\t")) return /\t/;
  if (line.includes("|")) return /\|/;
  if (line.includes(";")) return /;/;
  // "Nov 8, 2015" and "Lopez, Maria" hold a comma too: in a list without blanks it is followed by one.
  if (/,(?! )/.test(line)) return /,(?! )/;
  if (line.includes(",")) return /,/;
  return / {2,}/.test(line) ? / {2,}/ : undefined;
}

function cellsOf(line: string, start: number, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const piece of line.split(separator)) {
    const from = line.indexOf(piece, at);
    const lead = piece.length - piece.trimStart().length;
    cells.push({ start: start + from + lead, text: piece.trim() });
    at = from + piece.length;
  }
  return cells;
}

function headerOf(line: string, start: number, rules: ReadonlyMap<string, Rule>): { separator: RegExp; columns: readonly (Column | undefined)[] } | undefined {
  const separator = separatorOf(line);
  if (separator === undefined) return undefined;
  const cells = cellsOf(line, start, separator);
  if (cells.length < 2 || cells.length > 60) return undefined;
  const columns = cells.map((cell) => columnOf(cell.text, rules));
  const known = columns.filter((column) => column !== undefined);
  if (known.length < 2 || !known.some((column) => CLINICAL.has(column.rule.id))) return undefined;
  return { separator, columns };
}

function columnOf(text: string, rules: ReadonlyMap<string, Rule>): Column | undefined {
  if (text.length > 30) return undefined;
  const entry = HEADS.find(({ head }) => head.test(text.replace(/[*_:]+/g, "").trim()));
  const rule = entry === undefined ? undefined : rules.get(entry.ruleId);
  return entry === undefined || rule === undefined ? undefined : { rule, head: entry.ruleId, weight: entry.weight };
}

/** Reads the rows below a head; returns the offset where the table ends. */
function readRows(scan: Scan, from: number, separator: RegExp, columns: readonly (Column | undefined)[], found: Candidate[]): number {
  const { text } = scan;
  let at = from;
  for (let row = 0; row < ROWS && at < text.length; row++) {
    const end = endOfLine(text, at);
    if (end - at > LONGEST_LINE * 4) return at;
    const line = text.slice(at, end);
    const cells = cellsOf(line, at, separator);
    if (cells.length < 2) return at;
    // A row with more or fewer cells than the head cannot be told apart cell by cell.
    if (cells.length === columns.length || (cells.length === columns.length + 1 && cells[cells.length - 1]?.text === "")) {
      cells.forEach((cell, k) => addCell(scan, cell, columns[k], found));
    }
    at = end + 1;
  }
  return at;
}

function addCell(scan: Scan, cell: Cell, column: Column | undefined, found: Candidate[]): void {
  if (column === undefined || cell.text.length < 2 || cell.text.length > LONGEST_CELL || /^[-_\s.]*$/.test(cell.text)) return;
  const { rule, weight } = column;
  const digits = cell.text.replace(/\D/g, "").length;
  const health = rule.part === "health";
  if (!health && rule.part !== "A" && rule.part !== "B" && digits < 3) return;
  if (rule.part === "A" && (digits > 0 || !/^\p{Lu}/u.test(cell.text))) return;
  const end = cell.start + cell.text.length;
  const test = rule.testValue?.(cell.text);
  found.push({
    rule, start: cell.start, end, token: tokenAt(scan, cell.start), after: tokenAt(scan, end), points: POINTS, weight,
    role: health ? undefined : "patient", care: rule.care ?? 0, test: test !== undefined, key: health ? hashOf(scan, tokenAt(scan, cell.start)) : 0, sensitive: undefined,
    evidence: [{ kind: "structure", name: `column head of ${column.head}` }, ...(test === undefined ? [] : [{ kind: "test-value" as const, name: test }])],
  });
}
