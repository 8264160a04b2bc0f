import { verifyCompact } from "../../src/client/jws.ts";
import { createSigner, signJws, siteOf } from "./signing.ts";

const signer = createSigner();
const next = createSigner();
const stranger = createSigner();
const { policyKeys } = siteOf(signer, next);
const PAYLOAD = { name: "Clínica del Río", version: 3 };
const jws = signJws(PAYLOAD, signer);
const [header = "", payload = "", signature = ""] = jws.split(".");
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const flip = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);

test.each([
  ["the current key", jws], ["the next key", signJws(PAYLOAD, next)], ["the older name of the algorithm", signJws(PAYLOAD, signer, { alg: "EdDSA" })],
  ["a type in the header", signJws(PAYLOAD, signer, { typ: "chartseal-policy+jwt" })],
])("holds with %s", (_name, text) => {
  expect(verifyCompact(text, policyKeys)).toEqual(PAYLOAD);
});

test.each([
  ["another payload", `${header}.${encode({ ...PAYLOAD, version: 4 })}.${signature}`],
  ["another signature", `${header}.${payload}.${flip(signature)}`],
  ["no signature", `${header}.${payload}.`],
  ["a fourth part", `${jws}.`],
  ["two parts", `${header}.${payload}`],
  ["a stranger's key under its own name", signJws(PAYLOAD, stranger)],
  ["a stranger's key under our name", signJws(PAYLOAD, { ...stranger, kid: signer.kid })],
  ["a key handed over in the header", signJws(PAYLOAD, { ...stranger, kid: signer.kid }, { jwk: { kty: "OKP", crv: "Ed25519", x: stranger.x } })],
  ["no algorithm", `${encode({ alg: "none", kid: signer.kid })}.${payload}.`],
  ["a shared secret as algorithm", signJws(PAYLOAD, signer, { alg: "HS256" })],
  ["the algorithm in other letters", signJws(PAYLOAD, signer, { alg: "ed25519" })],
  ["a critical extension", signJws(PAYLOAD, signer, { crit: ["exp"], exp: 1 })],
  ["no key name", signJws(PAYLOAD, signer, { kid: undefined })],
  ["padding", `${header}.${payload}.${signature}==`],
  ["a signature with bits left over", `${header}.${payload}.${signature.slice(0, -1)}${signature.endsWith("A") ? "B" : "A"}x`],
  ["a payload that is no JSON", signJws("not json", signer)],
  ["nothing", ""],
])("refuses %s", (_name, text) => {
  expect(verifyCompact(text, policyKeys)).toBeUndefined();
});

test("refuses all where no key is pinned, or a pinned one is no key", () => {
  expect(verifyCompact(jws, [])).toBeUndefined();
  expect(verifyCompact(jws, [{ kid: signer.kid, x: "AAAA" }])).toBeUndefined();
});

test("refuses a signature whose S is not reduced, which would be a second signature of the same text", () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const bytes = Buffer.from(signature, "base64url");
  const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString("hex")}`) + order;
  const raised = Buffer.from(s.toString(16).padStart(64, "0"), "hex").reverse();
  const text = `${header}.${payload}.${Buffer.concat([bytes.subarray(0, 32), raised]).toString("base64url")}`;
  expect(verifyCompact(text, policyKeys)).toBeUndefined();
});
