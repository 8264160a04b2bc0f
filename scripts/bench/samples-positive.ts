/** Clinic mail as people write it: every sample names or otherwise marks a patient and says something of their care. */
import { date, DIAGNOSES, digits, DRUGS, LABS, person, phone, PROCEDURES, recordNumber } from "./sample-writer.ts";
import type { Person, Writer } from "./sample-writer.ts";
import { pick } from "./random.ts";

export type Shape = (w: Writer) => unknown;

const NAME = "NAME";
const DATE = "DATE";
const MRN = "MEDICAL_RECORD_NUMBER";

function someHealth(w: Writer): string {
  return pick(w.random, [pick(w.random, DIAGNOSES), pick(w.random, DRUGS), pick(w.random, PROCEDURES), pick(w.random, LABS)]);
}

function signature(w: Writer): Writer {
  const { full } = person(w.random);
  return w.say(pick(w.random, ["\n\nThanks,\n", "\n\nBest,\n", "\n\n--\n", "\n\nSent from my phone\n"])).put(NAME, full, "sender")
    .say(pick(w.random, ["\n", ", RN\n", "\nFront desk\n", "\nCare management\n"]));
}

/** "Maribel Tuttle", "Tuttle, Maribel", "Ms. Tuttle", "M. Tuttle". */
function called(w: Writer, { given, surname, full }: Person): Writer {
  return w.put(NAME, pick(w.random, [full, `${surname}, ${given}`, `${pick(w.random, ["Mr.", "Ms.", "Mrs."])} ${surname}`, full]));
}

function born(w: Writer): Writer {
  return w.say(pick(w.random, ["DOB ", "dob: ", "born ", "Date of birth: "])).put(DATE, date(w.random, 1934, 2019));
}

const letter: Shape = (w) => {
  const who = person(w.random);
  w.say(`Subject: Referral\n\nDear colleague,\n\nThank you for seeing `);
  called(w, who).say(", ");
  born(w).say(`, MRN `).put(MRN, recordNumber(w.random)).say(`. ${pick(w.random, ["They have", "History of"])} ${pick(w.random, DIAGNOSES)} and take ${pick(w.random, DRUGS)}.`);
  w.either(
    (x) => x.say(` Last labs: ${pick(w.random, LABS)}.`),
    (x) => x.say(` We ask for your opinion on ${pick(w.random, PROCEDURES)}. Call back at `).put("PHONE_NUMBER", phone(w.random), "sender").say("."),
  );
  signature(w);
};

const oneLine: Shape = (w) => {
  const who = person(w.random);
  w.say(`Subject: ${pick(w.random, ["quick one", "FYI", "re: today", "pls advise"])}\n\n`);
  called(w, who).either(
    (x) => x.say(` is back with ${pick(w.random, DIAGNOSES)}, can you call the family?`),
    (x) => x.say(` no-showed for ${pick(w.random, PROCEDURES)} again, ok to rebook?`),
    (x) => x.say(` - ${pick(w.random, LABS)}, pls advise`),
    (x) => x.say(` out of ${pick(w.random, DRUGS)}, pharmacy wants a new rx today`),
  );
};

const chat: Shape = (w) => {
  const who = person(w.random);
  const [a, b] = [person(w.random).given, person(w.random).given];
  w.say("Subject: pasted from chat\n\n").put(NAME, a, "sender").say(": you have ").put(NAME, who.full).say(" today?\n").put(NAME, b, "sender")
    .say(`: yes, ${pick(w.random, DIAGNOSES)}, came in through ED\n`).put(NAME, a, "sender").say(`: mrn `).put(MRN, recordNumber(w.random)).say(", check the allergies before the next dose\n");
};

const voicemail: Shape = (w) => {
  const who = person(w.random);
  w.say("Subject: voicemail transcript\n\nHi this is ").put(NAME, who.full).say(" my birthday is ").put(DATE, date(w.random, 1940, 1999))
    .say(` I'm calling about my ${someHealth(w)} please call me back at `).put("PHONE_NUMBER", phone(w.random)).say(" thank you");
};

