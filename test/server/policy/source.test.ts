import { DEFAULT_POLICY } from "../../../src/decide/index.ts";
import { createLog } from "../../../src/server/log.ts";
import { openDataFolder } from "../../../src/server/data-folder.ts";
import { openPolicyKeys } from "../../../src/server/policy/keys.ts";
import { nextIssue, openPolicySource } from "../../../src/server/policy/source.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { NOW, tempFolder, writePolicy } from "../support.ts";

const AT = NOW.toISOString();
const numbered = (version: number, name = "one") => ({ ...DEFAULT_POLICY, name, version });

test("versions given out only grow, whatever the file says", () => {
  const first = nextIssue(numbered(3), undefined, AT);
  expect(first.policy).toEqual(numbered(3));
  expect(nextIssue(numbered(3), first, AT)).toBe(first);
  // An older copy of the same content put back is no change.
  expect(nextIssue(numbered(1), first, AT)).toBe(first);
  expect(nextIssue(numbered(3, "two"), first, AT).policy).toEqual({ ...numbered(4, "two"), issuedAt: AT });
  expect(nextIssue(numbered(1, "two"), first, AT).policy.version).toBe(4);
  expect(nextIssue(numbered(9), first, AT).policy).toEqual(numbered(9));
});

test("the order of members and the file's own time are no change", () => {
  const first = nextIssue(numbered(1), undefined, AT);
  const turned = Object.fromEntries(Object.entries(numbered(1)).reverse()) as unknown as typeof DEFAULT_POLICY;
  expect(nextIssue({ ...turned, issuedAt: "2026-02-02T00:00:00Z" }, first, AT)).toBe(first);
});

test("the number survives a restart, and so does the signed text", async () => {
  const folder = tempFolder();
  const data = openDataFolder(folder.path);
  const run = async () => {
    const store = await openSqlite(data.database);
    const parts = { file: data.policyFile, store, keys: openPolicyKeys(data), now: () => NOW, log: createLog(() => undefined, () => NOW) };
    try {
      return await (await openPolicySource(parts)).current();
    } finally {
      await store.close();
    }
  };
  try {
    writePolicy(data.policyFile, { version: 5 });
    const first = await run();
    expect(await run()).toEqual(first);
    writePolicy(data.policyFile, { version: 5, name: "Example Clinic" });
    expect((await run()).version).toBe(6);
    expect((await run()).version).toBe(6);
  } finally {
    folder.remove();
  }
});

test.each([
  ["no JSON", "{", /is not valid JSON/],
  ["not a policy", "[]", /cannot be used/],
  ["an unknown member", JSON.stringify({ ...DEFAULT_POLICY, extra: 1 }), /extra/],
])("%s at start is refused with the file's name and the problem", async (_name, text, problem) => {
  const folder = tempFolder();
  const data = openDataFolder(folder.path);
  const store = await openSqlite(data.database);
  try {
    writePolicy(data.policyFile, text);
    const opening = openPolicySource({ file: data.policyFile, store, keys: openPolicyKeys(data), now: () => NOW, log: () => undefined });
    await expect(opening).rejects.toMatchObject({ code: "SERVER_POLICY_FILE", message: expect.stringMatching(problem) });
    await expect(opening).rejects.toMatchObject({ message: expect.stringContaining(data.policyFile) });
  } finally {
    await store.close();
    folder.remove();
  }
});
