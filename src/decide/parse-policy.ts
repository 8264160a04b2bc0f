/** JSON to `Policy`, strictly: a policy that is not wholly understood is not used. */
import { LARGEST_KEPT_POLICY } from "../contract/index.ts";
import type { Policy, Result } from "../contract/index.ts";
import { canonicalDomain } from "./domains.ts";
import { parseAttachments } from "./parse-attachments.ts";
import { parseDetection } from "./parse-detection.ts";
import type { CheckDetection } from "./parse-detection.ts";
import { parseRule } from "./parse-rule.ts";
import { fieldsOf, listOf, noteTwins, notes, own, show, wordOf } from "./shape.ts";
import type { Fields, Notes } from "./shape.ts";

const REQUIRED = ["schema", "name", "version", "issuedAt", "insideDomains", "partnerDomains", "webmailDomains", "rules", "onFault", "protection"] as const;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;
const MOST_DOMAINS = 5000;
const MOST_RULES = 200;
const MOST_LABELS = 100;

function domain(value: unknown, path: string, to: Notes): string | undefined {
  if (typeof value === "string") {
    const canonical = canonicalDomain(value);
    if (canonical !== undefined) return canonical;
    const bare = value.replace(/^(?:.*@|\*\.)/, "");
    if (bare !== value && canonicalDomain(bare) !== undefined) {
      to.note(path, `${show(value)} is not a domain; write ${show(canonicalDomain(bare))}, its subdomains count with it.`);
      return undefined;
    }
  }
  to.note(path, `${show(value)} is not a domain; write it like "clinic.example".`);
  return undefined;
}

function domains(fields: Fields, key: string, to: Notes): readonly string[] {
  const list = listOf(own(fields, key), key, MOST_DOMAINS, (value, path) => domain(value, path, to), to);
  noteTwins(list, key, to);
  return list;
}

function noteShared(one: readonly string[], other: readonly string[], path: string, why: string, to: Notes): void {
  const shared = new Set(other);
  for (const entry of one) if (shared.has(entry)) to.note(path, `${show(entry)} ${why}`);
}

function guid(value: unknown, path: string, to: Notes): string | undefined {
  const lower = typeof value === "string" ? value.toLowerCase() : "";
  if (GUID.test(lower)) return lower;
  to.note(path, `${show(value)} is not a label GUID; copy it from Purview, without braces.`);
  return undefined;
}

function protection(value: unknown, to: Notes): Policy["protection"] {
  if (value === undefined) return { labelOrder: [] };
  const fields = fieldsOf(value, "protection", { required: ["labelOrder"], optional: ["labelId"] }, to) ?? {};
  const labelOrder = listOf(own(fields, "labelOrder"), "protection.labelOrder", MOST_LABELS, (one, path) => guid(one, path, to), to);
  noteTwins(labelOrder, "protection.labelOrder", to);
  if (own(fields, "labelId") === undefined) return { labelOrder };
  const labelId = guid(own(fields, "labelId"), "protection.labelId", to);
  if (labelId === undefined) return { labelOrder };
  if (labelOrder.length > 0 && !labelOrder.includes(labelId)) {
    to.note("protection.labelOrder", "does not hold labelId; add it at its place, or a stronger label could be lowered.");
  }
  return { labelId, labelOrder };
}

function isUtcTime(value: string): boolean {
  if (!UTC_TIME.test(value)) return false;
  const time = new Date(value);
  // 30 February parses, as a day in March.
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === value.slice(0, 19);
}

function head(fields: Fields, to: Notes): Pick<Policy, "name" | "version" | "issuedAt"> {
  const [schema, name, version, issuedAt] = ["schema", "name", "version", "issuedAt"].map((key) => own(fields, key));
  if (schema !== undefined && schema !== 1) to.note("schema", `must be 1; found ${show(schema)}. This program is too old for it, or the file is not a policy.`);
  if (name !== undefined && (typeof name !== "string" || name.trim() === "" || name.length > 100)) to.note("name", "must be a text of 1 to 100 characters.");
  if (version !== undefined && (!Number.isSafeInteger(version) || Number(version) < 1)) {
    to.note("version", `must be a whole number from 1 up; found ${show(version)}. Count it up with every change.`);
  }
  if (issuedAt !== undefined && (typeof issuedAt !== "string" || !isUtcTime(issuedAt))) {
    to.note("issuedAt", `must be a time in UTC like "2026-01-31T08:00:00Z"; found ${show(issuedAt)}.`);
  }
  // Read only where nothing was noted; turning an object into a text or a number may throw.
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return { name: text(name), version: typeof version === "number" ? version : 0, issuedAt: text(issuedAt) };
}

/** Characters of a JWS beside its payload: header, dots, signature. */
const JWS_FRAME = 250;

/** A hash list grows unseen, and a client that cannot keep its policy judges by none while the server is away. */
function noteSize(policy: Policy, to: Notes): void {
  // At most three bytes of UTF-8 a code unit.
  const bytes = JSON.stringify(policy).replace(/[^\0-\x7f]/g, "___").length;
  const signed = Math.ceil((bytes * 4) / 3) + JWS_FRAME;
  if (signed <= LARGEST_KEPT_POLICY) return;
  to.note("detection", `makes the signed policy ${signed} characters long; a client keeps at most ${LARGEST_KEPT_POLICY} for when the server is away. Shorten the lists.`);
}

/**
 * Reads a policy from parsed JSON. All problems come at once, each one sentence with its path and what to do.
 * Domains come back in canonical form, GUIDs in lower case. `checkDetection` is `detect`'s `detectionProblems`; without it a
 * policy that adds to detection is refused.
 */
export function parsePolicy(json: unknown, checkDetection?: CheckDetection): Result<Policy> {
  const to = notes();
  const fields = fieldsOf(json, "policy", { required: REQUIRED, optional: ["detection", "attachments"] }, to);
  if (fields === undefined) return { ok: false, problems: to.problems };
  const insideDomains = domains(fields, "insideDomains", to);
  const partnerDomains = domains(fields, "partnerDomains", to);
  const webmailDomains = domains(fields, "webmailDomains", to);
  noteShared(partnerDomains, insideDomains, "partnerDomains", "is an inside domain too; keep it in one list.", to);
  noteShared(insideDomains, webmailDomains, "insideDomains", "is a webmail provider: everybody there would count as inside; remove it from one list.", to);
  const rules = listOf(own(fields, "rules"), "rules", MOST_RULES, (value, path) => parseRule(value, path, to), to);
  noteTwins(rules.map((rule) => rule.id), "rules", to);
  const onFault = wordOf(own(fields, "onFault"), "onFault", ["block", "confirm"], to);
  const heading = head(fields, to);
  const detection = parseDetection(own(fields, "detection"), heading.issuedAt, to, checkDetection);
  const attachments = parseAttachments(own(fields, "attachments"), to);
  const policy: Policy = {
    schema: 1, ...heading, insideDomains, partnerDomains, webmailDomains, rules,
    onFault: onFault ?? "block", protection: protection(own(fields, "protection"), to),
    ...(detection === undefined ? {} : { detection }), ...(attachments === undefined ? {} : { attachments }),
  };
  if (detection !== undefined && to.problems.length === 0) noteSize(policy, to);
  return to.problems.length > 0 ? { ok: false, problems: to.problems } : { ok: true, value: policy };
}
