import { Type } from "typebox";
import { ERRORS, OVERRIDE_REASONS, type Action, type HipaaPart, type ReasonCode } from "../../contract/index.ts";

/**
 * The wire form of `AuditEntry`, drawn so that it cannot carry text of a message: every string is one of a list, a time, a hex
 * id or a short slug, every number has a bound that an identifier does not fit below, and no member is let through that is
 * not named here.
 */
const closed = { additionalProperties: false } as const;

const ACTIONS = ["allow", "protect", "confirm", "block"] as const satisfies readonly Action[];
const REASON_CODES = keys({
  "phi-in-subject": 1, "several-patients": 1, "sensitive-class": 1, "personal-webmail": 1, "unread-attachment": 1, "phi-outside": 1,
  "phi-partner": 1, "asked": 1, "fault": 1, "policy-rule": 1,
} satisfies Record<ReasonCode, 1>);
const PARTS = keys({
  A: 1, B: 1, C: 1, D: 1, E: 1, F: 1, G: 1, H: 1, I: 1, J: 1, K: 1, L: 1, M: 1, N: 1, O: 1, P: 1, Q: 1, R: 1,
} satisfies Record<HipaaPart, 1>);
const FAULTS = keys(ERRORS);

const Count = Type.Integer({ minimum: 0, maximum: 99_999 });
const Slug = Type.String({ pattern: "^[a-z][a-z0-9-]{0,47}$" });
const Time = Type.String({ pattern: "^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,3})?Z$" });

const Counts = Type.Object({
  byPart: Type.Partial(Type.Object(Object.fromEntries(PARTS.map((part) => [part, Count])) as Record<HipaaPart, typeof Count>), closed),
  patients: Count,
  recipients: Type.Object({ internal: Count, partner: Count, outside: Count, webmail: Count }, closed),
  attachments: Type.Object({ scanned: Count, partial: Count, unread: Count }, closed),
}, closed);

const Entry = Type.Object({
  id: Type.String({ pattern: "^[0-9a-f]{32}$" }),
  schema: Type.Literal(1),
  at: Time,
  event: Type.Enum(["decision", "override"]),
  action: Type.Enum(ACTIONS),
  outcome: Type.Enum(["sent", "held"]),
  policyVersion: Type.Integer({ minimum: 0, maximum: 99_999_999 }),
  pack: Type.String({ pattern: "^[a-z][a-z0-9-]{0,47}@[0-9]{1,4}(\\.[0-9]{1,4}){0,2}$" }),
  reasons: Type.Array(Type.Object({ ruleId: Slug, code: Type.Enum(REASON_CODES) }, closed), { maxItems: 100 }),
  counts: Counts,
  applied: Type.Object({ header: Type.Boolean(), label: Type.Boolean() }, closed),
  override: Type.Optional(Type.Enum([...OVERRIDE_REASONS])),
  fault: Type.Optional(Type.Enum(FAULTS)),
  /** At most an hour, in milliseconds: the platform gives an event five minutes. */
  ms: Type.Integer({ minimum: 0, maximum: 3_600_000 }),
}, closed);

/** Body of POST /api/audit. */
export const AuditBody = Type.Object({
  schema: Type.Literal(1),
  entries: Type.Array(Entry, { minItems: 1, maxItems: 100 }),
}, closed);

function keys<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}

