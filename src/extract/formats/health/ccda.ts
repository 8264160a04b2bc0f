/** Clinical documents in XML (HL7 CDA R2, C-CDA): whose each name and number is, then the sections as they are read. */
import { base64ToBytes } from "../../base64.ts";
import type { Format } from "../../format.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { scanXml } from "../../xml.ts";
import type { XmlTag } from "../../xml.ts";
import { addressOf, dateOf, joined, line, nameOf, phoneOf, providerName } from "./values.ts";

/** Elements of the header and of entries that say who is spoken of (CDA R2 section 4.2). The innermost holds. */
const PEOPLE: Readonly<Record<string, string>> = {
  recordTarget: "Patient", guardian: "Guardian", relatedEntity: "Next of kin", associatedEntity: "Contact", subject: "Relative", author: "Author", dataEnterer: "Entered by provider", legalAuthenticator: "Signed by provider", authenticator: "Signed by provider",
  custodian: "Custodian", performer: "Provider", encounterParticipant: "Provider", responsibleParty: "Provider", assignedEntity: "Provider", assignedAuthor: "Author", intendedRecipient: "Recipient", providerOrganization: "Provider organization", representedOrganization: "Provider organization", serviceProviderOrganization: "Provider organization",
  participantRole: "Related entity", scopingEntity: "Organization", healthCareFacility: "Facility",
};
const PROVIDERS = /^(?:Author|Entered|Signed|Provider|Custodian|Organization|Facility|Recipient)/;
/** OID of the issuer -> what the number is. */
const ID_LABELS: Readonly<Record<string, string>> = { "2.16.840.1.113883.4.1": "SSN", "2.16.840.1.113883.4.6": "NPI" };
/** Name and address parts whose text is gathered until their whole ends. */
const WHOLES = new Set(["name", "addr"]);
const BLOCKS = new Set(["paragraph", "item", "tr", "title", "caption", "br", "list", "table"]);
const DEEPEST = 500;

/** A document or picture as base64 in the text of an element (CDA R2 data type ED). */
interface Encoded {
  readonly element: string;
  readonly contentType: string;
  readonly packed: boolean;
  readonly pieces: string[];
}

class Document {
  readonly lines: string[] = [];
  private readonly out: Sink;
  private encoded: Encoded | undefined;
  /** The one this record target is known by. Further ids are of other systems, and no further patients. */
  private isNumbered = false;
  private readonly path: string[] = [];
  private parts: Map<string, string> | undefined;
  private words = "";
  private row: string[] | undefined;

  constructor(out: Sink) {
    this.out = out;
  }

  get isWhole(): boolean {
    return this.path.length === 0 && this.encoded === undefined;
  }

  private add(label: string, value: string): void {
    const written = line(label, value.replace(/\s{1,200}/g, " "));
    if (written !== undefined) this.lines.push(written);
  }

  private get owner(): string {
    for (let at = this.path.length - 1; at >= 0; at--) {
      const owner = PEOPLE[this.path[at] ?? ""];
      if (owner !== undefined) return owner;
    }
    return "";
  }

  /** "Date of birth" of the patient, "Guardian date of birth" of others. */
  private own(label: string, value: string): void {
    const { owner } = this;
    this.add(owner === "Patient" || owner === "" ? label : `${owner} ${label.toLowerCase()}`, value);
  }

  open(tag: XmlTag): void {
    if (this.path.length < DEEPEST) this.path.push(tag.name);
    if (tag.name === "recordTarget") this.isNumbered = false;
    if (tag.attribute("representation") === "B64") this.encoded = { element: tag.name, contentType: tag.attribute("mediaType") ?? "", packed: tag.attribute("compression") !== undefined, pieces: [] };
    const isText = this.path.includes("text");
    if (WHOLES.has(tag.name) && !isText) this.parts = new Map();
    else if (BLOCKS.has(tag.name) || tag.name === "th" || tag.name === "td") this.flush();
    if (tag.name === "tr") this.row = [];
    if (!isText) this.values(tag);
  }

