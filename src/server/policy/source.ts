import { createHash } from "node:crypto";
import { codeOf, type ErrorCode, type Policy } from "../../contract/index.ts";
import { canonicalJson } from "../audit/canonical.ts";
import { faultEntry, type Log } from "../log.ts";
import type { PolicyIssue, Store } from "../store/index.ts";
import { fileStamp, PolicyFileError, readPolicyFile } from "./file.ts";
import { signCompact } from "./jws.ts";
import type { PolicyKeys } from "./keys.ts";

/** The policy as it goes out. */
export interface IssuedPolicy {
  readonly version: number;
  readonly jws: string;
  /** Strong: taken over the signed text. */
  readonly etag: string;
}

export interface PolicySource {
  /** The policy in force; reads the file anew when it has changed. Never rejects: a broken file leaves the last good policy in force. */
  current(): Promise<IssuedPolicy>;
  /** Why the file as it stands now is not in force. */
  fault(): ErrorCode | undefined;
}

export interface PolicySourceParts {
  readonly file: string;
  readonly store: Store;
  readonly keys: PolicyKeys;
  readonly now: () => Date;
  readonly log: Log;
}

/** Reads, numbers and signs the policy file. Rejects with `SERVER_POLICY_FILE` when it is broken at start. */
export async function openPolicySource(parts: PolicySourceParts): Promise<PolicySource> {
  let stamp = fileStamp(parts.file);
  let issued = await issue(parts);
  let fault: ErrorCode | undefined;
  let reading: Promise<void> | undefined;

  const reread = async (seen: string): Promise<void> => {
    try {
      issued = await issue(parts);
      fault = undefined;
      stamp = seen;
    } catch (thrown) {
      fault = codeOf(thrown);
      if (!(thrown instanceof PolicyFileError)) return parts.log(faultEntry(thrown));
      // The same broken file is not read again; a database that was busy is asked again.
      stamp = seen;
      parts.log({ event: "policy-refused", code: thrown.code, problems: thrown.problems });
    }
  };
  return {
    fault: () => fault,
    current: async () => {
      const seen = fileStamp(parts.file);
      if (seen !== stamp) {
        reading ??= reread(seen).finally(() => { reading = undefined; });
        await reading;
      }
      return issued;
    },
  };
}

async function issue({ file, store, keys, now, log }: PolicySourceParts): Promise<IssuedPolicy> {
  const written = readPolicyFile(file);
  const last = await store.lastPolicy();
  const next = nextIssue(written, last, now().toISOString());
  if (next !== last) {
    await store.recordPolicy(next, now().toISOString());
    log({ event: "policy-issued", version: next.policy.version });
  }
  // Canonical, as the database keeps it: a restart signs the very same bytes, so no client fetches them again.
  const jws = signCompact(canonicalJson(next.policy), keys);
  const etag = `"${createHash("sha256").update(jws).digest("base64url")}"`;
  return { version: next.policy.version, jws, etag };
}

/**
 * Gives a changed policy a version higher than any before, whatever number the file carries: clients refuse to go back, so a
 * change under an old number would never reach them. `at` stands as the time of issue where the file's number was not taken.
 */
export function nextIssue(written: Policy, last: PolicyIssue | undefined, at: string): PolicyIssue {
  const contentHash = hashOfContent(written);
  if (last === undefined || written.version > last.policy.version) return { policy: written, contentHash };
  if (contentHash === last.contentHash) return last;
  return { policy: { ...written, version: last.policy.version + 1, issuedAt: at }, contentHash };
}

function hashOfContent(policy: Policy): string {
  return createHash("sha256").update(canonicalJson({ ...policy, version: undefined, issuedAt: undefined })).digest("hex");
}
