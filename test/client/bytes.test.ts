import fc from "fast-check";
import { asciiToBytes, base64urlToBytes, utf8ToText } from "../../src/client/bytes.ts";

test("base64url: every byte string survives, as Node writes it", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    expect(base64urlToBytes(Buffer.from(bytes).toString("base64url"))).toEqual(bytes);
  }));
});

test.each(["A", "AA==", "AA=", "A+B/", "AB C", "AA\n", "AB", "AAB", "ÄAAA"])("base64url refuses %p", (text) => {
  expect(base64urlToBytes(text)).toBeUndefined();
});

test("UTF-8: every well-formed text survives", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    expect(utf8ToText(new Uint8Array(Buffer.from(text, "utf8")))).toBe(Buffer.from(text, "utf8").toString("utf8"));
  }));
});

test("UTF-8: accepts exactly what the platform's strict decoder accepts", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const strict = (bytes: Uint8Array): string | undefined => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => utf8ToText(bytes) === strict(bytes)), { numRuns: 3000 });
  for (const hex of ["c080", "e08080", "eda080", "f4908080", "f08282ac", "c3", "80", "fe"]) {
    expect(utf8ToText(new Uint8Array(Buffer.from(hex, "hex")))).toBeUndefined();
  }
});

test("ASCII refuses what would pass for another character by its lower bits", () => {
  expect(asciiToBytes("a.Z")).toEqual(new Uint8Array([97, 46, 90]));
  expect(() => asciiToBytes("\u0141")).toThrow(RangeError);
});
