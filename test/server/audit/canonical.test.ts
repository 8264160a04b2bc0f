import { canonicalJson } from "../../../src/server/audit/canonical.ts";

test.each([
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [{ a: { d: [3, { z: 1, y: 2 }], c: null } }, '{"a":{"c":null,"d":[3,{"y":2,"z":1}]}}'],
  [{ a: undefined, b: true }, '{"b":true}'],
  [[2, 1], "[2,1]"],
  // RFC 8785, 3.2.3: by UTF-16 code units, not by code points.
  [{ "\uFB33": 1, "\u{1F600}": 2, "\u20AC": 3, "1": 4, "\r": 5 }, '{"\\r":5,"1":4,"\u20AC":3,"\u{1F600}":2,"\uFB33":1}'],
])("%j has one text", (value, text) => expect(canonicalJson(value)).toBe(text));
