/** HL7 v2 messages (chapter 2): fields by their position, with the separators that the message's own head names. */
import { base64ToBytes } from "../../base64.ts";
import type { Format, Head } from "../../format.ts";
import { Lines } from "../../lines.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { hl7Field, ID_TYPES } from "./hl7-fields.ts";
import type { FieldType } from "./hl7-fields.ts";
import { addressOf, dateOf, dotted, joined, line, nameOf, nextOf, phoneOf, pieces, providerName } from "./values.ts";

/** Separators of fields, components, repetitions, escapes and subcomponents (2.5.4). */
interface Marks {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly part: string;
}

const USUAL: Marks = { field: "|", component: "^", repetition: "~", escape: "\\", part: "&" };
const HEADS = /^(?:MSH|FHS|BHS)/;
/** MLLP (appendix C) frames a message in 0x0B … 0x1C 0x0D. */
const SEGMENT_ENDS = [0x0a, 0x0b, 0x0d, 0x1c];
const SEGMENT = /^[A-Z][A-Z\d]{2}$/;
/** A picture or document in an OBX is longer. */
const SHORTEST_FILE = 100;

function marksOf(head: string): Marks {
  const [component = "^", repetition = "~", escape = "\\", part = "&"] = head.slice(4, 8);
  return { field: head.charAt(3), component, repetition, escape, part };
}

/** Undoes `\F\`, `\.br\`, `\X0D\` and the like (2.7). */
function unescaped(text: string, { field, component, repetition, escape, part }: Marks): string {
  if (!text.includes(escape)) return text;
  const coded = pieces(text, escape);
  const plain: Readonly<Record<string, string>> = { F: field, S: component, R: repetition, E: escape, T: part, ".br": "\n", ".sp": "\n", ".ce": "\n", H: "", N: "" };
  let out = coded[0] ?? "";
  for (let at = 1; at < coded.length; at++) {
    const code = coded[at] ?? "";
    const hex = /^X((?:[\dA-F]{2}){1,200})$/i.exec(code)?.[1];
    // A lone escape character, or a code of a vendor's own, stays as it stands.
    const closed = at + 1 < coded.length;
    const meant = !closed ? undefined : hex === undefined ? (plain[code] ?? (/^\.\w\w/.test(code) ? "\n" : undefined)) : hex.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)));
    if (meant === undefined) out += escape + code;
    else out += meant + (coded[++at] ?? "");
  }
  return out;
}

/** One repetition of a field, by component. */
type Parts = readonly string[];

function code([first = "", text = "", system = "", other = "", otherText = ""]: Parts): string {
  return joined([/^I(?:10|CD-?10)/i.test(system) ? dotted(first) : first, text, other, otherText]);
}

function phone([number = "", , , mail = "", country = "", area = "", local = "", extension = ""]: Parts): string {
  return joined([number === "" ? joined([country, phoneOf(area + local)]) : phoneOf(number), extension, mail]);
}

const WRITTEN: Readonly<Record<FieldType, (parts: Parts) => string>> = {
  text: (parts) => joined(parts),
  date: ([stamp = ""]) => dateOf(stamp),
  name: ([family, given, middle, suffix, prefix]) => nameOf({ family, given, middle, suffix, prefix }),
  provider: ([id, family, given, middle, suffix]) => joined([providerName({ family, given, middle, suffix }), family === undefined ? id : id && `(${id})`]),
  id: ([number = ""]) => number,
  address: ([street, other, city, state, zip, country]) => addressOf([street, other], city, state, zip, country),
  phone, code,
  first: ([number = ""]) => number,
};

class Message {
  readonly lines: Lines;
  private readonly out: Sink;
  private marks = USUAL;
  private setId = "";

  constructor(out: Sink) {
    this.out = out;
    this.lines = new Lines(out.budget);
  }

  segment(text: string): void {
    this.out.budget.step();
    if (HEADS.test(text)) this.marks = marksOf(text);
    const fields = [...pieces(text, this.marks.field)];
    const name = fields[0] ?? "";
    // Text that runs on after a line break of its own belongs to the field before it.
    if (!SEGMENT.test(name) || fields.length === 1) return this.add(unescaped(text, this.marks));
    if (HEADS.test(name)) fields.splice(1, 1, this.marks.field, "");
    this.setId = fields[1] ?? "";
    if (name === "OBX") this.observation(fields);
    else if (name === "MSH") this.head(fields);
    else fields.forEach((field, number) => { if (number > 0) this.field(name, number, field); });
  }

  private add(text: string | undefined): void {
    if (text !== undefined && text.trim() !== "") this.lines.add(text);
  }

  private repetitions(field: string): readonly Parts[] {
    return pieces(field, this.marks.repetition).map((repetition) =>
      pieces(repetition, this.marks.component).map((component) => unescaped(pieces(component, this.marks.part).join(" ").trim(), this.marks)));
  }

