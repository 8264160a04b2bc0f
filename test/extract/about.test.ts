import { ABOUT, FORMATS } from "../../src/extract/index.ts";

test("of every format, and of no other, people are told what is read", () => {
  expect(Object.keys(ABOUT).sort()).toEqual(FORMATS.map(({ key }) => key).sort());
});
