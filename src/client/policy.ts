/** The policy in use: fetched while a mail is written, verified on every reading, kept for when the server is away. */
import { LARGEST_KEPT_POLICY, PATHS, SESSION_KEYS, SETTING_KEYS } from "../contract/index.ts";
import type { ErrorCode, Policy, Result, SessionStore, SettingsStore, Site } from "../contract/index.ts";
import { request } from "./http.ts";
import type { Http } from "./http.ts";
import { verifyCompact } from "./jws.ts";

/** ms. While a mail is written there is time; at Send only a first run without any copy asks the server at all. */
const PREFETCH_MS = 5_000;
const SEND_MS = 1_500;
/** ms. The time of the last sync is worth saving to the mailbox once a day, not with every mail. */
const SYNC_NOTED_EVERY = 86_400_000;

export type PolicyOrigin = "session" | "settings" | "network" | "built-in";

export interface PolicyInUse {
  readonly policy: Policy;
  readonly from: PolicyOrigin;
  /** ISO 8601, UTC: the last sync that succeeded. */
  readonly lastSync?: string;
  /** Why a copy was refused, or why none could be had. */
  readonly problem?: ErrorCode;
}

export type SyncStatus = "updated" | "unchanged" | "offline" | "refused";

export interface SyncResult {
  readonly status: SyncStatus;
  readonly now: PolicyInUse;
  readonly problem?: ErrorCode;
}

export interface PolicySourceParts extends Http {
  readonly site: Site | undefined;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  readonly parse: (json: unknown) => Result<Policy>;
  /** In use until a first copy has come, and whenever none verifies. */
  readonly builtIn: Policy;
}

/** None of its methods rejects: without a server, a store or a valid copy there is still a policy. */
export interface PolicySource {
  /** Fetches, verifies and keeps the policy. For the compose events. */
  prefetch(): Promise<SyncResult>;
  /** As `prefetch`, but asks the server only when this draft has no valid copy yet. */
  ensure(): Promise<void>;
  /** The newest copy that verifies; the network only when there is none, for at most 1.5 s. */
  current(): Promise<PolicyInUse>;
  /** As `prefetch`, asked for by a person: the time of it is kept. */
  sync(): Promise<SyncResult>;
}

type Opened = { readonly policy: Policy; readonly jws: string } | { readonly problem: ErrorCode };
type Copy = Extract<Opened, { readonly policy: Policy }>;

interface Kept {
  readonly best?: Copy & { readonly from: "session" | "settings" };
  readonly problem?: ErrorCode;
}

/** Verifying takes up to 60 ms, and both stores usually hold the same text: each text is verified once. */
function createOpener({ site, parse }: Pick<PolicySourceParts, "site" | "parse">): (jws: string) => Opened {
  const opened = new Map<string, Opened>();
  const open = (jws: string): Opened => {
    const payload = site === undefined ? undefined : verifyCompact(jws, site.policyKeys);
    if (payload === undefined) return { problem: "POLICY_SIGNATURE" };
    const parsed = parse(payload);
    return parsed.ok ? { policy: parsed.value, jws } : { problem: "POLICY_INVALID" };
  };
  return (jws) => {
    const known = opened.get(jws) ?? open(jws);
    opened.set(jws, known);
    return known;
  };
}

function jwsOf(body: string): string | undefined {
  try {
    const value = JSON.parse(body) as { schema?: unknown; jws?: unknown } | null;
    return value?.schema === 1 && typeof value.jws === "string" ? value.jws : undefined;
  } catch {
    return undefined;
  }
}

/** Reads both stores. A copy that does not verify is passed over, and says so. */
async function readKept({ session, settings }: PolicySourceParts, open: (jws: string) => Opened): Promise<Kept> {
  const texts = [
    { from: "session", jws: await session.get(SESSION_KEYS.policy).catch(() => undefined) },
    { from: "settings", jws: settings.get(SETTING_KEYS.lastPolicy) },
  ] as const;
  let kept: Kept = {};
  for (const { from, jws } of texts) {
    if (jws === undefined) continue;
    const opened = open(jws);
    if ("problem" in opened) kept = { ...kept, problem: opened.problem };
    else if (kept.best === undefined || opened.policy.version > kept.best.policy.version) kept = { ...kept, best: { ...opened, from } };
  }
  return kept;
}

