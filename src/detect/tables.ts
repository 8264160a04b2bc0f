/** Tables: under a head that names an identifier, a cell is one, whatever its shape. Tabs, bars, commas and semicolons part the cells. */
import type { Role } from "../contract/index.ts";
import { hasWord, wordsOf } from "./context.ts";
import type { Candidate } from "./engine.ts";
import { MARK } from "./lexicon/index.ts";
import { hashOf, tokenAt } from "./scan.ts";
import type { Scan } from "./scan.ts";
import type { Rule } from "./rule.ts";

interface Head {
  readonly head: RegExp;
  readonly ruleId: string;
  readonly weight: number;
  /** A head like this speaks of patients; "name, phone" alone may be anyone's list. */
  readonly clinical?: boolean;
  /** Given names and surnames in columns of their own, side by side, are one name. */
  readonly isPart?: boolean;
  /** Care that a cell tells by itself: only who gives care has patients. */
  readonly care?: number;
  /** `provider`: people who give care. `unknown`: no one's in its own right. */
  readonly role?: Role;
}

/** What a column holds, by its head without dots, underscores and brackets. */
const HEADS: readonly Head[] = [
  { head: /^(?:e?mrn|mr ?#|(?:med(?:ical)? )?rec(?:ord)? ?(?:no|number|#|num|id)|med(?:ical)? rec(?:ord)?|chart ?(?:no|number|#|id)|(?:patient|pt|pat) ?(?:id|no|number|#|num|identifier|mrn|account))$/i, ruleId: "mrn", weight: 90, clinical: true },
  { head: /^(?:nhc|n[º°o]? ?(?:de )?historia(?: cl[ií]nica)?|historia(?: cl[ií]nica)?|n[uú]m(?:ero)? (?:de )?historia(?: cl[ií]nica)?|expediente(?: cl[ií]nico)?)$/i, ruleId: "es-record-number", weight: 90, clinical: true },
  { head: /^(?:(?:patient |pt |pat )?(?:dob|birth ?date)|date of birth|birthday|(?:fecha (?:de )?|f ?)nac(?:imiento)?)$/i, ruleId: "date-of-birth", weight: 55, clinical: true },
  { head: /^(?:ssn|social(?: security)?(?: ?(?:no|number|#))?|ss ?#)$/i, ruleId: "us-ssn", weight: 90 },
  { head: /^(?:member|subscriber|policy|ins(?:urance)?|medicare|medicaid|mbi)(?: ?(?:id|no|number|#))?$/i, ruleId: "health-plan-id", weight: 80, clinical: true },
  { head: /^(?:acct|account|claim|encounter|visit|csn|fin)(?: ?(?:id|no|number|#))?$/i, ruleId: "account-number", weight: 50 },
  { head: /^(?:patient|pt|pat)(?: name)?$/i, ruleId: "name-labelled", weight: 75, clinical: true, care: 40 },
  { head: /^(?:(?:member|client|resident|full)(?: ?name)?|(?:full )?name|paciente|(?:nombre y apellidos|apellidos y nombre)(?: del paciente)?)$/i, ruleId: "name-labelled", weight: 75 },
  { head: /^(?:patient|pt|pat) (?:first|last|given|family|middle)(?: ?name)?$/i, ruleId: "name-labelled", weight: 75, clinical: true, isPart: true, care: 40 },
  { head: /^(?:(?:member |client |resident )?(?:first|last|given|family|middle)(?: ?name)?|surname|forename|mi|nombres?|(?:primer |segundo |1er |2º )?apellidos?)$/i, ruleId: "name-labelled", weight: 75, isPart: true },
  { head: /^(?:(?:home|cell|mobile|work)? ?(?:phone|tel(?:ephone)?)(?: ?(?:no|number|#))?|cell|contact|tel[eé]fono|m[oó]vil|tfno)$/i, ruleId: "us-phone", weight: 40 },
  { head: /^(?:(?:home |street |mailing )?address|direcci[oó]n|domicilio)$/i, ruleId: "us-street-address", weight: 45 },
  { head: /^(?:dos|date of service|service date|(?:appt|appointment|visit|admit|admission|discharge|encounter) ?date|fecha (?:de )?(?:ingreso|alta|consulta|cita))$/i, ruleId: "date", weight: 15, role: "unknown" },
  { head: /^(?:(?:attending|referring|primary care|ordering) )?(?:provider|physician|doctor|pcp|therapist|clinician|surgeon)(?: name)?$|^(?:m[eé]dico|facultativo)$/i, ruleId: "name-labelled", weight: 20, role: "provider" },
  { head: /^(?:(?:primary )?(?:dx|diag|diagnos[ei]s)(?: ?(?:code|description|desc))?|icd(?:[- ]?10)?(?:[- ]?cm)?(?: ?codes?)?|reason for visit|medications?|meds?|rx|allerg(?:y|ies)|chief complaint|diagn[oó]stico|medicaci[oó]n|alergias?)s?$/i, ruleId: "diagnosis", weight: 90, clinical: true },
  // Machines have problems too, and so do invoices.
  { head: /^(?:reason|visit reason|condition|problem|procedure|result|motivo(?: de consulta)?|tratamiento)s?$/i, ruleId: "diagnosis", weight: 90 },
];
/** Any of them: most cells are no head, and one look tells. */
const ANY_HEAD = new RegExp(HEADS.map(({ head }) => head.source).join("|"), "i");
const TRIGGERS = wordsOf("mrn,dob,d,ssn,dx,dx1,diag,diagnosis,diagnoses,icd,icd10,member,subscriber,acct,account,patient,patientid,patientname,pt,pat,resident,chart,birth,birthdate,med,medical,medicare,medicaid,claim,nombre,paciente,nhc,historia,nac,diagnóstico,apellidos", MARK.TOPIC);
const LONGEST_LINE = 600;
const ROWS = 2000;
const LONGEST_CELL = 90;
const POINTS = 24;
const LONGEST_HEAD = 40;
const HEADS_LOOKED_AT = 8;
/** Lines without cells between the rows of one sheet: blank ones, and titles of groups. */
const MOST_BETWEEN = 3;

interface Cell {
  readonly start: number;
  readonly text: string;
}

interface Column extends Head {
  readonly rule: Rule;
}

interface Table {
  readonly separator: RegExp;
  /** Cells parted by tabs come from a table that was one: a row with fewer is empty at its end. */
  readonly isTabbed: boolean;
  readonly columns: readonly (Column | undefined)[];
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
    if (header !== undefined) seenTo = readRows(scan, lineEnd + 1, header, rules, found);
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

/** A head has two columns or more that we know, and one of them speaks of patients. */
function headerOf(line: string, start: number, rules: ReadonlyMap<string, Rule>): Table | undefined {
  const separator = separatorOf(line);
  if (separator === undefined) return undefined;
  const cells = cellsOf(line, start, separator);
  if (cells.length < 2 || cells.length > 60 || cells.filter(mayBeHead).length < 2) return undefined;
  const columns = cells.map((cell) => columnOf(cell.text, rules));
  const known = columns.filter((column) => column !== undefined);
  if (known.length < 2 || !known.some(({ clinical }) => clinical === true)) return undefined;
  return { separator, isTabbed: line.includes("\t"), columns };
}

/** "PT_LastName *", "D.O.B. (mm/dd/yyyy)", "Dx 1" as people say it. */
function plainHead(text: string): string {
  return text.replace(/([a-z])(?=[A-Z])/g, "$1 ").replace(/\.(?=\S)(?!\S{3})|[.*:]|\([^()]*\)$/g, "").replace(/[_\s]{1,40}/g, " ").replace(/ ?\d$/, "").trim();
}

/** A value, or prose between commas, is told from a head without a look at the words: no head has so many digits on end. */
function mayBeHead({ text }: Cell): boolean {
  return text !== "" && text.length <= LONGEST_HEAD && (text.includes("(") || !FOUR_DIGITS.test(text));
}

const FOUR_DIGITS = /\d{4}/;

function columnOf(text: string, rules: ReadonlyMap<string, Rule>): Column | undefined {
  if (text === "" || text.length > LONGEST_HEAD) return undefined;
  const plain = plainHead(text);
  if (!ANY_HEAD.test(plain)) return undefined;
  const entry = HEADS.find(({ head }) => head.test(plain));
  const rule = entry === undefined ? undefined : rules.get(entry.ruleId);
  return entry === undefined || rule === undefined ? undefined : { ...entry, rule };
}

/** True for the head of another table: two of its cells are heads. */
function isHead(cells: readonly Cell[], rules: ReadonlyMap<string, Rule>): boolean {
  let heads = 0;
  for (let k = 0; k < cells.length && k < HEADS_LOOKED_AT && heads < 2; k++) if (columnOf((cells[k] as Cell).text, rules) !== undefined) heads++;
  return heads > 1;
}

/** Reads the rows below a head; returns the offset where the table ends. */
function readRows(scan: Scan, from: number, { separator, isTabbed, columns }: Table, rules: ReadonlyMap<string, Rule>, found: Candidate[]): number {
  const { text } = scan;
  let at = from;
  let between = 0;
  for (let row = 0; row < ROWS && at < text.length; row++) {
    const end = endOfLine(text, at);
    if (end - at > LONGEST_LINE * 4) return at;
    const cells = cellsOf(text.slice(at, end), at, separator);
    if (cells.length < 2) {
      if (!isTabbed || ++between > MOST_BETWEEN) return at;
    } else {
      if (isHead(cells, rules)) return at;
      between = 0;
      // Between commas, a row with more or fewer cells than the head cannot be told apart cell by cell.
      if (isTabbed || cells.length === columns.length || (cells.length === columns.length + 1 && cells[cells.length - 1]?.text === "")) addRow(scan, cells, columns, found);
    }
    at = end + 1;
  }
  return at;
}

function addRow(scan: Scan, cells: readonly Cell[], columns: readonly (Column | undefined)[], found: Candidate[]): void {
  for (let k = 0; k < cells.length && k < columns.length; k++) {
    const column = columns[k];
    const cell = cells[k] as Cell;
    if (column === undefined) continue;
    let last = k;
    while (column.isPart === true && cell.text !== "" && columns[last + 1]?.isPart === true && isNamePart(cells[last + 1])) last++;
    const end = (cells[last] as Cell).start + (cells[last] as Cell).text.length;
    addCell(scan, last === k ? cell : { start: cell.start, text: scan.text.slice(cell.start, end) }, column, found);
    k = last;
  }
}

function isName(text: string): boolean {
  return /^\p{Lu}\D*$/u.test(text);
}

function isNamePart(cell: Cell | undefined): boolean {
  return cell !== undefined && isName(cell.text);
}

function addCell(scan: Scan, cell: Cell, { rule, weight, role, ruleId, care = rule.care ?? 0 }: Column, found: Candidate[]): void {
  if (cell.text.length < 2 || cell.text.length > LONGEST_CELL || /^[-_\s.]*$/.test(cell.text)) return;
  const digits = cell.text.replace(/\D/g, "").length;
  const health = rule.part === "health";
  if (!health && rule.part !== "A" && rule.part !== "B" && digits < 3) return;
  if (rule.part === "A" && !isName(cell.text)) return;
  const end = cell.start + cell.text.length;
  const test = rule.testValue?.(cell.text);
  found.push({
    rule, start: cell.start, end, token: tokenAt(scan, cell.start), after: tokenAt(scan, end), points: POINTS, weight,
    role: health || role === "unknown" ? undefined : (role ?? "patient"), care, test: test !== undefined, key: health ? hashOf(scan, tokenAt(scan, cell.start)) : 0, sensitive: undefined,
    evidence: [{ kind: "structure", name: `column head of ${ruleId}` }, ...(test === undefined ? [] : [{ kind: "test-value" as const, name: test }])],
  });
}
