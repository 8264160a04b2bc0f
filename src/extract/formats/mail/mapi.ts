/** Properties of Outlook items (MS-OXPROPS) as .msg files and winmail.dat hold them: how their values read. */
import { latin1, u16le, u32le } from "../../bytes.ts";
import { decodeAs, decodeCodePage } from "../../charset.ts";

/** Text, bytes, a number, or a time as `2026-04-12 14:00`. */
export type Value = string | Uint8Array | number;
/** By property id. */
export type Properties = Map<number, Value>;

/** Property types (MS-OXCDATA 2.11.1). */
export const TYPE = { short: 0x02, long: 0x03, boolean: 0x0b, object: 0x0d, string8: 0x1e, unicode: 0x1f, time: 0x40, binary: 0x102, many: 0x1000 } as const;

export const ID = {
  messageClass: 0x1a, subject: 0x37, submitted: 0x39, representing: 0x42, representingAddress: 0x65, start: 0x60, end: 0x61, headers: 0x7d, recipientType: 0xc15, sender: 0xc1a, senderAddress: 0xc1f,
  displayBcc: 0xe02, displayCc: 0xe03, displayTo: 0xe04, delivered: 0xe06, body: 0x1000, rtf: 0x1009, html: 0x1013, displayName: 0x3001, address: 0x3003, comment: 0x3004, data: 0x3701, shortName: 0x3704,
  method: 0x3705, longName: 0x3707, mimeType: 0x370e, contentId: 0x3712, smtp: 0x39fe, internetPage: 0x3fde, messagePage: 0x3ffd, senderSmtp: 0x5d01, representingSmtp: 0x5d02,
} as const;

/** From here on ids are numbers that the file itself gives to names (2.6). */
export const NAMED = 0x8000;
/** A name that is a number (PidLid...) is kept under that number and this. */
export const LID = 0x10000;

/** What people fill in: contacts, appointments, tasks. */
export const LABELS: Readonly<Record<number, string>> = {
  [ID.start]: "Start", [ID.end]: "End", [ID.comment]: "Comment", [ID.displayName]: "Name", 0x3a05: "Suffix", 0x3a06: "Given name", 0x3a07: "Government ID", 0x3a08: "Business phone", 0x3a09: "Home phone",
  0x3a0a: "Initials", 0x3a10: "Organization ID", 0x3a11: "Family name", 0x3a15: "Address", 0x3a16: "Organization", 0x3a17: "Title", 0x3a18: "Department", 0x3a19: "Office", 0x3a1a: "Phone", 0x3a1b: "Business phone",
  0x3a1c: "Mobile phone", 0x3a1d: "Phone", 0x3a1e: "Phone", 0x3a1f: "Phone", 0x3a23: "Fax", 0x3a24: "Fax", 0x3a25: "Fax", 0x3a26: "Country", 0x3a27: "City", 0x3a28: "State", 0x3a29: "Street",
  0x3a2a: "Postal code", 0x3a2e: "Phone", 0x3a2f: "Home phone", 0x3a30: "Assistant", 0x3a41: "Anniversary", 0x3a42: "Birthday", 0x3a43: "Hobbies", 0x3a44: "Middle name", 0x3a46: "Profession", 0x3a48: "Spouse",
  0x3a4a: "Customer ID", 0x3a4e: "Manager", 0x3a4f: "Nickname", 0x3a50: "Website", 0x3a51: "Website", 0x3a58: "Children", 0x3a59: "City", 0x3a5a: "Country", 0x3a5b: "Postal code", 0x3a5c: "State",
  [LID + 0x801a]: "Address", [LID + 0x801b]: "Address", [LID + 0x801c]: "Address", [LID + 0x804f]: "Other", [LID + 0x8050]: "Other", [LID + 0x8051]: "Other", [LID + 0x8052]: "Other", [LID + 0x8062]: "Chat",
  [LID + 0x8083]: "Email", [LID + 0x8093]: "Email", [LID + 0x80a3]: "Email", [LID + 0x80de]: "Birthday", [LID + 0x8104]: "Start", [LID + 0x8105]: "Due", [LID + 0x811f]: "Owner",
  [LID + 0x8208]: "Location", [LID + 0x820d]: "Start", [LID + 0x820e]: "End", [LID + 0x853a]: "Contacts", 0x3a5d: "Street", 0x3a5f: "City", 0x3a60: "Country", 0x3a61: "Postal code", 0x3a62: "State", 0x3a63: "Street",
};

/** 1601 to 1970 in ms, and the last year that is a date and not a mark for "none" (MS-OXOTASK 2.2.2.2.4: 4501). */
const EPOCH = 11_644_473_600_000;
const LAST_YEAR = 4500;

/** A FILETIME as `2026-04-12 14:00` (UTC); a whole day without its hour. */
export function timeAt(bytes: Uint8Array, at: number): string {
  const date = new Date((u32le(bytes, at) + u32le(bytes, at + 4) * 0x1_0000_0000) / 10_000 - EPOCH);
  if (!(date.getTime() > -EPOCH) || !(date.getUTCFullYear() < LAST_YEAR)) return "";
  return date.toISOString().slice(0, 16).replace("T00:00", "").replace("T", " ");
}

/** Strings and HTML in the item's code page. */
export class Decoder {
  private readonly page: number;
  private readonly unmapped: () => void;

  /** `page`: Windows number, 0 where none is known. `unmapped` is called where letters may be wrong. */
  constructor(page: number, unmapped: () => void) {
    this.page = page;
    this.unmapped = unmapped;
  }

  /** A string of type `string8` or `unicode`, without the zeros at its end. */
  string(type: number, bytes: Uint8Array): string {
    const text = type === TYPE.unicode ? decodeCodePage(bytes.subarray(0, bytes.length & ~1), 1200) ?? "" : this.narrow(bytes);
    const end = text.indexOf("\0");
    return end === -1 ? text : text.slice(0, end);
  }

  private narrow(bytes: Uint8Array): string {
    if (!bytes.some((byte) => byte >= 0x80)) return latin1(bytes);
    const known = decodeCodePage(bytes, this.page);
    if (known !== undefined) return known;
    // Pages of double bytes; without any number Western letters are likeliest.
    const guessed = this.page === 0 ? decodeAs(bytes, undefined) : undefined;
    if (guessed?.sure !== true) this.unmapped();
    return guessed?.text ?? latin1(bytes);
  }

  /** An HTML body as bytes (PidTagHtml). `page`: PidTagInternetCodepage. */
  html(bytes: Uint8Array, page: number): string {
    const read = decodeAs(bytes, page === 0 || page === 65001 ? undefined : `cp${page}`);
    if (read?.sure !== true) this.unmapped();
    return read?.text ?? latin1(bytes);
  }
}

/** The value of a type of fixed size, at `at`. */
export function fixedValue(type: number, bytes: Uint8Array, at: number): Value | undefined {
  if (type === TYPE.time) return timeAt(bytes, at);
  if (type === TYPE.long) return u32le(bytes, at);
  return type === TYPE.short || type === TYPE.boolean ? u16le(bytes, at) : undefined;
}
