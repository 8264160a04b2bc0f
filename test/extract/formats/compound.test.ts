import { EXTRACT_LIMITS } from "../../../src/contract/index.ts";
import { Budget } from "../../../src/extract/budget.ts";
import { openCompound } from "../../../src/extract/formats/legacy/compound.ts";
import { attachmentText, extract } from "../../../src/extract/index.ts";
import { compoundFile } from "../../support/compound.ts";
import type { Folder } from "../../support/compound.ts";

const NOTE = "Patient: María López, MRN 00482913, type 2 diabetes.";
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const filled = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 0xff);
const budget = () => new Budget(EXTRACT_LIMITS, () => 0);
const open = (bytes: Uint8Array) => openCompound(bytes, budget());
const read = (bytes: Uint8Array) => attachmentText(extract({ name: "a.bin", bytes }));
const TREE: Folder = { small: latin("small"), LARGE: filled(20_000), empty: new Uint8Array(0), Folder: { inner: latin("inner"), Deep: { leaf: filled(5_000) } } };

describe("storages and streams", () => {
  test.each([3, 4] as const)("version %d", (version) => {
    const compound = open(compoundFile(TREE, version))!;
    expect(compound.damaged).toBe(false);
    expect(compound.root.streamNames).toEqual(["small", "LARGE", "empty"]);
    expect(compound.root.stream("small")).toEqual({ bytes: latin("small"), whole: true });
    expect(compound.root.stream("Large")).toEqual({ bytes: filled(20_000), whole: true });
    expect(compound.root.stream("empty")).toEqual({ bytes: new Uint8Array(0), whole: true });
    expect(compound.root.storage("FOLDER")!.stream("Inner")).toEqual({ bytes: latin("inner"), whole: true });
    expect(compound.root.storage("folder")!.storage("deep")!.stream("leaf")!.bytes).toEqual(filled(5_000));
    expect(compound.root.stream("other")).toBeUndefined();
  });

  test("an allocation table beyond the header's 109 sectors", () => {
    const large = filled(8_000_000);
    const compound = open(compoundFile({ large }))!;
    expect(compound.damaged).toBe(false);
    expect(Buffer.compare(compound.root.stream("large")!.bytes, large)).toBe(0);
  });
});

/** A copy with 32-bit values written over it. */
function patched(bytes: Uint8Array, ...patches: readonly (readonly [at: number, value: number])[]): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const [at, value] of patches) copy.writeUInt32LE(value, at);
  return new Uint8Array(copy);
}
const sectorAt = (sector: number) => (sector + 1) * 512;
const u32 = (bytes: Uint8Array, at: number) => Buffer.from(bytes).readUInt32LE(at);

