/** Where we differ from other projects' tests on purpose, each with its reason. By entity or by principle, so that the list holds for cases not seen yet. */
import type { Case } from "./cases.ts";

interface Exception {
  readonly reason: string;
  readonly applies: (given: Case) => boolean;
}

/** As `Exception`, for one expected value: the others in the same text still count. */
interface ValueException {
  readonly reason: string;
  /** `before` is the character in front of the value. */
  readonly applies: (entity: string, value: string, before: string) => boolean;
}

const entities = (...names: readonly string[]) => ({ entity }: Case): boolean => names.includes(entity);
const wants = ({ expectedCount, minCount }: Case): boolean => (expectedCount ?? minCount ?? 0) > 0;
const isEmail = (entity: string): boolean => entity.startsWith("EMAIL");
const isCard = (entity: string): boolean => entity.startsWith("CREDIT_CARD");
const isPhone = (entity: string): boolean => entity.startsWith("PHONE");
const isIp = (entity: string): boolean => entity === "IP_ADDRESS" || entity === "IPV4_ADDRESS";
const digitsOf = (text: string): string => text.replace(/\D/g, "");

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits !== "" && sum % 10 === 0;
}

/** True unless the text is a year, month and day of which the month has fewer. */
function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})[/-](\d\d?)[/-](\d\d?)$/.exec(text) ?? [];
  return year === undefined || new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}

