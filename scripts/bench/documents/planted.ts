/** Documents with a patient planted in one spot, and the same documents without: 12 formats, 20 documents each. Seeded. */
import { pick, seeded } from "../random.ts";
import { date, DIAGNOSES, digits, DRUGS, LABS, person, phone, PROCEDURES, recordNumber, writer } from "../sample-writer.ts";
import { CLINICAL, HARD, MAIL } from "../samples-negative.ts";
import { POSITIVE } from "../samples-positive.ts";
import type { Shape } from "../samples-positive.ts";
import type { Content, DocumentWriter, Spot } from "./document.ts";
import { DOCX } from "./docx.ts";
import { ODT } from "./odt.ts";
import { XLS, XLSB } from "./old-sheets.ts";
import { PDF } from "./pdf.ts";
import { CSV, EML, HTML, RTF, ZIP } from "./plain-formats.ts";
import { PPTX } from "./pptx.ts";
import { XLSX } from "./xlsx.ts";
import { zip } from "./zip.ts";

export const WRITERS: readonly DocumentWriter[] = [DOCX, XLSX, XLS, XLSB, PPTX, ODT, PDF, RTF, EML, CSV, HTML, ZIP];
const DOCUMENTS_PER_FORMAT = 20;

export interface PlantedDocument {
  readonly id: string;
  readonly format: string;
  readonly spot: Spot;
  readonly planted: boolean;
  readonly name: string;
  readonly bytes: Uint8Array;
}

function told(random: () => number, shape: Shape): string {
  const w = writer(random);
  shape(w);
  return w.row("").text.replace(/^Subject: [^\n]*\n+/, "");
}

type Rows = readonly (readonly string[])[];

function roster(random: () => number): Rows {
  const head = pick(random, [
    ["Patient Name", "DOB", "MRN", "Diagnosis"], ["Name", "Date of Birth", "MRN", "Reason for visit"], ["Pt", "DOB", "Medical Record Number", "Dx"], ["Last name", "First name", "DOB", "MRN"],
  ]);
  const lines = Array.from({ length: 4 + Math.floor(random() * 8) }, () => {
    const { full, given, surname } = person(random);
    const [born, record, why] = [date(random, 1940, 2015), recordNumber(random), pick(random, DIAGNOSES)];
    return head[0] === "Last name" ? [surname, given, born, record] : [pick(random, [full, `${surname}, ${given}`]), born, record, why];
  });
  return [head, ...lines];
}

function stock(random: () => number): Rows {
  const head = pick(random, [["Item", "Quantity", "Lot", "Delivered"], ["Name", "Extension", "Desk", "Start date"], ["Vendor", "Invoice", "Amount", "Due"], ["Room", "Booked by", "From", "To"]]);
  const lines = Array.from({ length: 4 + Math.floor(random() * 8) }, () => {
    if (head[0] === "Name") return [person(random).full, digits(random, 4), `${digits(random, 1)}B`, date(random, 2015, 2026)];
    if (head[0] === "Room") return [digits(random, 3), person(random).full, "09:00", "10:30"];
    return [pick(random, ["Nitrile gloves", "Printer paper", "Pulse oximeter", "Desk lamp"]), digits(random, 2), digits(random, 6), date(random, 2026, 2026)];
  });
  return [head, ...lines];
}

/** One sentence that names a patient and says something of their care. */
function sentence(random: () => number): string {
  const { full, given, surname } = person(random);
  const [born, record] = [date(random, 1935, 2015), recordNumber(random)];
  return pick(random, [
    `${full}, DOB ${born}, MRN ${record}, ${pick(random, DIAGNOSES)}`, `Referral of ${full} (MRN ${record}) for ${pick(random, PROCEDURES)}`,
    `${surname}, ${given} ${born} ${pick(random, DRUGS)} refused, see MRN ${record}`, `Results for ${full}, date of birth ${born}: ${pick(random, LABS)}`,
  ]);
}

function neutral(random: () => number): string {
  return pick(random, ["Draft for the board, not yet approved", "Please shorten this paragraph", "Quarterly figures, second floor", `Prepared by ${person(random).full}`, "Version 3, reviewed by facilities"]);
}

