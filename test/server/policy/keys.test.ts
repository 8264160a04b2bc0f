import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { openDataFolder, type DataFolder } from "../../../src/server/data-folder.ts";
import { openPolicyKeys } from "../../../src/server/policy/keys.ts";
import { tempFolder } from "../support.ts";

let folder: ReturnType<typeof tempFolder>;
let data: DataFolder;
beforeEach(() => {
  folder = tempFolder();
  data = openDataFolder(folder.path);
});
afterEach(() => folder.remove());

const pem = (type: "ed25519" | "x25519"): string =>
  (type === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("x25519")).privateKey.export({ type: "pkcs8", format: "pem" }).toString();

test("the key is made once, for its owner alone", () => {
  const made = openPolicyKeys(data);
  expect(openPolicyKeys(data).trusted).toEqual(made.trusted);
  if (process.platform !== "win32") expect(statSync(data.policyKey).mode & 0o777).toBe(0o600);
});

test("the key id is the thumbprint of its public half", () => {
  const { kid, trusted } = openPolicyKeys(data);
  const { x } = createPublicKey(createPrivateKey(readFileSync(data.policyKey))).export({ format: "jwk" });
  const thumbprint = createHash("sha256").update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x })).digest("base64url");
  expect(trusted).toEqual([{ kid: thumbprint, x }]);
  expect(kid).toBe(thumbprint);
});

test("the thumbprint of the key of RFC 8037, appendix A, is the one printed there", () => {
  const key = createPrivateKey({
    key: { kty: "OKP", crv: "Ed25519", d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }, format: "jwk",
  });
  writeFileSync(data.policyKey, key.export({ type: "pkcs8", format: "pem" }));
  expect(openPolicyKeys(data).kid).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
});

test("the next key is trusted before it signs", () => {
  const { kid } = openPolicyKeys(data);
  writeFileSync(data.nextPolicyKey, pem("ed25519"));
  const both = openPolicyKeys(data);
  expect(both.kid).toBe(kid);
  expect(both.trusted.map((key) => key.kid)).toEqual([kid, expect.not.stringMatching(kid)]);
});

test.each([["no key", () => "canary"], ["another kind of key", () => pem("x25519")]])("%s is refused in a sentence that quotes nothing of it", (_name, text) => {
  writeFileSync(data.policyKey, text());
  expect(() => openPolicyKeys(data)).toThrow(expect.objectContaining({ code: "SERVER_KEY", message: expect.not.stringContaining("canary") }));
});
