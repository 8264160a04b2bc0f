/** FHIR resources in JSON or XML (HL7 FHIR R4): names, numbers and codes under the label of whose they are. */
import { base64ToBytes } from "../../base64.ts";
import type { Format } from "../../format.ts";
import { parsedJson } from "../../json.ts";
import { Lines, linesOf } from "../../lines.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { readFhirXml } from "./fhir-xml.ts";
import { addressOf, joined, line, nameOf, phoneOf, providerName } from "./values.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Bundles hold resources that hold others; nothing else nests deep. */
const DEEPEST = 60;
const PROVIDERS = new Set(["Practitioner", "PractitionerRole", "Organization", "Location", "HealthcareService", "CareTeam"]);
/** What the type of an identifier (v2 table 0203) is called. */
const ID_LABELS: Readonly<Record<string, string>> = { MR: "MRN", SS: "SSN", SB: "SSN", DL: "Driver's license", PPN: "Passport number", MB: "Member ID", MC: "Medicare number", MA: "Medicaid number", AN: "Account number", NPI: "NPI", VN: "Visit number" };
const LABELS: Readonly<Record<string, string>> = { birthDate: "Date of birth", gender: "Sex", deceasedDateTime: "Date of death", subscriberId: "Member ID", "Condition.code": "Diagnosis", "AllergyIntolerance.code": "Allergy", "Procedure.code": "Procedure", medicationCodeableConcept: "Medication", reasonCode: "Reason", authoredOn: "Prescribed" };
/** Names of vocabularies, profiles and versions. */
const NO_CONTENT = new Set(["resourceType", "system", "meta", "fullUrl", "use", "url", "rank", "userSelected"]);

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : Array.isArray(value) ? joined(value.map(textOf)) : "";
}

/** CodeableConcept, Coding, Quantity, Reference in one line. */
function shortOf(value: unknown): string {
  if (!isFields(value)) return textOf(value);
  if (Array.isArray(value["coding"])) {
    const codings = value["coding"].filter(isFields);
    return joined([textOf(codings[0]?.["code"]), textOf(value["text"]) || textOf(codings[0]?.["display"]), ...codings.slice(1).map(({ code, display }) => joined([textOf(code), textOf(display)]))]);
  }
  return joined([value["value"], value["unit"] ?? value["code"], value["display"], value["text"]].map(textOf));
}

class Resources {
  readonly lines: Lines;
  private readonly out: Sink;

  constructor(out: Sink) {
    this.out = out;
    this.lines = new Lines(out.budget);
  }

  private add(label: string, value: string): void {
    const written = line(label, value);
    if (written !== undefined) this.lines.add(written);
  }

  /** `type` is the resource that the value stands in. */
  walk(value: unknown, key: string, type: string, depth: number): void {
    this.out.budget.step();
    if (depth > DEEPEST) return this.out.missed("too-large");
    if (Array.isArray(value)) for (const item of value) this.walk(item, key, type, depth + 1);
    else if (!isFields(value)) this.add(LABELS[key] ?? key, textOf(value));
    else if (typeof value["resourceType"] === "string") this.resource(value, value["resourceType"], depth);
    else if (!this.written(value, key, type)) this.fields(value, type, depth);
  }

  private resource(value: Fields, type: string, depth: number): void {
    this.lines.add(`\nResource: ${type}`);
    // A result is one line: the test, then its value.
    if (type === "Observation") {
      const result = Object.keys(value).find((name) => name.startsWith("value"));
      if (result !== undefined) this.add(shortOf(value["code"]) || "Observation", shortOf(value[result]));
    }
    this.fields(value, type, depth);
  }

  private fields(value: Fields, type: string, depth: number): void {
    for (const name of Object.keys(value)) if (!NO_CONTENT.has(name)) this.walk(value[name], name, type, depth + 1);
  }

