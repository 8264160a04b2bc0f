/** What a policy adds to detection, made ready for one draft. */
import type { KeyedHash, PolicyDetection } from "../contract/index.ts";
import type { Candidate } from "./engine.ts";
import { compileOrgRules, orgCandidates } from "./org-rules.ts";
import type { OrgRules } from "./org-rules.ts";
import { allowedValues, knownPatients } from "./org-values.ts";
import type { AllowedIn, Recognise } from "./org-values.ts";
import { nameInPassage } from "./rules/name-in-passage.ts";
import type { Scan } from "./scan.ts";

/** What `assess` is handed of the organisation, and of the world for it. */
export interface OrgDetection {
  readonly detection: PolicyDetection;
  /** `YYYY-MM-DD`, UTC: allowed values end by it. */
  readonly today: string;
  readonly hash: KeyedHash;
}

export interface Org {
  readonly rules: OrgRules;
  readonly allowedIn: AllowedIn | undefined;
  readonly recognise: Recognise | undefined;
}

/** A pane assesses under one policy again and again. */
const compiled = new WeakMap<PolicyDetection, OrgRules>();

export function orgOf({ detection, today, hash }: OrgDetection): Org {
  const rules = compiled.get(detection) ?? compileOrgRules(detection);
  compiled.set(detection, rules);
  const known = detection.knownPatients;
  return { rules, allowedIn: allowedValues(detection.allow ?? [], today), recognise: known === undefined ? undefined : knownPatients(known, hash) };
}

/** A number that both know keeps what the built-in rule knows of it: that only health care gives out such a number, or whose it is. */
function noWeaker(own: readonly Candidate[], found: readonly Candidate[]): readonly Candidate[] {
  const at = new Map<number, Candidate>();
  for (const c of found) if (c.rule.part !== "health" && !c.test && (at.get(c.token)?.care ?? -1) < c.care) at.set(c.token, c);
  return own.map((c) => {
    const same = c.rule.part === "health" ? undefined : at.get(c.token);
    return same === undefined ? c : { ...c, care: Math.max(c.care, same.care), weight: Math.max(c.weight, same.weight), role: c.role ?? same.role };
  });
}

/** What the organisation's own words and shapes find is not found once more by the passage: its ward is nobody's name, and its number is one of its own kind. */
function notByPassage(found: readonly Candidate[], own: readonly Candidate[]): readonly Candidate[] {
  return found.filter((c) => c.rule.id !== nameInPassage.id || !own.some(({ token, after }) => token <= c.token && after >= c.after));
}

/** The pack's candidates and the organisation's, without the allowed values. */
export function withOrg({ rules, allowedIn }: Org, found: readonly Candidate[], scan: Scan): readonly Candidate[] {
  const own = orgCandidates(rules, scan);
  const all = own.length === 0 ? found : [...notByPassage(found, own), ...noWeaker(own, found)];
  if (allowedIn === undefined) return all;
  const isAllowed = allowedIn(scan);
  return all.filter((candidate) => !isAllowed(candidate));
}