const form: Shape = (w) => {
  const who = person(w.random);
  w.say("Subject: intake\n\nPatient Name: ").put(NAME, who.full).say("\nDate of Birth: ").put(DATE, date(w.random, 1940, 2015)).say("\nMRN: ").put(MRN, recordNumber(w.random))
    .say("\nPhone: ").put("PHONE_NUMBER", phone(w.random)).say(`\nReason for visit: ${pick(w.random, DIAGNOSES)}\nMedications: ${pick(w.random, DRUGS)}\n`);
};

const table: Shape = (w) => {
  w.say("Subject: list for rounds\n\nName | DOB | MRN | Dx\n");
  for (let i = 0; i < 4; i++) {
    const who = person(w.random);
    w.put(NAME, `${who.surname}, ${who.given}`).say(" | ").put(DATE, date(w.random, 1940, 2000)).say(" | ").put(MRN, recordNumber(w.random)).say(` | ${pick(w.random, DIAGNOSES)}\n`);
  }
};

const relative: Shape = (w) => {
  const who = person(w.random);
  w.say(`Subject: question about my ${pick(w.random, ["mom", "husband", "son", "wife"])}\n\nMy ${pick(w.random, ["mother", "husband", "father", "wife"])} `).put(NAME, who.full)
    .say(` was discharged after ${pick(w.random, PROCEDURES)} on `).put(DATE, date(w.random, 2025, 2026)).say(` and now has a fever. Should they keep taking ${pick(w.random, DRUGS)}?`);
};

const coverage: Shape = (w) => {
  const who = person(w.random);
  w.say("Subject: prior authorization\n\nMember ").put(NAME, who.full).say(", member ID ").put("HEALTH_PLAN_BENEFICIARY_NUMBER", `W${digits(w.random, 9)}`)
    .say(`. Requesting ${pick(w.random, DRUGS)} for ${pick(w.random, DIAGNOSES)}. Claim number `).put("ACCOUNT_NUMBER", digits(w.random, 10)).say(".");
  signature(w);
};

const oldAge: Shape = (w) => {
  w.say(`Subject: consult\n\nPlease see the ${pick(w.random, ["lady", "gentleman"])} in 4B, `).put("AGE_OVER_89", `${90 + Math.floor(w.random() * 10)} years old`).say(`, ${pick(w.random, DIAGNOSES)}, MRN `).put(MRN, recordNumber(w.random)).say(".");
};

const deepQuote: Shape = (w) => {
  const who = person(w.random);
  w.say("Subject: RE: FW: RE: schedule\n\nSounds good, see below.\n\nOn Mon, Sam wrote:\n> fine with me\n>> On Sun, Lee wrote:\n>>> Can we move ").put(NAME, who.full)
    .say(` (dob `).put(DATE, date(w.random, 1950, 2005)).say(`) to Thursday for the ${pick(w.random, PROCEDURES)}?\n`);
};

const lastFour: Shape = (w) => {
  const who = person(w.random);
  w.say("Subject: records request\n\nPlease release records of ").put(NAME, who.full).say(", last four of SSN ").put("SOCIAL_SECURITY_NUMBER", digits(w.random, 4))
    .say(`, for the hospitalization with ${pick(w.random, DIAGNOSES)} in 2025. Fax to `).put("FAX_NUMBER", phone(w.random), "business").say(".");
};

const pregnancy: Shape = (w) => {
  const who = person(w.random);
  w.say("Subject: OB\n\n").put(NAME, who.full).say(` is ${8 + Math.floor(w.random() * 30)} weeks pregnant, prenatal visit on `).put(DATE, date(w.random, 2026, 2026)).say(". Anatomy scan still open.");
};

export const POSITIVE: readonly Shape[] = [letter, oneLine, chat, voicemail, form, table, relative, coverage, oldAge, deepQuote, lastFour, pregnancy];
