/** Builds the pane's ports from Outlook, the server and the check. */
import { checkDraft, contextOf, parseOverride, rememberAll } from "../check/index.ts";
import { createAuditQueue, createEntryId, createPolicySource, keyedHash } from "../client/index.ts";
import type { AuditQueue, PolicySource } from "../client/index.ts";
import { SESSION_KEYS } from "../contract/index.ts";
import type { AuditEntry, Fetch, Override, OverrideReason, SecondOpinion, Site, Timers } from "../contract/index.ts";
import { DEFAULT_POLICY, localeOf, parsePolicy } from "../decide/index.ts";
import { detectionProblems, orgRules } from "../detect/index.ts";
import { connectOutlook, draftDigest, fieldsDigest } from "../outlook/index.ts";
import type { OfficeApi, OutlookPort } from "../outlook/index.ts";
import type { Checked, PaneEvent, PanePorts } from "./ports.ts";

type Listen<Type extends string> = (type: Type, heard: () => void) => void;

/** The little of the browser's window that the pane listens to. */
export interface PaneWindow {
  readonly addEventListener: Listen<"focus">;
  readonly removeEventListener: Listen<"focus">;
  matchMedia(query: string): { readonly matches: boolean; readonly addEventListener: Listen<"change">; readonly removeEventListener: Listen<"change"> };
}

export interface World {
  readonly office: OfficeApi;
  readonly timers: Timers;
  readonly window: PaneWindow;
  readonly fetch: Fetch;
  readonly secondOpinion?: SecondOpinion | undefined;
  /** 0 to 1; makes audit ids differ, not secret. */
  readonly random: () => number;
  readonly site: Site | undefined;
  readonly version: string;
}

/** What the ledger learns of a reason: ids, counts and the choice, never anything of the draft. */
function entryOf({ assessment, verdict, policyVersion }: Checked, override: Override, id: string): AuditEntry {
  return {
    id,
    schema: 1,
    at: override.at,
    event: "override",
    action: verdict.action,
    outcome: "held",
    policyVersion,
    pack: assessment.pack,
    reasons: verdict.reasons.map(({ ruleId, code }) => ({ ruleId, code })),
    counts: verdict.counts,
    applied: { header: false, label: false },
    override: override.reason,
    ms: 0,
  };
}

/** Ledger first: a reason that counted but was never recorded would be worse than one recorded that did not count. */
function createRecorder({ timers, random }: World, outlook: OutlookPort, audit: AuditQueue) {
  return async (checked: Checked, reason: OverrideReason): Promise<Override> => {
    const now = timers.now();
    const override: Override = { digest: checked.digest, reason, at: new Date(now).toISOString() };
    await audit.record(entryOf(checked, override, createEntryId({ digest: checked.digest, now, random: random() })));
    await outlook.session.set(SESSION_KEYS.override, JSON.stringify(override));
    return override;
  };
}

/** The same check as at Send, but for the recorded reason: the pane shows what the message itself asks for. */
function createChecker({ timers, secondOpinion }: World, outlook: OutlookPort, policies: PolicySource) {
  const remember = rememberAll(fieldsDigest);
  return async (onRead?: (read: number, of: number) => void): Promise<Checked> => {
    const { policy } = await policies.current();
    const result = await checkDraft({
      reader: outlook, policy, timers, digestOf: draftDigest, keyedHash, secondOpinion, isProtectionAsked: () => outlook.isProtectionAsked(), remember: (draft) => remember(contextOf(draft, policy, timers.now(), fieldsDigest)),
      ...(onRead === undefined ? {} : { onRead }),
    });
    return { ...result, orgRules: orgRules(policy.detection ?? {}), policyVersion: policy.version, at: new Date(timers.now()).toISOString() };
  };
}

/** Ids change from read to read, so the file is looked up anew. One that is no longer there is off already. */
function createRemover(outlook: OutlookPort) {
  return async ({ draft }: Checked, index: number): Promise<void> => {
    const wanted = draft.attachments[index];
    if (wanted === undefined) return;
    const { attachments } = await outlook.readDraft();
    const alike = attachments.filter(({ name, kind, size }) => name === wanted.name && kind === wanted.kind && (kind === "item" || size === wanted.size));
    const found = alike.find(({ id }) => id === wanted.id) ?? alike[0];
    if (found !== undefined) await outlook.removeAttachment(found.id);
  };
}

const SYSTEM_DARK = "(prefers-color-scheme: dark)";

function listen(outlook: OutlookPort, window: PaneWindow, heard: (event: PaneEvent) => void): () => void {
  const onFocus = (): void => heard("focus");
  const onScheme = (): void => heard("theme");
  const scheme = window.matchMedia(SYSTEM_DARK);
  window.addEventListener("focus", onFocus);
  scheme.addEventListener("change", onScheme);
  const stop = outlook.listen(heard);
  return () => {
    window.removeEventListener("focus", onFocus);
    scheme.removeEventListener("change", onScheme);
    stop();
  };
}

/** Waits out one call before the next is set, so that calls never pile up. */
function every(timers: Timers, ms: number, tick: () => void): () => void {
  let handle: unknown;
  const arm = (): void => {
    handle = timers.setTimeout(() => {
      tick();
      arm();
    }, ms);
  };
  arm();
  return () => timers.clearTimeout(handle);
}

export function createPorts(world: World): PanePorts {
  const { office, timers, fetch, site, version } = world;
  const outlook = connectOutlook({ office, timers });
  const { session, settings } = outlook;
  const audit = createAuditQueue({ site, settings, fetch, timers });
  const policies = createPolicySource({ site, session, settings, fetch, timers, parse: (json) => parsePolicy(json, detectionProblems), builtIn: DEFAULT_POLICY });
  return {
    locale: localeOf(outlook.locale()),
    version,
    check: createChecker(world, outlook, policies),
    digest: async () => draftDigest(await outlook.readDraft()),
    context: () => outlook.paneContext(),
    readOverride: async () => parseOverride(await session.get(SESSION_KEYS.override)),
    recordOverride: createRecorder(world, outlook, audit),
    canRemoveAttachment: () => outlook.canRemoveAttachment(),
    removeAttachment: createRemover(outlook),
    protect: (wanted) => (wanted ? outlook.askProtection() : outlook.unaskProtection()),
    policy: () => policies.current(),
    sync: () => policies.sync(),
    flush: () => audit.flush(),
    listen: (heard) => listen(outlook, world.window, heard),
    every: (ms, tick) => every(timers, ms, tick),
    isDark: () => outlook.isHostDark() ?? world.window.matchMedia(SYSTEM_DARK).matches,
  };
}
