/** ASC X12 interchanges: segments become labelled lines, each number under the name of whose it is. */
import type { Format } from "../../format.ts";
import { Lines } from "../../lines.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { addressOf, dateOf, dotted, joined, line, nameOf, phoneOf, pieces, providerName } from "./values.ts";
import { COMPANIES, DATES, DIAGNOSES, NUMBERS, PATIENTS, PROCEDURES, PROVIDERS, REFERENCES, SERVICE_CODES, TRANSACTIONS } from "./x12-codes.ts";

const ISA_ELEMENTS = 16;
/** Characters of a segment's name. */
const LONGEST_TAG = 3;

/** Separators of an interchange: by the places of the sixteen elements of ISA, the last of which is one character (X12.5). */
interface Marks {
  readonly element: string;
  readonly component: string;
  readonly segment: string;
}

function marksOf(text: string, from: number): Marks | undefined {
  const element = text.charAt(from + 3);
  let at = from + 3;
  for (let count = 1; count < ISA_ELEMENTS && at !== -1; count++) at = text.indexOf(element, at + 1);
  const component = text.charAt(at + 1);
  return at === -1 || component === "" ? undefined : { element, component, segment: text.charAt(at + 2) };
}

type Side = "patient" | "provider" | "company";

function range(format: string, value: string): string {
  return format === "RD8" ? value.split("-").map(dateOf).join(" to ") : dateOf(value);
}

class Interchange {
  readonly lines: Lines;
  private readonly budget: Sink["budget"];
  private component = ":";
  private side: Side = "company";
  private owner = "";
  private street: readonly (string | undefined)[] = [];
  /** The subscriber is not the patient, who follows in a loop of their own. */
  private insuresOther = false;
  /** The interchange and each transaction in it that were opened and not yet closed. */
  private open = 0;

  constructor(out: Sink) {
    this.budget = out.budget;
    this.lines = new Lines(out.budget);
  }

  get isWhole(): boolean {
    return this.open === 0;
  }

  segment(text: string, { element, component }: Marks): void {
    this.budget.step();
    this.component = component;
    const [name = "", ...elements] = pieces(text, element);
    const known = this.known(name, elements);
    if (known !== undefined) return;
    if (elements.length === 0 && name.length > LONGEST_TAG) this.lines.add(text);
    elements.forEach((value, at) => { this.add(`${name}-${at + 1}`, pieces(value, component).join(" ")); });
  }

  private add(label: string, value: string | undefined): void {
    const written = line(label, value);
    if (written !== undefined) this.lines.add(written);
  }

  /** The label, under whose it is: a provider's telephone number is no patient's. */
  private own(label: string, value: string | undefined): void {
    if (this.side === "patient") this.add(label, value);
    else this.add(/^(?:NPI|Tax ID|Provider)/.test(label) ? label : joined([this.owner, label.toLowerCase()]), value);
  }

  private rest(name: string, elements: readonly string[], from: number): void {
    elements.forEach((value, at) => { if (at >= from) this.add(`${name}-${at + 1}`, pieces(value, this.component).join(" ")); });
  }

  /** Writes a segment that has a meaning here. `undefined`: it has none. */
  private known(name: string, elements: readonly string[]): true | undefined {
    const [first = "", second = "", third = "", fourth = ""] = elements;
    switch (name) {
      case "ISA": case "ST": this.open += 1; return name === "ISA" ? this.sender(elements) : this.transaction(first);
      case "IEA": case "SE": this.open -= 1; return true;
      case "GS": case "GE": case "LX": return true;
      case "HL": this.insuresOther = false; return true;
      case "SBR": this.insuresOther = second !== "18"; this.add("Group number", third); this.add("Group name", fourth); this.rest(name, elements, 4); return true;
      case "NM1": return this.person(elements);
      case "N1": return this.person([first, "2", second, "", "", "", "", third, fourth]);
      case "N3": this.street = [first, second]; return true;
      case "N4": this.own("Address", addressOf(this.street, first, second, third, fourth)); this.street = []; this.rest(name, elements, 4); return true;
      case "PER": return this.contact(elements);
      case "DMG": this.own("Date of birth", dateOf(second)); this.own("Sex", third); this.rest(name, elements, 3); return true;
      case "REF": this.reference(first, second); this.add("Description", third); this.rest(name, elements, 3); return true;
      case "DTP": this.add(DATES[first] ?? `Date ${first}`, range(second, third)); return true;
      case "DTM": this.add(DATES[first] ?? `Date ${first}`, dateOf(second)); this.rest(name, elements, 2); return true;
      default: return this.claim(name, elements);
    }
  }

