/** Zip archives: told apart as documents of some kind, or read member by member. */
import { latin1, startsAt } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { zipDirectory, zipMember } from "../../zip.ts";
import type { ZipDirectory } from "../../zip.ts";

/** By the content type of the main part; macros and templates only add words to it. */
const BY_TYPE: readonly (readonly [type: RegExp, format: string])[] = [
  [/sheet\.binary/, "xlsb"], [/spreadsheetml|ms-excel/, "xlsx"], [/wordprocessingml|ms-word/, "docx"], [/presentationml|ms-powerpoint/, "pptx"],
];
/** By a part that only such a document has: what is left of a damaged one. */
const BY_PART: readonly (readonly [part: RegExp, format: string])[] = [
  [/^xl\/workbook\.bin$/, "xlsb"], [/^xl\/(?:workbook|worksheets\/[^/]+)\.xml$/, "xlsx"], [/^word\/(?:document\d*|header\d*|footer\d*|styles)\.xml$/, "docx"],
  [/^ppt\/(?:presentation|slides\/[^/]+)\.xml$/, "pptx"], [/^\[content_types\]\.xml$/, "opc"], [/^(?:index(?:\/[^/]+\.iwa|\.zip)|buildversionhistory\.plist)$/, "iwork"],
];
/** By the media type that an OpenDocument begins with (ODF 1.3 part 2, 3.3), and StarOffice before it. */
const BY_MIMETYPE: readonly (readonly [type: RegExp, format: string])[] = [
  [/opendocument\.spreadsheet|sun\.xml\.calc/, "ods"], [/opendocument\.(?:presentation|graphics)|sun\.xml\.(?:impress|draw)/, "odp"], [/opendocument|sun\.xml/, "odt"],
];

function find(table: readonly (readonly [pattern: RegExp, format: string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

/** Text of a member, "" where it cannot be had. */
function textOf(bytes: Uint8Array, { entries }: ZipDirectory, name: string, out: Sink): string {
  const entry = entries.find((one) => one.name.toLowerCase() === name);
  const member = entry === undefined ? undefined : zipMember(bytes, entry, out.budget);
  return member === undefined ? "" : latin1(member.bytes);
}

/** The format of the document that an archive is, if it is one. */
function documentFormat(bytes: Uint8Array, directory: ZipDirectory, out: Sink): string | undefined {
  const names = directory.entries.map(({ name }) => name.replace(/^\/+/, "").toLowerCase());
  const mimetype = names.includes("mimetype") ? textOf(bytes, directory, "mimetype", out) : "";
  const byMimetype = find(BY_MIMETYPE, mimetype);
  if (byMimetype !== undefined) return byMimetype;
  if (mimetype === "" && names.includes("content.xml") && names.includes("meta-inf/manifest.xml")) return find(BY_MIMETYPE, textOf(bytes, directory, "meta-inf/manifest.xml", out)) ?? "odt";
  if (names.includes("[content_types].xml")) {
    const types = textOf(bytes, directory, "[content_types].xml", out).toLowerCase();
    // What an ending stands for by default is no sign that the archive has such a part.
    const main = /contenttype="([^"]{1,200}main(?:\+xml)?)"/.exec(types.replace(/<default\b[^>]*>/g, ""))?.[1];
    const byType = main === undefined ? undefined : find(BY_TYPE, main);
    if (byType !== undefined) return byType;
  }
  return BY_PART.find(([part]) => names.some((name) => part.test(name)))?.[1];
}

/** Each member is a file of its own. One that is stored empty is nothing unread. */
function readMembers(bytes: Uint8Array, { entries }: ZipDirectory, out: Sink): void {
  for (const entry of entries) {
    const member = zipMember(bytes, entry, out.budget);
    if (member === undefined) out.bare(entry.name, entry.encrypted ? "encrypted" : startsAt(bytes, entry.at, "PK\x03\x04") ? "unsupported" : "damaged");
    else if (member.bytes.length === 0) out.bare(entry.name, member.whole ? undefined : "damaged");
    else {
      if (!member.whole) out.missed(member.tooLong ? "too-large" : "damaged");
      out.file({ name: entry.name, bytes: member.bytes });
    }
  }
}

function read({ bytes }: SourceFile, out: Sink): void {
  const directory = zipDirectory(bytes, out.budget);
  if (directory.split) return out.unread("unsupported");
  const format = documentFormat(bytes, directory, out);
  if (format !== undefined) return out.as(format);
  if (directory.damaged) out.missed("damaged");
  readMembers(bytes, directory, out);
}

const STARTS = ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08", "PK00PK\x03\x04"];

export const ZIP: Format = {
  key: "zip", endings: ["zip", "jar", "epub", "cbz", "apk", "kmz"],
  told: ({ bytes }) => STARTS.some((start) => startsAt(bytes, 0, start)) || startsAt(bytes, bytes.length - 22, "PK\x05\x06"),
  read,
};

/** Pages, Numbers and Keynote keep their content in a form of their own, and beside it a page to look at. */
export const IWORK: Format = {
  key: "iwork", endings: ["pages", "numbers", "key"],
  read: ({ bytes }, out) => {
    const directory = zipDirectory(bytes, out.budget);
    out.unread(directory.entries.some(({ encrypted, name }) => encrypted || name === ".iwpv2") ? "encrypted" : "unsupported");
    readMembers(bytes, { ...directory, entries: directory.entries.filter(({ name }) => /(?:^|\/)preview\.pdf$/i.test(name)) }, out);
  },
};