describe("damage", () => {
  const whole = compoundFile(TREE);
  const fat = sectorAt(u32(whole, 76));
  const directory = sectorAt(u32(whole, 48));
  const large = u32(whole, directory + 2 * 128 + 116);

  test("a ring in the chain of a stream ends it there", () => {
    const stream = open(patched(whole, [fat + (large + 3) * 4, large]))!.root.stream("large")!;
    expect(stream).toEqual({ bytes: filled(4 * 512), whole: false });
  });

  test.each([["outside the file", 0x00ff_ffff], ["nowhere", 0xfffffffe]])("a chain that leads %s", (_where, next) => {
    const stream = open(patched(whole, [fat + large * 4, next]))!.root.stream("large")!;
    expect(stream).toEqual({ bytes: filled(512), whole: false });
  });

  test("a size beyond the chain's", () => {
    expect(open(patched(whole, [directory + 2 * 128 + 120, 0xffffffff]))!.root.stream("large")).toMatchObject({ whole: false });
  });

  test("siblings that lead back to each other, and a storage inside itself", () => {
    const ring = open(patched(whole, [directory + 2 * 128 + 72, 1], [directory + 6 * 128 + 76, 4]))!;
    expect(ring.damaged).toBe(true);
    expect([...ring.root.streamNames].sort()).toEqual(["LARGE", "empty", "inner", "leaf", "small"].filter((name) => ring.root.hasStream(name)));
    expect(ring.root.stream("large")).toEqual({ bytes: filled(20_000), whole: true });
    expect(ring.root.hasStream("inner")).toBe(true);
  });

  test("rings in the table of tables, the directory and the small sectors", () => {
    const chains = [patched(whole, [68, 0]), patched(whole, [fat + u32(whole, 48) * 4, u32(whole, 48)]), patched(whole, [60, u32(whole, 48)])];
    for (const bytes of chains) expect(() => open(bytes)!.root.stream("small")).not.toThrow();
    expect(open(chains[0]!)!.damaged).toBe(true);
    expect(open(chains[1]!)!.damaged).toBe(true);
  });

  test("many streams that share one long chain end at a limit", () => {
    const shared = Object.fromEntries(Array.from({ length: 3 }, (_, at) => [`s${at}`, filled(5_000)]));
    const bytes = compoundFile(shared);
    const table = sectorAt(u32(bytes, 76));
    // Every other sector: the chain cannot be had without copying.
    const start = u32(bytes, sectorAt(u32(bytes, 48)) + 128 + 116);
    const compound = openCompound(patched(bytes, [table + start * 4, start + 2]), new Budget({ ...EXTRACT_LIMITS, inflatedBytes: 10_000 }, () => 0))!;
    expect(() => Array.from({ length: 5 }, () => compound.root.stream("s0"))).toThrow("too-large");
  });

  test("a line end behind the file is no damage; an end inside a sector is", () => {
    const plain = compoundFile({ large: filled(5_000) });
    expect(open(new Uint8Array([...plain, 10]))!.damaged).toBe(false);
    expect(open(new Uint8Array([...plain, ...filled(100)]))!.damaged).toBe(true);
    expect(open(plain.subarray(0, plain.length - 7))!.damaged).toBe(true);
  });

  test("cut anywhere: never scanned, never thrown", () => {
    const package_ = compoundFile({ "\x01Ole10Native": native("note.txt", latin(NOTE.repeat(200))), other: filled(9_000) });
    expect(read(package_).status).toBe("scanned");
    for (let length = 0; length < package_.length; length += 37) expect(read(package_.subarray(0, length)).status).not.toBe("scanned");
  });
});

/** What the Packager writes (MS-OLEDS 2.3.6). */
function native(name: string, data: Uint8Array): Uint8Array {
  const u32le = (value: number) => Uint8Array.from([value, value >> 8, value >> 16, value >> 24]);
  const path = latin(`C:\\temp\\${name}\0`);
  const parts = [Uint8Array.from([2, 0]), latin(`${name}\0`), path, Uint8Array.from([0, 0, 3, 0]), u32le(path.length), path, u32le(data.length), data];
  const body = new Uint8Array(Buffer.concat(parts));
  return new Uint8Array(Buffer.concat([u32le(body.length), body]));
}

describe("what it is", () => {
  test("an embedded package is read as the file it holds", () => {
    const { status, parts } = read(compoundFile({ "\x01Ole10Native": native("note.txt", latin(NOTE)), "\x01CompObj": filled(80) }));
    expect(status).toBe("scanned");
    expect(parts).toEqual([
      { format: "text", content: NOTE, place: { kind: "text", within: ["note.txt"] } }, { format: "text", content: "note txt", place: { kind: "names" } },
    ]);
  });

  test.each(["CONTENTS", "Package"])("a stream %s is read as a file", (name) => {
    expect(read(compoundFile({ [name]: latin(NOTE) })).parts[0]!.content).toBe(NOTE);
  });

  test.each([
    ["a password", { EncryptionInfo: filled(200), EncryptedPackage: filled(9_000) }],
    ["rights management", { "\x06DataSpaces": { TransformInfo: { DRMEncryptedTransform: { "\x06Primary": filled(100) } } }, x: filled(9) }],
    ["rights management of Office 2003", { "\x09DRMContent": filled(5_000) }],
  ] as [string, Folder][])("under %s", (_what, folder) => {
    expect(read(compoundFile(folder))).toMatchObject({ status: "unread", reason: "encrypted" });
  });

  test("another program's document is said unread", () => {
    expect(read(compoundFile({ VisioDocument: filled(9_000) }))).toMatchObject({ format: "compound", status: "unread", reason: "unsupported" });
  });
});
