/** One rule of a policy from JSON. */
import { UNREAD_REASONS } from "../contract/index.ts";
import type { Action, Audience, PolicyCondition, PolicyRule, SensitiveClass } from "../contract/index.ts";
import { fieldsOf, listOf, noteTwins, own, show, wordOf } from "./shape.ts";
import type { Fields, Notes } from "./shape.ts";

/** Of policy rules and of the organisation's own detection rules. */
export const RULE_ID = /^[a-z][a-z0-9-]{0,47}$/;
const FLAGS = ["phi", "phiInSubject", "webmail"] as const;
const CONDITIONS = ["audience", "minPatients", "sensitive", "unreadAttachment", ...FLAGS] as const satisfies readonly (keyof PolicyCondition)[];
const MOST_PATIENTS = 100_000;

/** The keys of a record whose type names every member of the union: the compiler finds a missing one. */
export function wordsOf<T extends string>(table: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(table) as T[];
}
const ACTIONS = wordsOf<Action>({ allow: true, protect: true, confirm: true, block: true });
const AUDIENCES = wordsOf<Audience>({ internal: true, partner: true, outside: true });
export const SENSITIVE = wordsOf<SensitiveClass>({
  "substance-use": true, "mental-health": true, "hiv-sti": true, reproductive: true, genetic: true, minor: true,
});

function flags(fields: Fields, path: string, to: Notes): Partial<Record<(typeof FLAGS)[number], boolean>> {
  const read: Partial<Record<(typeof FLAGS)[number], boolean>> = {};
  for (const key of FLAGS) {
    const value = own(fields, key);
    if (typeof value === "boolean") read[key] = value;
    else if (value !== undefined) to.note(`${path}.${key}`, `must be true or false; found ${show(value)}.`);
  }
  return read;
}

/** A given list must say something: an empty one would make a rule that never holds. */
function words<T extends string>(value: unknown, path: string, known: readonly T[], to: Notes): readonly T[] {
  const list = listOf(value, path, known.length * 2, (one, at) => wordOf(one, at, known, to), to);
  if (Array.isArray(value) && value.length === 0) to.note(path, "is empty, so the rule would never hold; name at least one, or remove it.");
  noteTwins(list, path, to);
  return list;
}

function minPatients(value: unknown, path: string, to: Notes): { readonly minPatients?: number } {
  if (value === undefined) return {};
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST_PATIENTS) return { minPatients: value };
  to.note(path, `must be a whole number from 1 to ${MOST_PATIENTS}; found ${show(value)}.`);
  return {};
}

function unread(value: unknown, path: string, to: Notes): Pick<PolicyCondition, "unreadAttachment"> {
  if (value === undefined) return {};
  if (typeof value === "boolean") return { unreadAttachment: value };
  if (Array.isArray(value)) return { unreadAttachment: words(value, path, UNREAD_REASONS, to) };
  to.note(path, `must be true, false or a list of reasons; found ${show(value)}.`);
  return {};
}

function noteContradiction(when: PolicyCondition, path: string, to: Notes): void {
  if (when.phi === false && (when.phiInSubject === true || when.sensitive !== undefined)) {
    to.note(path, "asks for phi: false together with a condition that only PHI fulfils, so the rule would never hold; remove one.");
  }
}

function condition(value: unknown, path: string, to: Notes): PolicyCondition {
  if (value === undefined) return {};
  const fields = fieldsOf(value, path, { required: [], optional: CONDITIONS }, to);
  if (fields === undefined) return {};
  const audience = own(fields, "audience");
  const sensitive = own(fields, "sensitive");
  if (sensitive !== undefined && sensitive !== true && !Array.isArray(sensitive)) {
    to.note(`${path}.sensitive`, `must be true or a list of classes; found ${show(sensitive)}.`);
  }
  const when: PolicyCondition = {
    ...(audience === undefined ? {} : { audience: words(audience, `${path}.audience`, AUDIENCES, to) }),
    ...(sensitive === true ? { sensitive } : {}),
    ...(Array.isArray(sensitive) ? { sensitive: words(sensitive, `${path}.sensitive`, SENSITIVE, to) } : {}),
    ...minPatients(own(fields, "minPatients"), `${path}.minPatients`, to),
    ...unread(own(fields, "unreadAttachment"), `${path}.unreadAttachment`, to),
    ...flags(fields, path, to),
  };
  noteContradiction(when, path, to);
  return when;
}

function ruleId(value: unknown, path: string, to: Notes): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !RULE_ID.test(value)) {
    to.note(path, `${show(value)} is not a rule id; use lower-case letters, digits and hyphens, at most 48, starting with a letter.`);
    return undefined;
  }
  if (/^fault(?:-|$)/.test(value)) to.note(path, `${show(value)} is kept for faults; choose another id.`);
  return value;
}

/** The rule under `path`; what is wrong with it is noted. `undefined` where it has no usable id. */
export function parseRule(value: unknown, path: string, to: Notes): PolicyRule | undefined {
  const fields = fieldsOf(value, path, { required: ["id", "when", "then"] }, to);
  if (fields === undefined) return undefined;
  const id = ruleId(own(fields, "id"), `${path}.id`, to);
  const when = condition(own(fields, "when"), `${path}.when`, to);
  const then = wordOf(own(fields, "then"), `${path}.then`, ACTIONS, to);
  return id === undefined ? undefined : { id, when, then: then ?? "block" };
}