  /** The data types that have a form of their own. */
  private written(value: Fields, key: string, type: string): boolean {
    const provider = PROVIDERS.has(type);
    if (typeof value["div"] === "string") this.add("Narrative", value["div"].replace(/<[^<>]{0,500}>/g, " ").replace(/\s{1,200}/g, " "));
    else if (value["family"] !== undefined || value["given"] !== undefined || key === "name") this.name(value, type, provider);
    else if (value["line"] !== undefined || value["city"] !== undefined) {
      const lines = Array.isArray(value["line"]) ? value["line"].map(textOf) : [];
      this.add(provider ? "Provider address" : "Address", addressOf(lines, textOf(value["city"]), textOf(value["state"]), textOf(value["postalCode"]), textOf(value["country"])));
    } else if (key === "telecom") this.add(provider ? "Provider contact" : value["system"] === "email" ? "Email" : "Phone", phoneOf(textOf(value["value"])));
    else if (key === "identifier") this.identifier(value, provider, type);
    else if (Array.isArray(value["coding"]) || typeof value["reference"] === "string" || (value["value"] !== undefined && value["unit"] !== undefined)) {
      this.add(LABELS[`${type}.${key}`] ?? LABELS[key] ?? key, joined([shortOf(value), textOf(value["reference"])]));
    } else if (typeof value["data"] === "string" && typeof value["contentType"] === "string") this.attachment(value["data"], value["contentType"], textOf(value["title"]));
    else return false;
    return true;
  }

  private name(value: Fields, type: string, provider: boolean): void {
    const given = Array.isArray(value["given"]) ? value["given"].map(textOf) : [textOf(value["given"])];
    const parts = { given: given[0] ?? "", middle: joined(given.slice(1)), family: textOf(value["family"]), suffix: textOf(value["suffix"]) };
    const name = provider ? providerName(parts) : nameOf(parts);
    this.add(provider ? "Provider" : type === "RelatedPerson" ? "Next of kin" : "Patient name", name === "" ? textOf(value["text"]) : name);
  }

  private identifier(value: Fields, provider: boolean, type: string): void {
    const coding = isFields(value["type"]) && Array.isArray(value["type"]["coding"]) ? value["type"]["coding"].filter(isFields)[0] : undefined;
    const system = textOf(value["system"]);
    const code = /us-ssn/.test(system) ? "SS" : /us-npi/.test(system) ? "NPI" : textOf(coding?.["code"]);
    const label = ID_LABELS[code] ?? (type === "Patient" && !provider ? "Patient ID" : "Identifier");
    this.add(label, textOf(value["value"]));
    if (isFields(value["assigner"])) this.add("Assigned by", shortOf(value["assigner"]));
  }

  end(): void {
    if (this.lines.overflowed) this.out.missed("too-large");
    this.out.text(this.lines.toString(), { kind: "record" });
  }

  private attachment(data: string, contentType: string, title: string): void {
    const bytes = base64ToBytes(data.replace(/\s/g, ""));
    if (bytes === undefined) this.out.missed("damaged");
    else this.out.file({ name: title || "attachment", bytes, contentType }, { kind: "record" });
  }
}

/** One resource or bundle, or one a line (bulk data). What does not parse is kept as it stands, and is damaged. */
function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out, true);
  if (text === undefined) return;
  const resources = new Resources(out);
  if (text.trimStart().startsWith("<")) {
    const { roots, isWhole } = readFhirXml(text, out, resources.lines);
    if (!isWhole) out.missed("damaged");
    resources.walk(roots, "", "", 0);
    return resources.end();
  }
  const whole = parsedJson(text);
  if (whole !== undefined && whole !== "too many") resources.walk(whole.value, "", "", 0);
  else {
    for (const piece of linesOf(text)) {
      if (piece.trim() === "") continue;
      const read = parsedJson(piece);
      if (read !== undefined && read !== "too many") resources.walk(read.value, "", "", 0);
      else {
        out.missed(read === undefined ? "damaged" : "too-large");
        resources.lines.add(piece);
      }
    }
  }
  resources.end();
}

export const FHIR: Format = {
  key: "fhir", endings: ["fhir", "ndjson", "json", "xml"],
  told: ({ start, text }) => (/^[[{]/.test(start) ? /"resourceType"\s{0,4}:\s{0,4}"[A-Z]/.test(text) : start.startsWith("<") && /<(?:\w{1,20}:)?[A-Z]\w{1,60}\s[^<>]{0,500}["']http:\/\/hl7\.org\/fhir["']/.test(text)), read,
};
