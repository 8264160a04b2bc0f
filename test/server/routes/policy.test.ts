import { createPublicKey, verify } from "node:crypto";
import { utimesSync, writeFileSync } from "node:fs";
import type { Policy, SignedPolicy } from "../../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../../src/decide/index.ts";
import { NOW, openServer, writePolicy, type TestServer } from "../support.ts";

let server: TestServer;
beforeEach(async () => { server = await openServer(); });
afterEach(() => server.close());

const get = (headers: Record<string, string> = {}) => server.app.inject({ method: "GET", url: "/api/policy", headers });

function open({ jws }: SignedPolicy): { readonly header: unknown; readonly policy: Policy; readonly verified: boolean } {
  const [header = "", payload = "", signature = ""] = jws.split(".");
  const x = server.keys.trusted[0]?.x ?? "";
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const json = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  const verified = verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"));
  return { header: json(header), policy: json(payload) as Policy, verified };
}

test("the policy comes signed by the key that is stamped into the scripts", async () => {
  const answer = await get();
  expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, "no-cache"]);
  const { header, policy, verified } = open(answer.json<SignedPolicy>());
  expect(answer.json<SignedPolicy>().schema).toBe(1);
  expect(header).toEqual({ alg: "Ed25519", kid: server.keys.trusted[0]?.kid, typ: "chartseal-policy+jwt" });
  expect(policy).toEqual(DEFAULT_POLICY);
  expect(verified).toBe(true);
});

test("an unchanged policy answers 304, a changed one does not", async () => {
  const etag = String((await get()).headers.etag);
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const again = await get({ "if-none-match": etag });
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
  writePolicy(server.data.policyFile, { name: "Example Clinic", version: 2 });
  expect((await get({ "if-none-match": etag })).statusCode).toBe(200);
});

test("a changed file whose version stands still goes out under the next one", async () => {
  await get();
  writePolicy(server.data.policyFile, { name: "Example Clinic" });
  const { policy, verified } = open((await get()).json());
  expect(policy).toMatchObject({ name: "Example Clinic", version: 2, issuedAt: NOW.toISOString() });
  expect(verified).toBe(true);
});

test("a file that is broken while the server runs leaves the last good policy in force, and is logged once", async () => {
  const before = (await get()).json<SignedPolicy>();
  writePolicy(server.data.policyFile, '{"schema":1,"name":"canary-name"');
  expect((await get()).json()).toEqual(before);
  expect((await get()).json()).toEqual(before);
  const refused = server.logged.filter((line) => line.includes("policy-refused")).map((line) => JSON.parse(line) as unknown);
  expect(refused).toEqual([{ time: NOW.toISOString(), event: "policy-refused", code: "SERVER_POLICY_FILE", problems: 1 }]);
  expect(server.logged.join("")).not.toContain("canary-name");

  writePolicy(server.data.policyFile, { name: "Mended", version: 7 });
  expect(open((await get()).json()).policy).toMatchObject({ name: "Mended", version: 7 });
  expect(server.policySource.fault()).toBeUndefined();
});

test("a file that was only touched keeps its version", async () => {
  const before = await get();
  utimesSync(server.data.policyFile, NOW, NOW);
  expect((await get()).headers.etag).toBe(before.headers.etag);
});

test("a byte order mark from a Windows editor does no harm", async () => {
  writeFileSync(server.data.policyFile, `\uFEFF${JSON.stringify({ ...DEFAULT_POLICY, version: 9 })}`);
  expect(open((await get()).json()).policy.version).toBe(9);
});