/** RFC 6890: private, unique local, loopback, link-local, multicast, broadcast and unspecified addresses, and IPv4 ones written as IPv6. */
const SPECIAL_IP = /^(?:(?:::(?:ffff:(?:0+:)?)?)?(?:0|10|127|255|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|::(?:1|ffff)?(?:\/|$)|fe80:|f[cd][\da-f]{2}:|ff0\d:)/i;

const BARE_DIGITS: readonly string[] = ["US_NPI", "NPI", "US_BANK_NUMBER", "US_SSN", "SSN", "US_ITIN"];
/** Fifty states' forms of letters and digits, and passports. */
const BARE_IDS: readonly string[] = ["US_DRIVER_LICENSE", "US_PASSPORT"];

const EXCEPTIONS: readonly Exception[] = [
  { reason: "not an identifier of 45 CFR 164.514(b)(2)(i): amounts, checksums, genes, drug codes", applies: entities("CURRENCY", "LUHN", "GENETIC_ID", "DBSNP_RS_ID", "NDC") },
  { reason: "a state may be told (paragraph B)", applies: entities("STATE", "STATE_ABBREVIATION") },
  { reason: "an age up to 89 may be told (paragraph C)", applies: (c) => c.entity === "AGE" && !/\b(?:9\d|1[012]\d|ninety|hundred)/i.test(c.text) },
  {
    reason: "identifiers of another country's state; the pack is for the United States",
    applies: entities("CA_SIN", "UK_NHS", "UK_NINO", "UK_SORT_CODE", "NATIONAL_INSURANCE_NUMBER", "TAX_REFERENCE_NUMBER", "DRIVERS_LICENCE"),
  },
  { reason: "names a firm or a bank, not a person", applies: entities("EIN", "US_EIN", "US_TAX_ID", "SWIFT", "ABA_ROUTING_NUMBER", "BANK_ROUTING_NUMBER") },
  { reason: "parcels and purses are no part of a patient's record", applies: entities("TRACKING_NUMBER", "CRYPTO") },
  { reason: "log-ins, handles and passwords are for a scanner of secrets", applies: entities("USERNAME", "CREDENTIALS", "SKYPE", "TWITTER") },
  { reason: "whoever writes, is greeted or treats is not the patient", applies: (c) => wants(c) && (c.entity === "PERSON_NAME" || c.entity === "PHYSICIAN_NAME") },
  {
    reason: "a bare number says nothing: without a word for it any such number would be one",
    applies: (c) => wants(c) && (BARE_DIGITS.includes(c.entity) ? /^\d{5,17}$/.test(c.text) : BARE_IDS.includes(c.entity) && /^[A-Z\d ]+$/.test(c.text)),
  },
  { reason: "five digits are a ZIP code beside a state, a city's address or the word", applies: (c) => wants(c) && c.entity === "ZIP_CODE" && !/\bzip\b/i.test(c.text) },
  { reason: "the project's own number format, without a word for it", applies: (c) => wants(c) && c.entity === "HEALTH_PLAN_ID" && !/health|plan|member/i.test(c.text) },
  { reason: "a card number without its check digit is none", applies: (c) => wants(c) && isCard(c.entity) && c.spans.length === 0 && !passesLuhn(digitsOf(c.text)) },
  {
    reason: "beside its own name a number counts though its check digit fails: typing errors identify too",
    applies: (c) => !wants(c) && /\b(?:dea|npi)\b/i.test(c.text) && ["DEA", "NPI", "US_NPI", "US_DEA", "MEDICAL_LICENSE"].includes(c.entity),
  },
  { reason: "a misspelt address still leads to someone; form is all we ask", applies: (c) => !wants(c) && isEmail(c.entity) && /[^\s@]@[^\s@.]+\.[a-z]/i.test(c.text) && !/@example\.|@test\.com/.test(c.text) },
  { reason: "a misspelt link still leads somewhere; form is all we ask", applies: (c) => !wants(c) && c.entity === "URL" && (c.kind === "validator" ? /https?:\/+\S/i : /https?:\/\/[\w-]/i).test(c.text) },
  { reason: "a day that no calendar has is a slip of the pen; form is all we ask", applies: (c) => !wants(c) && c.entity === "DATE_TIME" && c.kind === "validator" && !isCalendarDay(c.text) },
  { reason: "test.com is somebody's domain", applies: (c) => !wants(c) && isEmail(c.entity) && c.text.includes("@test.com") },
  { reason: "quoted local parts (RFC 5321 4.1.2) do not occur in mail", applies: (c) => wants(c) && isEmail(c.entity) && c.text.startsWith("\"") },
  { reason: "special-purpose addresses (RFC 6890) lead to no one", applies: (c) => wants(c) && isIp(c.entity) && c.spans.length === 0 && /\b(?:10|127|192\.168)\.\d/.test(c.text) },
  { reason: "a masked value tells nothing", applies: (c) => wants(c) && /\w\*{2,}\w/.test(c.text) },
  { reason: "words run together without a space", applies: (c) => wants(c) && /[a-z]{15}\d/i.test(c.text) },
  { reason: "the peer takes a docket number for a date", applies: (c) => wants(c) && c.entity === "DATE" && /case no/i.test(c.text) },
  { reason: "digits in groups that no telephone number has", applies: (c) => wants(c) && isPhone(c.entity) && /^\d \d{5}-\d{4}$/.test(c.text) },
];

const VALUE_EXCEPTIONS: readonly ValueException[] = [
  { reason: "five digits, a hyphen and four are a ZIP+4 code without a word for something else", applies: (entity, value) => (entity === "US_ITIN" || entity === "US_SSN") && /^\d{5}-\d{4}$/.test(value) },
  { reason: "log-ins, handles and passwords are for a scanner of secrets", applies: (entity) => entity === "TWITTER" || entity === "PASSWORD" },
  { reason: "special-purpose addresses (RFC 6890) lead to no one", applies: (entity, value) => isIp(entity) && SPECIAL_IP.test(value) },
  { reason: "links of other schemes and bare file names lead to no page about a patient", applies: (entity, value) => entity === "URL" && !/^(?:https?:|www\.)/i.test(value) && /:|\.html?$/.test(value) },
  { reason: "nine groups are no IPv6 address", applies: (entity, value) => isIp(entity) && /^(?:[\da-f]{1,4}:){8}[\da-f]{1,4}$/i.test(value) },
  { reason: "the broadcast address belongs to no device", applies: (entity, value) => entity === "MAC_ADDRESS" && /^(?:F{1,4}[:.-]?)+$/i.test(value) },
  { reason: "a card number without its check digit is none", applies: (entity, value) => isCard(entity) && (!passesLuhn(digitsOf(value)) || /^0+$/.test(digitsOf(value))) },
  { reason: "a value inside a longer word or number is no value", applies: (_, value, before) => /^\w/.test(value) && /\w/.test(before) },
  { reason: "area codes do not begin with 0 or 1 (NANP)", applies: (entity, value) => isPhone(entity) && !value.includes("+") && /^(?:1[01]\d{9}|0(?!0|11)\d*|[01]\d{0,9})$/.test(digitsOf(value)) },
  { reason: "two numbers and a stroke are a ratio as often as a date", applies: (entity, value) => entity.startsWith("DATE") && /^\d{1,2}[/-]\d{2}$/.test(value) },
];

/** The reason why a case is left out, if it is. */
export function exceptionFor(given: Case): string | undefined {
  const whole = EXCEPTIONS.find(({ applies }) => applies(given))?.reason;
  if (whole !== undefined || given.spans.length === 0) return whole;
  const reasons = given.spans.map((_, i) => valueExceptionFor(given, i));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

/** The reason why one expected value of a case is left out, if it is. */
export function valueExceptionFor({ entity, text, spans, spanTypes }: Case, index: number): string | undefined {
  const [start, end] = spans[index] ?? [0, 0];
  return VALUE_EXCEPTIONS.find(({ applies }) => applies(spanTypes?.[index] ?? entity, text.slice(start, end), text.charAt(start - 1)))?.reason;
}
