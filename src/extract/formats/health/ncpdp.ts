/** NCPDP telecommunication (D.0): a pharmacy's claim to a plan and its answer, in fields of two-letter ids. */
import type { Format } from "../../format.ts";
import { Lines } from "../../lines.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { addressOf, dateOf, line, nameOf, nextOf, phoneOf, pieces } from "./values.ts";

const FIELDS: Readonly<Record<string, string>> = {
  CY: "Patient ID", C5: "Sex", HN: "Email", C2: "Cardholder ID", C1: "Group number", C3: "Person code", FO: "Plan ID", D2: "Prescription number", DM: "Prescription number", D3: "Fill number", D7: "NDC", TE: "NDC", E7: "Quantity", D5: "Days supply",
  DF: "Refills", DB: "Prescriber NPI", DR: "Prescriber", DL: "Primary care provider", DO: "Diagnosis", CF: "Employer", CZ: "Employer ID", DZ: "Claim number", EV: "Authorization number", EM: "Prescription qualifier", MG: "Medicaid number", N5: "Medicaid number",
  E9: "Pharmacist", MH: "Processor", F3: "Authorization number", FQ: "Message", F4: "Message", DX: "Amount paid by patient", DQ: "Usual charge", NX: "Member ID", "2C": "Pregnant", H1: "Measured", H2: "Measurement", H3: "Unit", H4: "Value",
};
const DATES: Readonly<Record<string, string>> = { C4: "Date of birth", DE: "Date written", DY: "Date of injury", D1: "Date of service", J4: "Date of service" };
const PHONES: Readonly<Record<string, string>> = { CQ: "Phone", PM: "Prescriber's phone", CK: "Employer's phone" };

/** Transaction header (D.0 section 5): version in characters 7 and 8, then the code, then the provider and the date of service. */
const HEAD = /^(.{6})(D0|5\d)([A-Z]\d)(.{10})(\d)(\d\d)(.{15})(\d{8})/;

function head(text: string): string {
  const found = HEAD.exec(text);
  if (found === null) return text;
  const [, bin = "", , code = "", processor = "", , , provider = "", date = ""] = found;
  return [`Pharmacy claim (NCPDP ${code})`, line("Processor", `${bin} ${processor}`), line("Pharmacy NPI", provider), line("Date of service", dateOf(date)), text.slice(found[0].length).trim()].filter((part) => part !== undefined && part !== "").join("\n");
}

/** Fields of one segment; names and addresses lie in several and are put together. */
function segmentLines(fields: ReadonlyMap<string, string>, lines: Lines): void {
  const used = new Set(["CA", "CB", "CC", "CD", "CM", "CN", "CO", "CP", "2J", "DR", "2K", "2M", "2N", "2P", "AM"]);
  const of = (id: string): string => fields.get(id) ?? "";
  const add = (label: string, value: string): void => {
    const written = line(label, value);
    if (written !== undefined) lines.add(written);
  };
  add("Patient name", nameOf({ given: of("CA"), family: of("CB") }));
  add("Cardholder", nameOf({ given: of("CC"), family: of("CD") }));
  add("Address", addressOf([of("CM")], of("CN"), of("CO"), of("CP")));
  if (of("DR") !== "") add("Prescriber", `Dr ${nameOf({ given: of("2J"), family: of("DR") })}`);
  add("Prescriber address", addressOf([of("2K")], of("2M"), of("2N"), of("2P")));
  for (const [id, value] of fields) {
    if (used.has(id)) continue;
    if (DATES[id] !== undefined) add(DATES[id], dateOf(value));
    else if (PHONES[id] !== undefined) add(PHONES[id], phoneOf(value));
    else add(FIELDS[id] ?? id, value);
  }
}

/** Behind a group (GS) or segment (RS); STX and ETX are marks of transmission. */
const SEGMENT_ENDS = [0x02, 0x03, 0x1d, 0x1e];

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  const lines = new Lines(out.budget);
  let isFirst = true;
  for (let at = 0; at < text.length;) {
    const end = nextOf(text, at, SEGMENT_ENDS);
    const segment = text.slice(at, end);
    // STX stands before the header.
    const isHead = isFirst && (segment.trim() !== "" || text.charCodeAt(end) >= 0x1d);
    at = end + 1;
    out.budget.step();
    if (isHead) {
      isFirst = false;
      lines.add(head(segment.trimStart()));
    }
    if (isHead || segment === "") continue;
    const fields = new Map<string, string>();
    for (const field of pieces(segment, "\x1c")) {
      out.budget.step();
      const id = /^[A-Z\d]{2}/.exec(field)?.[0];
      const value = (id === undefined ? field : field.slice(2)).trim();
      // Fields may repeat; the second of one id begins a new set.
      if (id !== undefined && fields.has(id)) {
        segmentLines(fields, lines);
        fields.clear();
      }
      if (value !== "") fields.set(id ?? "Text", value);
    }
    segmentLines(fields, lines);
  }
  if (lines.overflowed) out.missed("too-large");
  out.text(lines.toString(), { kind: "record" });
}

export const NCPDP: Format = {
  key: "ncpdp", endings: ["ncpdp"], told: ({ text }) => text.includes("\x1E\x1CAM"), read,
};
