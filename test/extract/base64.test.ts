import { base64ToBytes } from "../../src/extract/index.ts";

test("every length and every byte comes back", () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256);
    expect(base64ToBytes(Buffer.from(bytes).toString("base64"))).toEqual(bytes);
  }
});

test.each([
  ["Q", "one digit"], ["QQ", "no padding"], ["QQ=", "half the padding"], ["Q===", "too much padding"], ["====", "padding alone"], ["QQ==QQ==", "padding inside"],
  ["QR==", "bits beyond the last byte"], ["QUF=", "the same with one pad"], ["QUJD\n", "a line break"], ["QU JD", "a blank"], ["QUJ-", "the URL alphabet"], ["QUJé", "a letter outside ASCII"], ["QUJ\u0141", "a letter that ends in the byte of one"], ["QUJDQUI\u013D", "a letter that ends in the byte of padding"],
  ["data:;base64,QUJD", "a data URL"],
])("%j is refused: %s", (text) => {
  expect(base64ToBytes(text)).toBeUndefined();
});
