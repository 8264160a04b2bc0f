/** Whose identifier it is: the patient's side, or the sender's, a recipient's, a provider's. */
import type { Correspondence, Evidence, Role } from "../contract/index.ts";
import { cueBefore, hasWord, wordsOf } from "./context.ts";
import type { Candidate } from "./engine.ts";
import { MARK } from "./lexicon/index.ts";
import { stretchAt } from "./sections.ts";
import type { Stretch, Zone } from "./sections.ts";
import type { Scan } from "./scan.ts";
import { termAt } from "./terms.ts";
import type { Unit } from "./unit.ts";

export interface Judged {
  readonly candidate: Candidate;
  readonly unit: Unit;
  readonly stretch: Stretch;
  readonly role: Role;
  /** 0 to 100, after the role is known. */
  readonly weight: number;
  readonly why: readonly Evidence[];
}

/** Words of the names of people who write and get this mail, lower case, and their addresses. */
export interface Correspondents {
  readonly senders: () => readonly ReadonlySet<string>[];
  readonly recipients: () => readonly ReadonlySet<string>[];
  readonly senderAddress: string;
  readonly recipientAddresses: ReadonlySet<string>;
}

/** In a signature, these belong to who signs. */
const CONTACT_PARTS = new Set(["A", "B", "D", "E", "F", "K", "N"]);
const HEADER_PARTS = new Set(["A", "C", "F"]);
const TITLES = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "drs", "prof", "jr", "sr", "ii", "iii", "md", "rn", "do", "np", "pa"]);

const BEYOND_ASCII = /[^\0-\x7f]/;
/** A display name may hold anything; ordering the marks of a longer one takes time in the square of their number. */
const LONGEST_NAME = 400;

