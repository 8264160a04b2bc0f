import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_POLICY, parsePolicy } from "../../src/decide/index.ts";
import { OFFICE_JS_URL } from "../../src/contract/index.ts";
import { rewriteHtml, tamper } from "../../src/simulator/front.ts";
import { ENCRYPTING_LABEL } from "../../src/simulator/host/labels.ts";

test("the tag that loads office.js from Microsoft becomes the local one, between our two scripts", () => {
  const page = rewriteHtml(`<head><script type="text/javascript" src="${OFFICE_JS_URL}"></script><script src="a.js"></script></head>`);
  expect([...page.matchAll(/src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    "/__simulator/msajax.js", "/__officejs/office.js", "/__simulator/extension.js", "a.js",
  ]);
});

test("a forged policy keeps its signature but not its content", () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const honest = { schema: 1, jws: `${part({ alg: "Ed25519" })}.${part({ version: 3, rules: [{ id: "a" }] })}.signature` };
  const [header, payload = "", signature] = (JSON.parse(tamper(JSON.stringify(honest))) as typeof honest).jws.split(".");
  expect([header, signature]).toEqual([part({ alg: "Ed25519" }), "signature"]);
  expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual({ version: 4, rules: [] });
});

test("the demo policy is the default policy with a label mapped", () => {
  const file = JSON.parse(readFileSync(join(import.meta.dirname, "../../src/simulator/demo-policy.json"), "utf8")) as unknown;
  const parsed = parsePolicy(file);
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  const { name, protection, ...rest } = parsed.value;
  expect(rest).toEqual({ ...DEFAULT_POLICY, name: undefined, protection: undefined });
  expect(name).toBe("Simulator demo");
  expect(protection.labelId).toBe(ENCRYPTING_LABEL);
});