async function fetchPolicy(parts: PolicySourceParts, open: (jws: string) => Opened, ms: number): Promise<Opened> {
  if (parts.site === undefined) return { problem: "POLICY_UNAVAILABLE" };
  const answer = await request(parts, `${parts.site.origin}${PATHS.policy}`, { method: "GET", cache: "no-cache" }, ms);
  if (answer === undefined || answer.status !== 200) return { problem: "POLICY_UNAVAILABLE" };
  const jws = jwsOf(answer.body);
  return jws === undefined ? { problem: "POLICY_INVALID" } : open(jws);
}

/** A store that fails costs the copy, not the policy. */
async function keep({ session, settings, timers }: PolicySourceParts, jws: string, asked: boolean): Promise<void> {
  if ((await session.get(SESSION_KEYS.policy).catch(() => undefined)) !== jws) await session.set(SESSION_KEYS.policy, jws).catch(() => undefined);
  const lastSync = Date.parse(settings.get(SETTING_KEYS.lastSync) ?? "");
  const isNew = settings.get(SETTING_KEYS.lastPolicy) !== jws && jws.length <= LARGEST_KEPT_POLICY;
  if (!isNew && !asked && timers.now() - lastSync < SYNC_NOTED_EVERY) return;
  try {
    if (isNew) settings.set(SETTING_KEYS.lastPolicy, jws);
    settings.set(SETTING_KEYS.lastSync, new Date(timers.now()).toISOString());
    await settings.save();
  } catch {
    return;
  }
}

export function createPolicySource(parts: PolicySourceParts): PolicySource {
  const open = createOpener(parts);

  const inUse = ({ policy, from }: Pick<PolicyInUse, "policy" | "from">, problem: ErrorCode | undefined): PolicyInUse => {
    const lastSync = parts.settings.get(SETTING_KEYS.lastSync);
    return { policy, from, ...(lastSync === undefined ? {} : { lastSync }), ...(problem === undefined ? {} : { problem }) };
  };
  const fromKept = ({ best, problem }: Kept): PolicyInUse =>
    inUse(best ?? { policy: parts.builtIn, from: "built-in" }, problem ?? (best === undefined ? "POLICY_UNAVAILABLE" : undefined));

  async function update(asked: boolean): Promise<SyncResult> {
    const kept = await readKept(parts, open);
    const fetched = await fetchPolicy(parts, open, PREFETCH_MS);
    const isRollback = "policy" in fetched && kept.best !== undefined && fetched.policy.version < kept.best.policy.version;
    if ("problem" in fetched || isRollback) {
      const problem = "problem" in fetched ? fetched.problem : "POLICY_ROLLBACK";
      return { status: problem === "POLICY_UNAVAILABLE" ? "offline" : "refused", now: fromKept(kept), problem };
    }
    await keep(parts, fetched.jws, asked);
    const status = kept.best?.jws === fetched.jws ? "unchanged" : "updated";
    return { status, now: inUse({ policy: fetched.policy, from: "network" }, undefined) };
  }

  async function current(): Promise<PolicyInUse> {
    const kept = await readKept(parts, open);
    if (kept.best !== undefined) return fromKept(kept);
    const fetched = await fetchPolicy(parts, open, SEND_MS);
    if ("problem" in fetched) return inUse({ policy: parts.builtIn, from: "built-in" }, kept.problem ?? fetched.problem);
    return inUse({ policy: fetched.policy, from: "network" }, kept.problem);
  }

  return {
    prefetch: () => update(false),
    async ensure() {
      const jws = await parts.session.get(SESSION_KEYS.policy).catch(() => undefined);
      if (jws === undefined || "problem" in open(jws)) await update(false);
    },
    current,
    sync: () => update(true),
  };
}