/** Below this many characters a last paragraph is a sign-off, which no paragraph of a document has. */
const SIGN_OFF = 45;

function unsigned(text: string): string {
  const last = text.lastIndexOf("\n");
  const paragraph = text.lastIndexOf("\n\n");
  if (paragraph > 0 && text.length - paragraph < SIGN_OFF) return text.slice(0, paragraph);
  return last > 0 && text.length - last < SIGN_OFF ? text.slice(0, last) : text;
}

/** Paragraphs of one kind: a vignette beside a stranger's name would tell of that person. */
function background(random: () => number): readonly string[] {
  const kind = pick(random, [CLINICAL, MAIL, HARD]);
  return Array.from({ length: 2 + Math.floor(random() * 4) }, () => unsigned(told(random, pick(random, kind))));
}

const LETTERS = POSITIVE;

function planted(spot: Spot, random: () => number): Partial<Content> {
  switch (spot) {
    case "body": return { paragraphs: [told(random, pick(random, LETTERS))] };
    case "table": return { table: roster(random) };
    case "hidden": return { hidden: roster(random).map((row) => row.join("\t")).join("\n") };
    case "header": return { header: `Patient: ${person(random).full}   MRN: ${recordNumber(random)}   DOB: ${date(random, 1935, 2015)}`, paragraphs: [told(random, pick(random, CLINICAL))] };
    case "comment": return { comment: { author: person(random).full, text: sentence(random) } };
    case "metadata": return { metadata: sentence(random) };
    case "deleted": return { deleted: sentence(random) };
    case "notes": return { notes: sentence(random) };
    case "form": return { form: [["Patient name", person(random).full], ["Date of birth", date(random, 1935, 2015)], ["MRN", recordNumber(random)], ["Diagnosis", pick(random, DIAGNOSES)]] };
    case "inner": return { inner: { name: "scan-notes.zip", bytes: zip({ "a/notes.docx": DOCX.write({ title: "Notes", paragraphs: [told(random, pick(random, LETTERS))] }) }) } };
  }
}

function harmless(spot: Spot, random: () => number): Partial<Content> {
  switch (spot) {
    case "body": return {};
    case "table": return { table: stock(random) };
    case "hidden": return { hidden: stock(random).map((row) => row.join("\t")).join("\n") };
    case "header": return { header: "Harbor Clinic   Policy 12   Page 1", paragraphs: [told(random, pick(random, CLINICAL))] };
    case "comment": return { comment: { author: person(random).full, text: neutral(random) } };
    case "metadata": return { metadata: neutral(random) };
    case "deleted": return { deleted: neutral(random) };
    case "notes": return { notes: neutral(random) };
    case "form": return { form: [["Vendor", "Harbor Supplies"], ["Contact", person(random).full], ["Phone", phone(random)], ["Order", digits(random, 8)]] };
    case "inner": return { inner: { name: "minutes.zip", bytes: zip({ "a/minutes.docx": DOCX.write({ title: "Minutes", paragraphs: background(random) }) }) } };
  }
}

/** The set with or without patients. The same seed gives the same bytes. */
export function plantedDocuments(withPatients: boolean, seed: number): readonly PlantedDocument[] {
  const random = seeded(seed);
  return WRITERS.flatMap((writer) => Array.from({ length: DOCUMENTS_PER_FORMAT }, (_, index) => {
    const spot = writer.spots[index % writer.spots.length] ?? "body";
    const base: Content = { title: pick(random, ["Minutes", "Report", "Overview", "Draft"]), paragraphs: background(random) };
    const there = (withPatients ? planted : harmless)(spot, random);
    const content: Content = { ...base, ...there, paragraphs: spot === "header" ? there.paragraphs ?? [] : [...base.paragraphs, ...(there.paragraphs ?? [])] };
    return {
      id: `${writer.format}-${spot}-${index}`, format: writer.format, spot, planted: withPatients, name: `document${index}.${writer.ending}`, bytes: writer.write(content),
    };
  }));
}