  private values(tag: XmlTag): void {
    const value = tag.attribute("value") ?? "";
    const extension = tag.attribute("extension") ?? "";
    if (tag.name === "id" && extension !== "") this.id(ID_LABELS[tag.attribute("root") ?? ""], extension);
    else if (tag.name === "telecom") this.own(/^mailto:/i.test(value) ? "Email" : "Phone", phoneOf(value.replace(/^(?:tel|mailto):/i, "")));
    else if (tag.name === "birthTime") this.own("Date of birth", dateOf(value));
    else if (tag.name !== "typeId" && tag.name !== "templateId") {
      this.add(tag.name === "value" ? "Value" : tag.name === "code" ? "Code" : tag.name, joined([tag.attribute("displayName") ?? "", value === "" ? "" : dateOf(value), tag.attribute("unit")]));
      if (tag.attribute("displayName") === undefined && value === "") this.add("Code", joined([tag.attribute("code"), extension]));
    }
  }

  private id(label: string | undefined, extension: string): void {
    const isNumber = label === undefined && this.owner === "Patient" && !this.isNumbered;
    if (isNumber) this.isNumbered = true;
    this.add(label ?? (isNumber ? "MRN" : "Identifier"), extension);
  }

  text(text: string): void {
    if (this.encoded !== undefined) this.encoded.pieces.push(text);
    else if (this.parts !== undefined) {
      const key = this.path[this.path.length - 1] ?? "";
      this.parts.set(key, joined([this.parts.get(key), text]));
    } else this.words += text;
  }

  close(name: string): void {
    if (this.encoded?.element === name) this.file(this.encoded);
    if (this.parts !== undefined && WHOLES.has(name)) this.whole(name, this.parts);
    else if (name === "td" || name === "th") {
      this.row?.push(this.words.replace(/\s{1,200}/g, " ").trim());
      this.words = "";
    } else if (name === "tr" && this.row !== undefined) {
      this.lines.push(this.row.join("\t"));
      this.row = undefined;
    } else if (this.row === undefined && (BLOCKS.has(name) || !this.path.includes("text") || name === "text")) this.flush();
    if (this.path[this.path.length - 1] === name) this.path.pop();
  }

  private file({ element, contentType, packed, pieces }: Encoded): void {
    this.encoded = undefined;
    const bytes = base64ToBytes(pieces.join("").replace(/\s/g, ""));
    if (packed) this.out.missed("unsupported");
    else if (bytes === undefined) this.out.missed("damaged");
    else if (bytes.length > 0) this.out.file({ name: element === "text" ? "document" : "attachment", bytes, contentType }, { kind: "record" });
  }

  private flush(): void {
    if (this.row !== undefined) return;
    const text = this.words.replace(/\s{1,200}/g, " ").trim();
    if (text !== "") this.lines.push(text);
    this.words = "";
  }

  private whole(name: string, parts: ReadonlyMap<string, string>): void {
    this.parts = undefined;
    const of = (key: string): string => parts.get(key) ?? "";
    if (name === "addr") return this.own("Address", addressOf([of("addr"), of("streetAddressLine"), of("county")], of("city"), of("state"), of("postalCode"), of("country")));
    const { owner } = this;
    const names = { given: of("given"), family: of("family"), suffix: of("suffix") };
    const written = joined([PROVIDERS.test(owner) ? providerName(names) : nameOf(names), of("name")]);
    this.add(owner === "Patient" || owner === "" ? (owner === "" ? "Name" : "Patient name") : owner, written);
  }

  end(): void {
    this.row = undefined;
    this.flush();
  }
}

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  const document = new Document(out);
  const wellFormed = scanXml(text, {
    open: (tag) => { document.open(tag); }, close: (name) => { document.close(name); }, text: (words) => { document.text(words); }, comment: (words) => { document.lines.push(words.trim()); },
    // Entities of a document type can hold text.
    declaration: (declared) => { if (!declared.startsWith("xml ")) document.lines.push(declared); },
  }, out.budget);
  document.end();
  if (!wellFormed || !document.isWhole) out.missed("damaged");
  out.text(document.lines.join("\n"), { kind: "record" });
}

export const CCDA: Format = {
  key: "ccda", endings: ["xml", "ccd", "ccda", "cda"],
  told: ({ start, text }) => start.startsWith("<") && /<(?:\w{1,20}:)?ClinicalDocument\b/.test(text), read,
};
