import { constants, deflateRawSync } from "node:zlib";
import { EXTRACT_LIMITS } from "../../src/contract/index.ts";
import { Budget, LimitReached } from "../../src/extract/budget.ts";
import { inflateRaw } from "../../src/extract/inflate.ts";

const budget = (limits = {}, now = () => 0) => new Budget({ ...EXTRACT_LIMITS, ...limits }, now);
const noise = (length: number) => Uint8Array.from({ length }, (_, at) => ((at * at * 2654435761) >>> 13) & 255);
const words = (length: number) => Uint8Array.from({ length }, (_, at) => "Patient Ana Roe, MRN 00482913; "[(at * at) % 31]!.charCodeAt(0));
const SAMPLES = { nothing: noise(0), "one byte": noise(1), noise: noise(70_000), words: words(150_000), zeros: new Uint8Array(100_000) };

describe.each(Object.entries(SAMPLES))("%s", (_what, bytes) => {
  test.each([
    ["stored", { level: 0 }], ["quick", { level: 1 }], ["best", { level: 9 }], ["fixed codes", { strategy: constants.Z_FIXED }], ["no repetitions", { strategy: constants.Z_HUFFMAN_ONLY }], ["runs in small blocks", { strategy: constants.Z_RLE, memLevel: 1 }],
  ])("packed by the platform, %s", (_how, options) => {
    const read = inflateRaw(new Uint8Array(deflateRawSync(bytes, options)), budget());
    expect(read).toMatchObject({ whole: true, tooLong: false });
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
  });

  test("cut anywhere, what came before is kept, and is not whole", () => {
    const packed = new Uint8Array(deflateRawSync(bytes));
    for (let length = 0; length < packed.length; length += Math.max(1, packed.length >> 6)) {
      const read = inflateRaw(packed.subarray(0, length), budget());
      expect(read.whole).toBe(false);
      expect(Buffer.compare(read.bytes, bytes.subarray(0, read.bytes.length))).toBe(0);
    }
  });
});

test.each([
  ["a block of an unknown type", [7]], ["a repetition of what never was", [3, 2, 0]],
  ["a table without codes", [5, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
])("%s is damage", (_what, bytes) => {
  expect(inflateRaw(Uint8Array.from(bytes), budget()).whole).toBe(false);
});

test("the longest length is kept to the byte", () => {
  const read = inflateRaw(new Uint8Array(deflateRawSync(new Uint8Array(5_000))), budget({ memberBytes: 1_000 }));
  expect(read).toMatchObject({ whole: false, tooLong: true });
  expect(read.bytes).toHaveLength(1_000);
});

test("a bomb is noticed before it is unpacked", () => {
  expect(() => inflateRaw(new Uint8Array(deflateRawSync(new Uint8Array(30_000_000))), budget())).toThrow(LimitReached);
});
