/** Puts the parts together for the handlers, from the few globals that every runtime has. */
import { createAuditQueue, createPolicySource, readSite } from "../client/index.ts";
import type { AuditQueue, PolicySource } from "../client/index.ts";
import type { Fetch, SecondOpinion, Timers } from "../contract/index.ts";
import { DEFAULT_POLICY, parsePolicy } from "../decide/index.ts";
import { detectionProblems } from "../detect/index.ts";
import { connectOutlook } from "../outlook/index.ts";
import type { OfficeApi, OutlookPort } from "../outlook/index.ts";

export interface Runtime {
  readonly outlook: OutlookPort;
  readonly policies: PolicySource;
  readonly audit: AuditQueue;
  readonly timers: Timers;
  /** Where the handler runs in a page. */
  readonly secondOpinion?: SecondOpinion | undefined;
  /** 0 to below 1. For ids, never for secrets. */
  readonly random: () => number;
}

export interface RuntimeParts {
  readonly office: OfficeApi;
  /** `SITE_STAMP`, or what the server put in its place. */
  readonly stamp: string;
  readonly fetch?: Fetch | undefined;
  readonly timers: Timers;
  readonly secondOpinion?: SecondOpinion | undefined;
  readonly random: () => number;
}

/** Asks nothing of Outlook or the network yet, so that it cannot fail. */
export function createRuntime({ office, stamp, fetch, timers, secondOpinion, random }: RuntimeParts): Runtime {
  const outlook = connectOutlook({ office, timers });
  const { session, settings } = outlook;
  const site = readSite(stamp);
  return {
    outlook,
    policies: createPolicySource({ site, fetch, timers, session, settings, parse: (json) => parsePolicy(json, detectionProblems), builtIn: DEFAULT_POLICY }),
    audit: createAuditQueue({ site, fetch, timers, settings }),
    timers,
    secondOpinion,
    random,
  };
}

/** Without timers nothing ends a call that Outlook never answers; then Outlook's own limit of 5 min does, and holds the mail. */
export function hostTimers(): Timers {
  return {
    setTimeout: (run, ms) => (typeof setTimeout === "function" ? setTimeout(run, ms) : undefined),
    clearTimeout: (handle) => {
      if (typeof clearTimeout === "function" && handle !== undefined) clearTimeout(handle as number);
    },
    now: () => Date.now(),
  };
}

/** A function of its own: browsers refuse their `fetch` as a method of another object. */
export function hostFetch(): Fetch | undefined {
  return typeof fetch === "function" ? (url, init) => fetch(url, init) : undefined;
}

/** What `runtime-page.ts` has put there, where the handler runs in a page. */
export function hostSecondOpinion(): SecondOpinion | undefined {
  const { chartsealSecondOpinion: ask } = globalThis as { readonly chartsealSecondOpinion?: unknown };
  return typeof ask === "function" ? (ask as SecondOpinion) : undefined;
}
