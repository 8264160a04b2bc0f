/** Hostile text: what makes a careless search take quadratic time. Each generator gives about `size` characters of one kind. */
import type { Body } from "../../src/contract/index.ts";
import { seeded } from "./random.ts";
import { writer } from "./sample-writer.ts";
import { MAIL } from "./samples-negative.ts";
import { POSITIVE } from "./samples-positive.ts";

export interface Hostile {
  readonly name: string;
  readonly body: (size: number) => Body;
}

const text = (content: string): Body => ({ format: "text", content });
const html = (content: string): Body => ({ format: "html", content });
/** `unit` over and over, and whole: a unit cut short may be read in another way. */
const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));
const repeated = (name: string, unit: string): Hostile => ({ name, body: (size) => text(fill(unit, size)) });
/** As `fill`, with a running number for `#`, so that no two units are alike. */
const numbered = (unit: string, size: number): string => Array.from({ length: Math.ceil(size / unit.length) }, (_, i) => unit.replaceAll("#", String(i))).join("");

const GIVEN = ["Maria", "John", "Aisha", "Robert", "Linda", "Wei", "Carlos", "Ingrid"];
const SURNAMES = ["Lopez", "Smith", "Nguyen", "Okonkwo", "Johnson", "Garcia", "Kowalski", "Haddad"];
const name = (i: number): string => `${GIVEN[i % 8] ?? ""} ${SURNAMES[(i * 5 + (i >> 3)) % 8] ?? ""}`;

/** Sixty deep; no thread of mail is. */
function nestedQuotes(size: number): string {
  let out = "";
  for (let depth = 1; out.length < size; depth++) out += `${">".repeat(Math.min(depth, 60))} On Mon, Sam Lee wrote: see MRN 0048291${depth % 10}\n`;
  return out;
}

function tableCells(size: number): string {
  const rows: string[] = [];
  for (let i = 0, length = 0; length < size; i++) {
    const row = `<tr><td>${name(i)}</td><td>0${(i * 7919) % 10_000_000}</td><td>03/14/19${10 + (i % 90)}</td><td>diabetes</td></tr>`;
    length += row.length;
    rows.push(row);
  }
  return `<table><tr><th>Name</th><th>MRN</th><th>DOB</th><th>Dx</th></tr>${rows.join("")}</table>`;
}

/** Mail after mail in one text, more than half of it about patients. */
export function manyMails(size: number): string {
  const random = seeded(5);
  const shapes = [...POSITIVE, ...MAIL];
  const mails: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const w = writer(random);
    shapes[i % shapes.length]?.(w);
    const { text: mail } = w.row("");
    length += mail.length + 2;
    mails.push(mail);
  }
  return mails.join("\n\n").slice(0, size);
}

export const HOSTILE: readonly Hostile[] = [
  repeated("digits", "1234567890"),
  repeated("digits and spaces", "1 2 3 4 5 6 7 8 9 "),
  repeated("digits and hyphens", "12-34-"),
  repeated("digits and dots", "1.2."),
  repeated("dots", "."),
  repeated("spaces", " "),
  repeated("blank lines", "\n"),
  repeated("at signs", "@"),
  repeated("letters and at signs", "a@"),
  repeated("open brackets", "("),
  repeated("one word without end", "a"),
  repeated("capitals without end", "ABCDEFGHJK"),
  { name: "names", body: (size) => text(Array.from({ length: Math.ceil(size / 13) }, (_, i) => name(i)).join(" ")) },
  { name: "names in a list", body: (size) => text(Array.from({ length: Math.ceil(size / 14) }, (_, i) => name(i)).join(", ")) },
  repeated("MRN MRN", "MRN "),
  repeated("cues without values", "patient name: DOB: MRN: SSN: phone: "),
  { name: "patients, one a line", body: (size) => text(numbered("Maria Lopez DOB 03/14/1961 MRN 00482# has diabetes\n", size)) },
  repeated("health words", "diabetes cancer stroke metformin "),
  repeated("web addresses", "https://a.example/b?c=d&"),
  repeated("e-mail domains", "a@b.c.d.e.f."),
  { name: "nested quotes", body: (size) => text(nestedQuotes(size)) },
  { name: "one line of prose", body: (size) => text(fill("the patient Maria Lopez was seen on 03/14/2026 for asthma and takes albuterol, ", size)) },
  { name: "table cells (HTML)", body: (size) => html(tableCells(size)) },
  { name: "table cells (pasted)", body: (size) => text(numbered("Maria Lopez\t0048#\t03/14/1961\tdiabetes\n", size)) },
  { name: "tags never closed", body: (size) => html(fill("<div><b", size)) },
  { name: "angle brackets", body: (size) => html(fill("<", size)) },
  { name: "entities", body: (size) => html(fill("&amp;&#49;&#x32;&nbsp;", size)) },
  { name: "comments never closed", body: (size) => html(fill("<!-- a ", size)) },
  { name: "zero-width characters", body: (size) => text(fill("1\u200b2\u200b", size)) },
  { name: "mail after mail", body: (size) => text(manyMails(size)) },
  repeated("signatures", "Thanks,\nJane Roe\nRN\n--\n"),
  { name: "ten cells to a hundred characters", body: (size) => html(`<table><tr>${fill("<td>1</td>", size)}</tr></table>`) },
  { name: "hidden and never closed", body: (size) => html(fill("<p style=\"display:none\">a", size)) },
  { name: "conditional comments", body: (size) => html(`${fill("<!--[if mso]><style>a<![endif]-->", size)}</style>--!>`) },
  { name: "links to addresses", body: (size) => html(fill("<a href=\"mailto:a@b.example\">a", size)) },
  { name: "words for pictures", body: (size) => html(fill("<img alt=\"Maria Lopez\">", size)) },
  { name: "attributes never closed", body: (size) => html(fill("<a b=\"", size)) },
  repeated("letters apart", "M a r i a. "),
  repeated("letters with marks", "a\u0301\u0336"),
  repeated("marks without a letter", "\u0301\u0316"),
  repeated("letters that look Latin", "\u041c\u0430ria \u0430\u0441\u0435 "),
  repeated("soft breaks", "MRN 00=\n"),
  repeated("numbers broken at the line's end", "SSN 536-22-\n> "),
  repeated("header blocks", "From: Jane Roe\nSent: Monday\nTo: Sam Lee\nSubject: labs\n\n"),
];
