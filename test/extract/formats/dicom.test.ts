import { deflateRawSync } from "node:zlib";
import { assess, assessAttachment } from "../../../src/detect/index.ts";
import { attachmentText, extract } from "../../../src/extract/index.ts";

const IMPLICIT = "1.2.840.10008.1.2";
const EXPLICIT = "1.2.840.10008.1.2.1";
const BIG = "1.2.840.10008.1.2.2";
const DEFLATED = "1.2.840.10008.1.2.1.99";
type Value = string | Buffer | readonly Element[];
type Element = readonly [tag: number, vr: string, value: Value];

function element([tag, vr, value]: Element, syntax: string): Buffer {
  const big = syntax === BIG;
  const number = (count: 2 | 4, of: number) => {
    const buffer = Buffer.alloc(count);
    if (big) buffer.writeUIntBE(of, 0, count);
    else buffer.writeUIntLE(of, 0, count);
    return buffer;
  };
  const mark = (of: number) => Buffer.concat([number(2, of >>> 16), number(2, of & 0xffff)]);
  const body = Array.isArray(value)
    ? Buffer.concat([mark(0xfffee000), number(4, 0xffffffff), ...(value as readonly Element[]).map((inner) => element(inner, syntax)), mark(0xfffee00d), number(4, 0), mark(0xfffee0dd), number(4, 0)])
    : typeof value === "string" ? Buffer.from(value.length % 2 === 0 ? value : `${value} `, "latin1") : (value as Buffer);
  const length = Array.isArray(value) ? 0xffffffff : body.length;
  if (syntax === IMPLICIT) return Buffer.concat([mark(tag), number(4, length), body]);
  const long = ["SQ", "OB", "OW", "UT", "UN"].includes(vr);
  return Buffer.concat([mark(tag), Buffer.from(vr), ...(long ? [number(2, 0), number(4, length)] : [number(2, length)]), body]);
}

function dicom(elements: readonly Element[], syntax = EXPLICIT): Uint8Array {
  const meta = element([0x00020010, "UI", syntax], EXPLICIT);
  const data = Buffer.concat(elements.map((one) => element(one, syntax)));
  return new Uint8Array(Buffer.concat([Buffer.alloc(128), Buffer.from("DICM"), meta, syntax === DEFLATED ? deflateRawSync(data) : data]));
}

function read(bytes: Uint8Array, name = "image.dcm") {
  const file = attachmentText(extract({ name, bytes }));
  const { phi, patients } = assess({ subject: "", body: { format: "text", content: "" }, recipients: [], attachments: [assessAttachment(file, { recipients: [] })] });
  return { ...file, text: file.parts.map((part) => part.content).join("\n"), phi, patients };
}

const STUDY: readonly Element[] = [
  [0x00080020, "DA", "20240102"], [0x00080060, "CS", "SR"], [0x00080090, "PN", "LANGA^ALBERT"],
  [0x00100010, "PN", "LOPEZ^MARIA"], [0x00100020, "LO", "00482913"], [0x00100030, "DA", "19610314"],
  [0x00101002, "SQ", [[0x00100020, "LO", "00551177"]]],
  [0x0020000d, "UI", "2.999.1.4.3000.77"], [0x00204000, "LT", "Nodule in the left lung"],
];
const PIXELS: Element = [0x7fe00010, "OW", Buffer.alloc(64)];

describe("DICOM", () => {
  test.each([["implicit", IMPLICIT], ["explicit", EXPLICIT], ["big endian", BIG], ["deflated", DEFLATED]])("%s", (_what, syntax) => {
    const { format, status, text, phi, patients } = read(dicom(STUDY, syntax));
    expect([format, status, phi, patients]).toEqual(["dicom", "scanned", true, 1]);
    for (const line of ["Patient name: Maria Lopez", "Patient ID: 00482913", "Other ID: 00551177", "Date of birth: 1961-03-14", "Referring physician: Dr Albert Langa", "Image comments: Nodule in the left lung", "Medical image of a patient, modality SR, study UID 2.999.1.4.3000.77"]) expect(text.split("\n")).toContain(line);
  });

  test("pixels are missed unless the file says that nothing is burned into them", () => {
    expect(read(dicom([...STUDY, PIXELS]))).toMatchObject({ status: "partial", reason: "image" });
    expect(read(dicom([...STUDY.slice(0, -1), [0x00280301, "CS", "NO"], PIXELS]))).toMatchObject({ status: "scanned" });
    expect(read(dicom([...STUDY.slice(0, -1), [0x00280301, "CS", "YES"], PIXELS]))).toMatchObject({ status: "partial", reason: "image" });
  });

  test("an image is about a patient without any name", () => {
    expect(read(dicom([[0x00080060, "CS", "CT"], [0x0020000d, "UI", "2.999.1.4.3000.77"], PIXELS])).phi).toBe(true);
  });

  test("unless it says that it is de-identified", () => {
    const marked: readonly Element[] = [[0x00080060, "CS", "CT"], [0x00100010, "PN", "PHANTOM^07"], [0x00100020, "LO", "PH0070"], [0x00120062, "CS", "YES"], [0x0020000d, "UI", "2.999.1.4.3000.77"], PIXELS];
    expect(read(dicom(marked)).phi).toBe(false);
  });

  test("a data set without preamble", () => {
    expect(read(dicom(STUDY).subarray(132 + 8 + EXPLICIT.length + 1), "image")).toMatchObject({ format: "dicom", phi: true });
  });

  test("a document inside is read", () => {
    const { text } = read(dicom([...STUDY, [0x00420011, "OB", Buffer.from("Discharge letter in plain words  ")], [0x00420012, "LO", "text/plain"]]));
    expect(text).toContain("Discharge letter in plain words");
  });

  test("cut anywhere it is never wholly read", () => {
    const whole = dicom([[0x00080060, "CS", "CT"], ...STUDY.slice(2), [0x00280301, "CS", "NO"], PIXELS]);
    for (let end = 140; end < whole.length; end += 7) expect(extract({ name: "a.dcm", bytes: whole.subarray(0, end) }).status).not.toBe("scanned");
  });
});