/** Words of a name that tell people apart. */
export function nameWords(name: string): ReadonlySet<string> {
  const plain = BEYOND_ASCII.test(name) ? name.slice(0, LONGEST_NAME).toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "") : name.toLowerCase();
  const words = plain.match(/[a-z][a-z']*/g) ?? [];
  return new Set(words.filter((word) => !TITLES.has(word)));
}

/** True where one name holds all the words of the other, and at least one word of two letters or more. */
export function sameName(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let long = false;
  for (const word of small) {
    if (!large.has(word) && !(word.length === 1 && [...large].some((other) => other.startsWith(word)))) return false;
    if (word.length > 1) long = true;
  }
  return long;
}

/** The words of each name that has some, made when a name is first compared: most texts name none but their own people. */
function usefulNames(names: readonly string[]): () => readonly ReadonlySet<string>[] {
  let made: readonly ReadonlySet<string>[] | undefined;
  return () => (made ??= names.map(nameWords).filter((name) => name.size > 0).slice(0, 64));
}

/** Where those who write and get a mail are named. */
const WRITERS: ReadonlySet<Zone> = new Set(["signature", "header", "greeting"]);

/** Everyone the draft's own fields name, and the signatures and greetings of these texts. */
export function correspondentsOf(draft: Correspondence, units: readonly Unit[]): Correspondents {
  const senders = draft.from?.name === undefined ? [] : [draft.from.name];
  const local = /^[^@+]{3,64}/.exec(draft.from?.address ?? "")?.[0].replace(/[._-]+/g, " ") ?? "";
  if (local.includes(" ")) senders.push(local);
  const recipients = draft.recipients.flatMap((r) => (r.name === undefined ? [] : [r.name]));
  for (const unit of units) {
    if (!unit.stretches.some(({ zone }) => WRITERS.has(zone))) continue;
    for (const c of unit.identifiers) {
      if (c.rule.part !== "A") continue;
      const { zone, quoted } = stretchAt(unit.stretches, c.start);
      if (zone === "signature" || zone === "header") senders.push(unit.scan.text.slice(c.start, c.end));
      else if (zone === "greeting" && !quoted) recipients.push(unit.scan.text.slice(c.start, c.end));
    }
  }
  return {
    senders: usefulNames(senders), recipients: usefulNames(recipients), senderAddress: (draft.from?.address ?? "").toLowerCase(),
    recipientAddresses: new Set(draft.recipients.map((r) => r.address.toLowerCase())),
  };
}

const NO_WHY: readonly Evidence[] = [];

function judged(candidate: Candidate, unit: Unit, stretch: Stretch, role: Role, weight: number, why?: string): Judged {
  return { candidate, unit, stretch, role, weight, why: why === undefined ? NO_WHY : [{ kind: "role", why }] };
}

/** "Call her at …", "his e-mail is …", "lives at …": the way to one person, named or not. */
const PERSONAL = wordsOf("his,her,him,she,he,patient,pt,patient's,pt's,mom,mother,dad,father,wife,husband,daughter,son,parent,emergency contact,next of kin,su,paciente");
const LIVES = wordsOf("lives,live,resides,residing,home,home address,his address,her address,discharged to,living,vive,domicilio");
const PERSONAL_PARTS = new Set(["B", "D", "E", "F"]);
const PERSONAL_REACH = 30;
const PERSONAL_WEIGHT = 48;

/** Fields of records as the readers of attachments label them: "Author address: …". */
const PROVIDER_FIELD = /\b(?:provider|author|custodian|signed by|entered by|recipient|organi[sz]ation|facility|prescriber|physician)(?:'s)? (?:(?:provider|organi[sz]ation) )?(?:address|phone|contact|email|fax)\s?:\s{0,4}$/i;
const LABEL_REACH = 40;

function isProviderField({ start }: Candidate, { text }: Scan): boolean {
  return text.charAt(start - 2) === ":" && PROVIDER_FIELD.test(text.slice(Math.max(0, start - LABEL_REACH), start));
}

const YOURS = wordsOf("your,tu,su", MARK.YOURS);
const YOUR_REACH = 3;
const YOUR_LOOK = 2000;
const YOUR_CLASSES = new Set(["diagnosis", "lab", "procedure", "drug", "symptom", "care"]);
const GREETED_WEIGHT = 55;

/** "Dear Mrs. Lopez, your biopsy …": the patient is the one who gets the mail. */
function speaksOfReader(scan: Scan): boolean {
  if ((scan.seen & MARK.YOURS) === 0) return false;
  for (let t = 0; t < scan.count && t < YOUR_LOOK; t++) {
    if (!hasWord(YOURS, scan.hash[t] as number)) continue;
    for (let k = t + 1; k <= t + YOUR_REACH && k < scan.count; k++) {
      const tag = termAt(scan, k)?.tag;
      if (tag?.strength === "strong" && YOUR_CLASSES.has(tag.termClass)) return true;
    }
  }
  return false;
}

/** "ZZTEST" and the like stand over the numbers beside them: those are practice data too. */
const TEST_PERSON = /\b(?:ZZ[A-Z]{2,}|TEST ?PATIENT|PATIENT ?TEST|Zz[a-z]{2,})\b/;
const TEST_LOOK = 80;
const NUMBER_PARTS = new Set(["C", "D", "G", "H", "I", "J", "R"]);

/** Why an identifier is no one's: a practice patient stands beside it, or its digits are all alike. */
function practice({ start, end, rule }: Candidate, { text }: Scan): string | undefined {
  if (!NUMBER_PARTS.has(rule.part)) return undefined;
  const digits = text.slice(start, end).replace(/\D/g, "");
  if (digits.length >= 5 && /^(\d)\1+$/.test(digits)) return "digits all alike";
  const line = text.slice(Math.max(0, start - TEST_LOOK), Math.min(text.length, end + TEST_LOOK));
  return TEST_PERSON.test(line) ? "beside a practice patient" : undefined;
}

/** Settles role and weight of one identifier. */
export function judge(candidate: Candidate, unit: Unit, people: Correspondents): Judged {
  const stretch = stretchAt(unit.stretches, candidate.start);
  const { part } = candidate.rule;
  const { zone } = stretch;
  const as = (role: Role, weight: number, why?: string): Judged => judged(candidate, unit, stretch, role, weight, why);
  if (candidate.test) return as("unknown", 0);
  const played = practice(candidate, unit.scan);
  if (played !== undefined) return { ...as("unknown", 0), why: [{ kind: "test-value", name: played }] };
  if (candidate.role === "provider") return as("provider", candidate.weight);
  if (PERSONAL_PARTS.has(part) && isProviderField(candidate, unit.scan)) return as("provider", 0, "in a provider's field");
  if (zone === "signature" && CONTACT_PARTS.has(part)) return as("sender", 0, "stands in the signature");
  if (zone === "header" && HEADER_PARTS.has(part)) return as("unknown", 0, "stands in a mail header");
  if (zone === "greeting" && part === "A" && speaksOfReader(unit.scan)) return as("patient", GREETED_WEIGHT, "greeted, and the text speaks of the reader's care");
  if (zone === "greeting" && part === "A") return as("recipient", 4, "stands in the greeting");
  if (PERSONAL_PARTS.has(part) && cueBefore(unit.scan, candidate.token, candidate.start, PERSONAL_REACH, part === "B" ? LIVES : PERSONAL) !== undefined) {
    return as("patient", Math.max(candidate.weight, PERSONAL_WEIGHT), "given as that person's own");
  }
  if (part === "F") return judgeAddress(candidate, unit, people, as);
  if (part === "A") return judgeName(candidate, unit, people, as);
  return as(candidate.role ?? "unknown", candidate.weight);
}

const CONTACTS = new Set(["B", "D", "E", "F"]);
const SAME_LINE = 160;

/** A telephone number or address beside a provider's, sender's or recipient's name is theirs. Identifiers come in the order of the text. */
export function inheritContacts(identifiers: readonly Judged[]): readonly Judged[] {
  let person: Judged | undefined;
  return identifiers.map((j) => {
    const { candidate, unit } = j;
    if (candidate.rule.part === "A" || candidate.rule.role === "provider") {
      person = j;
      return j;
    }
    if (person === undefined || person.unit !== unit || !CONTACTS.has(candidate.rule.part) || j.weight === 0 || j.role === "patient") return j;
    if (person.role === "patient" || person.role === "unknown") return j;
    const end = person.candidate.end;
    if (candidate.start - end > SAME_LINE || unit.scan.text.slice(end, candidate.start).includes("\n")) return j;
    return { ...j, role: person.role, weight: Math.min(j.weight, 4), why: [{ kind: "role", why: "beside a name with that role" }] };
  });
}

type As = (role: Role, weight: number, why?: string) => Judged;

function judgeAddress(candidate: Candidate, unit: Unit, people: Correspondents, as: As): Judged {
  const address = unit.scan.text.slice(candidate.start, candidate.end).toLowerCase();
  if (address === people.senderAddress) return as("sender", 0, "the sender's address");
  if (people.recipientAddresses.has(address)) return as("recipient", 4, "a recipient's address");
  const domain = address.slice(address.indexOf("@"));
  const own = people.senderAddress.endsWith(domain);
  return own ? as("unknown", 4, "the sender's domain") : as("unknown", candidate.weight);
}

const SUBJECT_NAME = 72;
const SUBJECT_TOKENS = 4;

/** "Mrs Oyelaran", "Guidry" as the whole subject: the mail is about that person. */
function isWholeSubject({ token, after }: Candidate, unit: Unit): boolean {
  return unit.where.kind === "subject" && unit.scan.count <= SUBJECT_TOKENS && after - token >= unit.scan.count - 1 && after === unit.scan.count;
}

function judgeName(candidate: Candidate, unit: Unit, people: Correspondents, as: As): Judged {
  const labelled = candidate.rule.id === "name-labelled" && candidate.role === "patient";
  if (labelled) return as("patient", candidate.weight);
  const senders = people.senders();
  const recipients = people.recipients();
  if (senders.length > 0 || recipients.length > 0) {
    const name = nameWords(unit.scan.text.slice(candidate.start, candidate.end));
    if (senders.some((other) => sameName(name, other))) return as("sender", 3, "the sender's name");
    if (recipients.some((other) => sameName(name, other))) return as("recipient", 4, "a recipient's name");
  }
  if (isWholeSubject(candidate, unit)) return as("patient", Math.max(candidate.weight, SUBJECT_NAME), "is the whole subject");
  return as(candidate.role ?? "unknown", candidate.weight);
}
