/** Calendars (RFC 5545, vCalendar 1.0) and contact cards (RFC 6350, vCard 2.1 and 3.0): `Label: value` lines with labels as people write them. */
import { bytesOfLatin1 } from "../../bytes.ts";
import { decodeAs } from "../../charset.ts";
import { hasEmbeddedFile } from "../../content.ts";
import type { Format } from "../../format.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { contentLines } from "./content-line.ts";
import type { ContentLine } from "./content-line.ts";
import { fromBase64, fromQuotedPrintable } from "./transfer.ts";

const LABELS: Readonly<Record<string, string>> = {
  FN: "Name", NICKNAME: "Nickname", BDAY: "Birthday", ANNIVERSARY: "Anniversary", DEATHDATE: "Date of death", GENDER: "Gender", TEL: "Phone", EMAIL: "Email", ADR: "Address", LABEL: "Address", ORG: "Organization",
  TITLE: "Title", ROLE: "Role", NOTE: "Note", URL: "Website", GEO: "Location", RELATED: "Related to", SUMMARY: "Summary", DESCRIPTION: "Description", LOCATION: "Location", DTSTART: "Start",
  DTEND: "End", DUE: "Due", COMPLETED: "Completed", ATTENDEE: "Attendee", ORGANIZER: "Organizer", CONTACT: "Contact", COMMENT: "Comment", CATEGORIES: "Categories", RESOURCES: "Resources",
  "X-WR-CALNAME": "Calendar", "X-WR-CALDESC": "Description", "X-ASSISTANT": "Assistant", "X-SPOUSE": "Spouse", "X-MANAGER": "Manager", "X-ABRELATEDNAMES": "Related to", "X-ABDATE": "Date",
};
/** What programs need and people do not write: times of change, identifiers, rules, keys. */
const NOISE =
  /^(?:BEGIN|END|VERSION|PRODID|UID|DTSTAMP|CREATED|LAST-MODIFIED|REV|SEQUENCE|STATUS|TRANSP|CLASS|METHOD|CALSCALE|RRULE|EXDATE|RDATE|EXRULE|RECURRENCE-ID|TZ.*|TRIGGER|ACTION|PRIORITY|DURATION|REPEAT|FREEBUSY|MAILER|KEY|SOUND|SORT-STRING|PROFILE|KIND|LANG|PERCENT-COMPLETE|CLIENTPIDMAP|X-MICROSOFT-.*|X-MS-OLK-.*|X-APPLE-.*|X-LIC-.*|X-MOZ-.*|X-GOOGLE-.*|X-WR-TIMEZONE|X-ABUID|X-PUBLISHED-TTL)$/;
const NAME_PARTS = ["Family name", "Given name", "Middle name"] as const;

/** `\n`, `\,`, `\;`, `\\` (RFC 5545 section 3.3.11). */
function unescaped(value: string): string {
  return value.replace(/\\([n,;:\\])/gi, (_, char: string) => (char === "n" || char === "N" ? "\n" : char));
}

/** Parts of a structured value, at each `;` that is not escaped. */
function partsOf(value: string): readonly string[] {
  return value.replace(/\\;/g, "\uE000").split(";").map((part) => unescaped(part.replace(/\uE000/g, ";")).trim());
}

/** `19800412` and `20260412T140000Z` as people write them. */
function dated(value: string): string {
  return value.replace(/^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})\S{0,10})?$/, (_, year: string, month: string, day: string, hour?: string, minute?: string) =>
    `${year}-${month}-${day}${hour === undefined ? "" : ` ${hour}:${minute}`}`);
}

class CardReader {
  private readonly out: Sink;
  private readonly lines: string[] = [];
  private readonly pages: string[] = [];
  /** Names written out (`FN`) make their parts (`N`) a repetition. */
  private named = false;

  constructor(out: Sink) {
    this.out = out;
  }

  read(lines: Iterable<ContentLine>): void {
    for (const line of lines) {
      this.out.budget.step();
      this.line(line);
    }
    const all = this.lines.join("\n");
    if (hasEmbeddedFile(all)) this.out.missed("unsupported");
    this.out.text(all);
    for (const page of this.pages) this.out.text(page, undefined, "html");
  }

  private line(line: ContentLine): void {
    const { name } = line;
    if (name === "BEGIN") {
      this.named = false;
      this.lines.push("");
      return;
    }
    if (name === "PHOTO" || name === "LOGO" || name === "ATTACH") return this.file(line);
    if (NOISE.test(name)) return;
    const value = this.plain(line);
    if (name === "FN") this.named = true;
    if (name === "X-ALT-DESC") this.pages.push(unescaped(value));
    else if (name === "N") this.name(value);
    else if (name === "ADR" || name === "ORG") this.labelled(name, partsOf(value).filter((part) => part !== "").join(", "));
    else if (name === "ATTENDEE" || name === "ORGANIZER") this.labelled(name, this.person(line, value));
    else this.labelled(name, dated(unescaped(value).replace(/^(?:tel|mailto):/i, "")));
  }

  private labelled(name: string, value: string): void {
    if (value.trim() !== "") this.lines.push(name === "" ? value : `${LABELS[name] ?? name}: ${value}`);
  }

  private name(value: string): void {
    if (this.named) return;
    partsOf(value).forEach((part, at) => {
      const label = NAME_PARTS[at];
      if (label !== undefined && part !== "") this.lines.push(`${label}: ${part}`);
    });
  }

  private person({ parameters }: ContentLine, value: string): string {
    const address = value.replace(/^mailto:/i, "");
    const name = parameters.get("CN");
    return name === undefined || name === address ? address : `${name} <${address}>`;
  }

  /** The value as text: quoted-printable with its own charset (vCard 2.1). */
  private plain({ parameters, value }: ContentLine): string {
    if (parameters.get("ENCODING")?.toUpperCase() !== "QUOTED-PRINTABLE") return value;
    const read = decodeAs(fromQuotedPrintable(bytesOfLatin1(value)), parameters.get("CHARSET"));
    if (read?.sure !== true) this.out.missed("text-unmapped");
    return read?.text ?? value;
  }

  /** A file in the card: base64 by its encoding, or a `data:` address. Addresses of files elsewhere are text. */
  private file({ name, parameters, value }: ContentLine): void {
    const data = /^data:([\w.+/-]{0,80})[^,]{0,200},/i.exec(value.slice(0, 320));
    const isBase64 = /^b(?:ase64)?$/i.test(parameters.get("ENCODING") ?? "") || data !== null;
    if (!isBase64) return this.labelled(name === "ATTACH" ? "Attachment" : name, value);
    const { bytes, whole } = fromBase64(bytesOfLatin1(value.slice(data?.[0].length ?? 0)), this.out.budget);
    if (!whole) this.out.missed("damaged");
    if (name === "ATTACH") this.out.file({ name: parameters.get("FILENAME") ?? parameters.get("X-FILENAME") ?? "attachment", bytes });
    else if (bytes.length >= this.out.budget.limits.pictureBytes) this.out.missed("image");
  }
}

function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out, true);
  if (text === undefined) return;
  new CardReader(out).read(contentLines(text));
  if (!/\nEND:V(?:CALENDAR|CARD)$/i.test(text.slice(-200).trimEnd())) out.missed("damaged");
}

export const CALENDAR: Format = {
  key: "calendar", endings: ["ics", "vcs", "vcf", "vcard"], told: (head) => /^BEGIN:V(?:CALENDAR|CARD)\b/i.test(head.start), read,
};
