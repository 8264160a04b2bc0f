/** DICOM files (PS3.10): what they tell of the patient, the study and those who care. The pixels are not looked at. */
import { latin1, startsAt, u16le } from "../../bytes.ts";
import { decodeText } from "../../charset.ts";
import type { Format } from "../../format.ts";
import { inflateRaw } from "../../inflate.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { dicomElements } from "./dicom-elements.ts";
import type { DicomElement, Elements, Encoding } from "./dicom-elements.ts";
import { DICOM_ELEMENTS } from "./dicom-tags.ts";
import { dateOf, joined, line, nameOf, phoneOf, providerName } from "./values.ts";

const PREAMBLE = 132;
const IMPLICIT_LE = "1.2.840.10008.1.2";
const EXPLICIT_BE = "1.2.840.10008.1.2.2";
const DEFLATED = "1.2.840.10008.1.2.1.99";
const TAG = { syntax: 0x00020010, charset: 0x00080005, mediaClass: 0x00020002, modality: 0x00080060, study: 0x0020000d, deidentified: 0x00120062, burnedIn: 0x00280301, document: 0x00420011, documentType: 0x00420012, directory: 0x00041430 } as const;
/** Value representations that hold text. */
const TEXT = new Set(["AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UR", "UT"]);
/** Private text beyond this is a table of numbers. */
const LONGEST_TEXT = 100_000;
/** A report of thousands of findings has fewer. */
const MOST_ELEMENTS = 200_000;
/** Describe how the picture was made; the labelled ones tell of a person. */
const TECHNICAL_VR = new Set(["DS", "IS", "CS", "AE", "TM", "AS"]);
const TECHNICAL_GROUPS = new Set([0x0002, 0x0018, 0x0028, 0x300a, 0x300c, 0x3006]);

const CODES = /^(?:Patient (?:name|ID)|MRN|Other (?:ID|patient name)|Accession number|Account number|Order number|Procedure number|Study number)$/;

/** Modalities (PS3.3 section C.7.3.1.1.1) whose files are no pictures. */
const WITHOUT_PIXELS = new Set(["RTPLAN", "RTSTRUCT", "RTRECORD", "SR", "KO", "PR", "DOC", "REG", "FID", "ECG", "HD", "EPS", "AU", "RESP", "RWV", "PLAN", "SMR", "M3D", "STAIN", "TEXTUREMAP"]);

class DataSet {
  private readonly lines: (readonly [label: string, value: string])[] = [];
  private readonly values = new Map<number, string>();
  private readonly out: Sink;
  private charset: string | undefined;
  private taken = 0;
  hasDocument = false;

  constructor(out: Sink) {
    this.out = out;
  }

  /** First value of a tag, wherever it stands. */
  get(tag: number): string {
    return this.values.get(tag) ?? "";
  }

  take({ tag, vr, value }: DicomElement): void {
    if (value.length === 0) return;
    this.taken += 1;
    if (this.taken > MOST_ELEMENTS) {
      this.out.missed("too-large");
      this.out.budget.step();
      return;
    }
    if (tag === TAG.document) return this.document(value);
    const meaning = DICOM_ELEMENTS.get(tag);
    // Names of the makers whose private elements follow.
    if ((tag & 0x10000) !== 0 && (tag & 0xffff) < 0x100) return;
    const known = meaning !== undefined || Object.values(TAG).includes(tag as never);
    if (!known && !(vr === "" || vr === "UN" ? this.looksLikeText(tag, value) : TEXT.has(vr))) return;
    const text = this.decode(value);
    // Those of other patient ids and of references stand in sequences.
    const again = this.values.has(tag);
    if (!again) this.values.set(tag, text);
    if (tag === TAG.charset) this.setCharset(text);
    else if (meaning !== undefined) this.labelled(again && meaning.label === "Patient ID" ? "Other ID" : meaning.label, meaning.type, text);
    else if (!known && !TECHNICAL_VR.has(vr) && !TECHNICAL_GROUPS.has(tag >>> 16) && !/^[\d.\\]+$/.test(text)) {
      this.add(vr === "PN" ? "Person" : `(${(tag >>> 16).toString(16).padStart(4, "0")},${(tag & 0xffff).toString(16).padStart(4, "0")})`, vr === "PN" ? person(text) : vr === "DA" || vr === "DT" ? dateOf(text) : text);
    }
  }

  private add(label: string, value: string): void {
    if (value.trim() !== "") this.lines.push([label, value]);
  }

  /** The file says that it was de-identified (PS3.15 annex E). */
  get isAnonymous(): boolean {
    return this.get(TAG.deidentified) === "YES";
  }

  /** Names and numbers of a de-identified file are codes. */
  labelledLines(): readonly string[] {
    return this.lines.map(([label, value]) => line(this.isAnonymous && CODES.test(label) ? "Code" : label, value) ?? "");
  }

  private labelled(label: string, type: string, text: string): void {
    for (const value of type === "t" ? [text] : text.split("\\")) {
      if (type === "n") this.add(label, person(value));
      else if (type === "p") this.add(label, person(value, true));
      else this.add(label, type === "d" ? dateOf(value) : label === "Phone" ? phoneOf(value) : value);
    }
  }