  private field(segment: string, number: number, field: string): void {
    const meaning = hl7Field(segment, number);
    // `""` deletes a value, and the set id only counts.
    if (field === "" || field === "\"\"" || (meaning === undefined && number === 1 && /^\d{1,4}$/.test(field))) return;
    for (const parts of this.repetitions(field)) {
      this.out.budget.step();
      if (meaning === undefined) this.add(line(`${segment}-${number}`, joined(parts)));
      else this.labelled(meaning.label, meaning.type, parts);
    }
  }

  private labelled(label: string, type: FieldType, parts: Parts): void {
    const written = WRITTEN[type](parts);
    const own = type === "id" ? ID_TYPES[(parts[4] || parts[3] || "").toUpperCase()] : undefined;
    this.add(line(own !== undefined && !label.includes(" of ") ? own : label, written === "" ? joined(parts) : written));
    // What a type has no place for is kept beside it.
    if (type === "address" && parts.length > 8) this.add(line("County", parts[8]));
    if (type === "first" || type === "id") this.add(line("Assigned by", type === "id" ? parts[3] : undefined));
  }

  /** Where it comes from is a system, no person. */
  private head(fields: readonly string[]): void {
    this.add("");
    const places = ["Sending application", "Sending facility", "Receiving application", "Receiving facility"];
    places.forEach((label, at) => this.add(line(label, joined(this.repetitions(fields[at + 3] ?? "")[0] ?? []))));
    fields.forEach((field, number) => { if (number > 6 && number !== 12) this.field("MSH", number, field); });
  }

  /** OBX: `Test: value unit`, with its range and flag (7.4.2). */
  private observation(fields: readonly string[]): void {
    const [type = "", test = "", value = "", unit = "", range = "", flag = ""] = [fields[2], fields[3], fields[5], fields[6], fields[7], fields[8]].map((field) => field ?? "");
    const name = this.repetitions(test)[0] ?? [];
    const label = name[1] || name[0] || "Observation";
    const values = value === "" ? [] : this.repetitions(value);
    const written = values.map((parts) => (type === "ED" && this.embedded(parts, label) ? "" : this.valueOf(type, parts)));
    const text = joined(written, /^(?:TX|FT)$/.test(type) ? "\n" : ", ");
    this.add(line(label, joined([text, ...[unit].map((u) => { const [first = "", long] = this.repetitions(u)[0] ?? []; return first || long; }), range === "" ? "" : `(${range})`, flag])));
    if (name[1] !== undefined && name[1] !== "") this.add(line("Test code", name[0]));
    fields.forEach((field, number) => {
      if (number === 14) this.add(line("Observed", dateOf(field)));
      else if (number === 16 || number === 25) this.labelled("Responsible provider", "provider", this.repetitions(field)[0] ?? []);
      else if ((number === 4 || number > 14) && field !== "") this.field("OBX", number, field);
    });
  }

  private valueOf(type: string, parts: Parts): string {
    const as: Readonly<Record<string, FieldType>> = { CE: "code", CWE: "code", CNE: "code", TS: "date", DT: "date", DTM: "date", XPN: "name", XCN: "provider", XAD: "address", XTN: "phone" };
    return WRITTEN[as[type] ?? "text"](parts);
  }

  /** ED (2A.2.24): source^type^subtype^encoding^data. */
  private embedded([, type = "", subtype = "", encoding = "", data = ""]: Parts, label: string): boolean {
    if (data.length < SHORTEST_FILE || !/^(?:base64|a)$/i.test(encoding)) return false;
    const bytes = /^base64$/i.test(encoding) ? base64ToBytes(data.replace(/\s/g, "")) : undefined;
    if (bytes === undefined) this.out.missed("damaged");
    else this.out.file({ name: `${label || this.setId}.${subtype.toLowerCase()}`, bytes, contentType: `${type}/${subtype}`.toLowerCase() }, { kind: "record" });
    return true;
  }
}

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out, true);
  if (text === undefined) return;
  const message = new Message(out);
  for (let at = 0; at < text.length;) {
    const end = nextOf(text, at, SEGMENT_ENDS);
    if (end > at) message.segment(text.slice(at, end));
    else out.budget.step();
    at = end + 1;
  }
  if (message.lines.overflowed) out.missed("too-large");
  out.text(message.lines.toString(), { kind: "record" });
}

const MESSAGE = /^(?:MSH|FHS|BHS)(\W)(?:(?!\1)[^\w\s]){2,5}\1/;

function isHl7(head: Head): boolean {
  return MESSAGE.test(head.start) || (head.hasEnding("hl7", "er7") && /^[A-Z][A-Z\d]{2}\|/.test(head.start));
}

export const HL7: Format = {
  key: "hl7", endings: ["hl7", "er7"], told: isHl7, read,
};
