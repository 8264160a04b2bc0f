/** Other projects' own recogniser tests, run through `assess`: is an identifier of the kind found where they expect one, and nowhere else? */
import type { HipaaPart } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";
import { exceptionFor, valueExceptionFor } from "./case-exceptions.ts";
import { identifiersIn } from "./measure.ts";
import { isCovered } from "./spans.ts";
import type { Found } from "./spans.ts";

export interface Case {
  readonly id: string;
  readonly peer?: string;
  readonly entity: string;
  readonly text: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly spanTypes?: readonly string[];
  readonly expectedCount: number | null;
  readonly minCount?: number;
  /** `validator`: the peer was asked whether the whole text is a valid value, not to find one in it. */
  readonly kind?: string;
}

interface Kind {
  readonly parts: readonly HipaaPart[];
  /** Rules that must not fire where nothing is expected; absent: all rules of `parts`. */
  readonly rules?: readonly string[];
}

const SSN: Kind = { parts: ["G"], rules: ["us-ssn"] };
const CARD: Kind = { parts: ["J"], rules: ["payment-card"] };
const EMAIL: Kind = { parts: ["F"] };
const PHONE: Kind = { parts: ["D", "E"], rules: ["us-phone", "us-fax", "intl-phone", "es-phone", "es-fax"] };
const NAME: Kind = { parts: ["A"] };
const DATE: Kind = { parts: ["C"], rules: ["date", "date-of-birth", "es-date", "es-date-of-birth"] };
const IP: Kind = { parts: ["O"], rules: ["ip-address", "ipv6-address"] };
const ACCOUNT: Kind = { parts: ["J"] };
const URL_KIND: Kind = { parts: ["N"] };
const LICENCE: Kind = { parts: ["K"], rules: ["us-driver-license"] };
const NPI: Kind = { parts: ["K"], rules: ["us-npi"] };
const DEA: Kind = { parts: ["K"], rules: ["us-dea"] };
const MBI: Kind = { parts: ["I"], rules: ["us-mbi"] };
const PLACE: Kind = { parts: ["B"] };
const MAC: Kind = { parts: ["O", "M"], rules: ["mac-address"] };

/** Entity of a peer -> our classes. What is not here is not compared at all, and must be excepted by name. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  US_SSN: SSN, SSN, SOCIAL_SECURITY_NUMBER: SSN, US_SOCIAL_SECURITY_NUMBER: SSN, US_ITIN: { parts: ["G"], rules: ["us-itin"] },
  CREDIT_CARD: CARD, CREDIT_CARD_NUMBER: CARD, EMAIL, EMAIL_ADDRESS: EMAIL, PHONE, PHONE_NUMBER: PHONE, PHONE_UK: PHONE,
  PERSON: NAME, PERSON_NAME: NAME, NAME, PHYSICIAN_NAME: NAME, DATE, DATE_TIME: DATE, DATE_OF_BIRTH: DATE,
  FAX: PHONE, FAX_NUMBER: PHONE, IPV6_ADDRESS: IP, ACCOUNT_NUMBER: ACCOUNT, BANK_ACCOUNT: ACCOUNT, ADDRESS: PLACE, LOCATION: PLACE, MEDICAL_RECORD_NUMBER: { parts: ["H"] },
  HICN: { parts: ["I"] }, DEVICE_ID: { parts: ["M"] }, LICENSE_NUMBER: { parts: ["K"] }, PASSPORT: { parts: ["K"] }, PHOTO: { parts: ["Q"] },
  IP_ADDRESS: IP, IPV4_ADDRESS: IP, MAC_ADDRESS: MAC, URL: URL_KIND, PATIENT_URL: URL_KIND,
  IBAN_CODE: ACCOUNT, ABA_ROUTING_NUMBER: ACCOUNT, BANK_ROUTING_NUMBER: ACCOUNT, US_BANK_NUMBER: ACCOUNT, SWIFT: ACCOUNT,
  US_DRIVER_LICENSE: LICENCE, DRIVERS_LICENSE: LICENCE, DRIVERS_LICENCE: LICENCE, US_PASSPORT: { parts: ["K"] },
  MEDICAL_LICENSE: DEA, DEA, US_DEA: DEA, US_NPI: NPI, NPI, US_MBI: MBI, MBI, HEALTH_PLAN_ID: { parts: ["I"] },
  MRN: { parts: ["H"], rules: ["mrn"] }, VIN: { parts: ["L"], rules: ["vin"] }, STREET_ADDRESS: PLACE, ZIP_CODE: { parts: ["B"], rules: ["us-zip"] },
  ZIPCODE: PLACE, ZIP_PLUS4: PLACE, HOSPITAL: PLACE, STATE: PLACE, STATE_ABBREVIATION: PLACE, AGE: { parts: ["C"], rules: ["age-over-89", "age-in-words"] },
  BIOMETRIC_FIELD: { parts: ["P"] }, "DEVICE_ID+VIN": { parts: ["M", "L"] }, "LICENSE_NUMBER+NPI": { parts: ["K"] },
  "MBI+HICN+DEA_NUMBER": { parts: ["I", "K"] }, QUASI_IDENTIFIER_COMBINATION: { parts: ["B", "C"] }, ID: { parts: ["O", "R", "H"] },
  NUMBER: { parts: ["R", "H", "J"] }, NONE: { parts: ["A", "B", "D", "F", "G", "H", "I", "J", "K"] }, ANY: { parts: ["A", "B", "C", "D", "F", "G", "H", "J"] },
};

export interface CaseResult {
  readonly id: string;
  readonly entity: string;
  readonly ok: boolean;
  /** Why a case is not counted. */
  readonly exception?: string;
  /** What went wrong: rules found in vain, or how many of the expected values were missed. */
  readonly why: string;
}

