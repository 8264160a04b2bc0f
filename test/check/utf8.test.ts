import fc from "fast-check";
import { utf8Bytes } from "../../src/check/utf8.ts";

test("writes what the platform's encoder writes, half surrogate pairs included", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    expect(utf8Bytes(text)).toEqual(new TextEncoder().encode(text));
  }));
  expect(utf8Bytes("\ud83d a\udc00")).toEqual(new TextEncoder().encode("\ud83d a\udc00"));
});
