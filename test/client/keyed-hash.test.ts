import { createHmac } from "node:crypto";
import { keyedHash as inTerminal } from "../../src/cli/policy.ts";
import { keyedHash } from "../../src/client/index.ts";

const KEY = Buffer.from(Array.from({ length: 32 }, (_, k) => k * 7)).toString("base64url");

test("is the HMAC of RFC 4231, case 2, cut short", () => {
  const key = Buffer.from("Jefe").toString("base64url");
  expect(keyedHash(key, "what do ya want for nothing?")).toBe("5bdcc146bf60754e");
});

test.each(["", "id:482913", "name:lopez maria", "name:łukasz żak", "name:李 小龙", "name:\u{1f600}"])("handler, terminal and Node agree on %j", (text) => {
  const expected = createHmac("sha256", Buffer.from(KEY, "base64url")).update(text, "utf8").digest("hex").slice(0, 16);
  expect(keyedHash(KEY, text)).toBe(expected);
  expect(inTerminal(KEY, text)).toBe(expected);
});

test("a key that is no base64url matches nothing", () => {
  expect(keyedHash("not a key!", "id:482913")).toBe("");
});