  /** Private elements in implicit encoding do not say what they hold. */
  private looksLikeText(tag: number, value: Uint8Array): boolean {
    const isPrivate = (tag & 0x10000) !== 0;
    return isPrivate && value.length >= 3 && value.length <= LONGEST_TEXT && value.every((byte, at) => (byte >= 32 && byte < 127) || byte >= 0xa0 || byte === 9 || byte === 10 || byte === 13 || (byte === 0 && at === value.length - 1));
  }

  /** PS3.3 section C.12.1.1.2: Unicode and Latin alphabets are read; of others, what is written in ASCII. */
  private setCharset(text: string): void {
    const [first = ""] = text.split("\\");
    this.charset = /192/.test(text) ? "utf-8" : "windows-1252";
    if (!/^(?:ISO_IR (?:6|100|192)|ISO 2022 IR (?:6|100))?$/.test(first.trim()) || /2022 IR (?!6\b|100\b)/.test(text)) this.charset = "other";
  }

  private decode(value: Uint8Array): string {
    const beyondAscii = value.some((byte) => byte >= 0x80 || byte === 0x1b);
    if (beyondAscii && this.charset === "other") this.out.missed("text-unmapped");
    const text = beyondAscii ? (decodeText(value)?.text ?? latin1(value)) : latin1(value);
    return text.split("\0").join(" ").trim();
  }

  /** Encapsulated documents (PS3.3 section A.45). */
  private document(value: Uint8Array): void {
    this.hasDocument = true;
    this.out.file({ name: `document.${/\/(?:x-)?(\w{2,5})$/.exec(this.get(TAG.documentType))?.[1] ?? "pdf"}`, bytes: value }, { kind: "record" });
  }
}

/** PN: family^given^middle^prefix^suffix, in up to three ways of writing parted by "=" (PS3.5 section 6.2.1). */
function person(value: string, givesCare = false): string {
  return joined(value.split("=").map((group) => {
    const [family, given, middle, prefix, suffix] = group.split("^");
    return (givesCare ? providerName : nameOf)({ family, given, middle, prefix, suffix });
  }), " / ");
}

/** Where the data set begins and how it is written; without a preamble, by its first element. */
function dataSet(file: SourceFile, set: DataSet, out: Sink): Elements {
  const { bytes } = file;
  const options = { budget: out.budget, take: (element: DicomElement) => { set.take(element); } };
  const from = startsAt(bytes, 128, "DICM") ? PREAMBLE : 0;
  const meta = dicomElements(bytes, from, { explicit: true, big: false }, { ...options, until: (tag) => tag >>> 16 !== 2 });
  const syntax = set.get(TAG.syntax);
  const explicit = syntax === "" ? /^[A-Z]{2}$/.test(latin1(bytes, meta.end + 4, meta.end + 6)) : syntax !== IMPLICIT_LE;
  const encoding: Encoding = { explicit, big: syntax === EXPLICIT_BE };
  if (syntax !== DEFLATED) return dicomElements(bytes, meta.end, encoding, options);
  const { bytes: inflated, whole } = inflateRaw(bytes.subarray(meta.end), out.budget);
  const read = dicomElements(inflated, 0, encoding, options);
  return { ...read, whole: read.whole && whole };
}

function read(file: SourceFile, out: Sink): void {
  const set = new DataSet(out);
  const { whole, pixels } = dataSet(file, set, out);
  // An image whose pixels never come was cut between two elements.
  if (!whole || !(pixels || set.hasDocument || set.get(TAG.directory) !== "" || WITHOUT_PIXELS.has(set.get(TAG.modality)))) out.missed("damaged");
  // No picture is read. Only where the file itself says that no text is in it, nothing is missed.
  if (pixels && set.get(TAG.burnedIn) !== "NO") out.missed("image");
  // The line that the rule "dicom-study" reads. What has a patient's name taken out still is an image of one.
  const lead = [set.isAnonymous ? "De-identified image" : "Medical image of a patient", `modality ${set.get(TAG.modality) || "DICOM"}`, set.get(TAG.study) === "" ? "" : `study UID ${set.get(TAG.study)}`];
  out.text([joined(lead, ", "), ...set.labelledLines()].join("\n"), { kind: "record" });
}

/** A data set that begins at once, as some systems write it: group 2 or 8, and a first element of sensible length. */
function isBare(bytes: Uint8Array): boolean {
  const group = u16le(bytes, 0);
  if (bytes.length < PREAMBLE || (group !== 8 && group !== 2) || u16le(bytes, 2) > 0x20) return false;
  return /^(?:UL|CS|UI|OB|SH|DA)$/.test(latin1(bytes, 4, 6)) || (u16le(bytes, 6) === 0 && u16le(bytes, 4) < 128 && u16le(bytes, 8 + u16le(bytes, 4)) === group);
}

/** Asked before pictures: DICOM allows a TIFF head before its own mark. */
export const DICOM: Format = {
  key: "dicom", endings: ["dcm", "dicom", "dic"], told: ({ bytes }) => startsAt(bytes, 128, "DICM") || isBare(bytes), read,
};