export interface CaseSummary {
  readonly counted: number;
  readonly passed: number;
  /** Reason -> cases left out for it. */
  readonly exceptions: ReadonlyMap<string, number>;
  readonly wrong: readonly CaseResult[];
}

export function runCases(cases: readonly Case[]): CaseSummary {
  const results = cases.map(runCase);
  const exceptions = new Map<string, number>();
  for (const { exception } of results) if (exception !== undefined) exceptions.set(exception, (exceptions.get(exception) ?? 0) + 1);
  const counted = results.filter(({ exception }) => exception === undefined);
  return { counted: counted.length, passed: counted.filter(({ ok }) => ok).length, exceptions, wrong: counted.filter(({ ok }) => !ok) };
}

function runCase(given: Case): CaseResult {
  const exception = exceptionFor(given);
  const kind = KIND_OF[given.entity];
  if (kind === undefined || exception !== undefined) return { id: given.id, entity: given.entity, ok: false, why: kind === undefined ? "no class for it" : "", ...(exception === undefined ? {} : { exception }) };
  const assessment = assess({ subject: "", body: { format: "text", content: given.text }, attachments: [], recipients: [] });
  const found = identifiersIn(assessment.findings, 0);
  const why = expectsNothing(given) ? inVain(given, kind, found) : missed(given, kind, found);
  return { id: given.id, entity: given.entity, ok: why === "", why };
}

function expectsNothing({ expectedCount, minCount }: Case): boolean {
  return (expectedCount ?? minCount ?? 0) === 0;
}

/** Published fakes may be shown as test data. A validator's refusal is about the whole text: only a finding of all of it contradicts. */
function inVain({ text, kind: question }: Case, kind: Kind, found: readonly Found[]): string {
  const fired = found.filter((f) => !f.test && kind.parts.includes(f.part) && (kind.rules?.includes(f.ruleId) ?? true));
  const wrong = question === "validator" ? fired.filter(({ start, end }) => end - start === text.length) : fired;
  return wrong.length === 0 ? "" : `found ${[...new Set(wrong.map(({ ruleId }) => ruleId))].join(", ")}`;
}

function missed(given: Case, kind: Kind, found: readonly Found[]): string {
  const { spans, spanTypes, expectedCount, minCount } = given;
  const wanted = expectedCount ?? minCount ?? 0;
  if (spans.length === 0) {
    const count = found.filter(({ part }) => kind.parts.includes(part)).length;
    return count >= wanted ? "" : `${wanted - count} of ${wanted} missed`;
  }
  const lost = spans.filter(([start, end], i) => {
    if (valueExceptionFor(given, i) !== undefined) return false;
    const parts = KIND_OF[spanTypes?.[i] ?? ""]?.parts ?? kind.parts;
    return !isCovered({ start, end }, found.filter(({ part }) => parts.includes(part)));
  });
  return lost.length === 0 ? "" : `${lost.length} of ${spans.length} missed`;
}