  private claim(name: string, elements: readonly string[]): true | undefined {
    const [first = "", second = ""] = elements;
    switch (name) {
      case "CLM": this.add("Claim number", first); this.add("Claim amount", second); this.rest(name, elements, 2); return true;
      case "CLP": this.add("Patient account number", first); this.add("Claim amount", elements[2]); this.add("Claim number", elements[6]); this.rest(name, elements.map((value, at) => (at === 2 || at === 6 ? "" : value)), 1); return true;
      case "HI": for (const code of elements) this.code(pieces(code, this.component)); return true;
      case "SV1": case "SV2": case "SV3": case "SVC": {
        const at = name === "SV2" ? 1 : 0;
        const [list = "", ...code] = pieces(elements[at] ?? "", this.component);
        this.add("Procedure", joined([SERVICE_CODES[list] ?? list, ...code]));
        this.rest(name, elements.map((value, index) => (index === at ? "" : value)), 0);
        return true;
      }
      case "LIN": this.add(second === "N4" ? "NDC" : "Item", elements[2]); return true;
      case "NTE": this.add("Note", second); return true;
      case "MSG": this.add("Message", first); return true;
      case "TRN": this.add("Trace number", second); this.rest(name, elements, 2); return true;
      default: return undefined;
    }
  }

  private transaction(code: string): true {
    this.lines.add("");
    this.side = "company";
    this.add("Transaction", joined([TRANSACTIONS[code], `(X12 ${code})`]));
    return true;
  }

  private sender(elements: readonly string[]): true {
    this.add("Interchange sender", elements[5]);
    this.add("Interchange receiver", elements[7]);
    return true;
  }

  private person([role = "", type = "", family = "", given = "", middle = "", , suffix = "", kind = "", number = "", ...others]: readonly string[]): true {
    const patient = role === "IL" && !this.insuresOther ? "Patient name" : PATIENTS[role];
    const provider = PROVIDERS[role];
    this.side = patient !== undefined ? "patient" : provider !== undefined ? "provider" : "company";
    this.owner = patient ?? provider ?? COMPANIES[role] ?? `Party ${role}`;
    const parts = { family, given, middle, suffix };
    this.add(this.owner, type === "2" ? family : this.side === "patient" ? nameOf(parts) : providerName(parts));
    if (number !== "") this.own(this.side === "patient" ? (NUMBERS[kind] ?? "Member ID") : kind === "XX" ? "NPI" : kind === "FI" || kind === "24" ? "Tax ID" : "Number", number);
    this.rest("NM1", others, 0);
    return true;
  }

  private contact([, name, ...pairs]: readonly string[]): true {
    this.add("Contact", name);
    const labels: Readonly<Record<string, string>> = { TE: "Phone", HP: "Home phone", CP: "Mobile phone", WP: "Work phone", FX: "Fax", EM: "Email" };
    for (let at = 0; at + 1 < pairs.length; at += 2) this.own(labels[pairs[at] ?? ""] ?? "Contact", phoneOf(pairs[at + 1] ?? ""));
    return true;
  }

  private reference(kind: string, number: string): void {
    const label = REFERENCES[kind] ?? `Reference ${kind}`;
    if (this.side === "provider" && /^(?:Tax ID|NPI|Provider|Location|CLIA)/.test(label)) this.own(label, number);
    else this.add(label, number);
  }

  private code([list = "", code = "", ...others]: readonly string[]): void {
    const [diagnosis, procedure] = [DIAGNOSES[list], PROCEDURES[list]];
    if (diagnosis !== undefined) this.add("Diagnosis", joined([diagnosis, diagnosis === "ICD-10" ? dotted(code) : code, ...others]));
    else this.add(procedure === undefined ? `Code ${list}` : "Procedure", joined([procedure, code, ...others]));
  }
}

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  const interchange = new Interchange(out);
  let at = text.indexOf("ISA");
  let marks: Marks | undefined;
  while (at !== -1 && at < text.length) {
    if (text.startsWith("ISA", at)) marks = marksOf(text, at) ?? marks;
    if (marks === undefined) break;
    const end = marks.segment === "" ? -1 : text.indexOf(marks.segment, at);
    const segment = text.slice(at, end === -1 ? text.length : end).trim();
    if (segment !== "") interchange.segment(segment, marks);
    at = end === -1 ? text.length : end + 1;
    while (at < text.length && text.charCodeAt(at) <= 32) at++;
  }
  if (interchange.lines.overflowed) out.missed("too-large");
  if (marks === undefined || !interchange.isWhole) out.missed("damaged");
  out.text(marks === undefined ? text : interchange.lines.toString(), { kind: "record" });
}

export const X12: Format = {
  key: "x12", endings: ["x12", "edi", "837", "835", "834"],
  told: ({ start }) => /^ISA([^\w\s])\d\d\1.{10}\1\d\d\1/.test(start), read,
};
