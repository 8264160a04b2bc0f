/** Near-misses: ordinary mail, health talk about nobody, identifiers without health. */
import { date, DIAGNOSES, digits, DRUGS, person, phone, PROCEDURES } from "./sample-writer.ts";
import type { Shape } from "./samples-positive.ts";
import { pick } from "./random.ts";

const lunch: Shape = (w) => w.say(`Subject: Lunch ${pick(w.random, ["Thursday", "Friday"])}?\n\nHi ${person(w.random).given},\n\nA few of us go to the new place on Main at noon. Want to come along? The patio should be open if the weather holds.\n\n${person(w.random).given}`);
const meeting: Shape = (w) => w.say(`Subject: Agenda\n\nTeam,\n\n1. Budget review (${person(w.random).full})\n2. Parking garage, closed from ${date(w.random, 2026, 2026)}\n3. Holiday schedule\n\nDial-in ${phone(w.random)}, passcode ${digits(w.random, 6)}.\n\n${person(w.random).full}\nOperations`);
const order: Shape = (w) => w.say(`Subject: PO ${digits(w.random, 8)}\n\nOrder ${digits(w.random, 10)} shipped on ${date(w.random, 2026, 2026)}, tracking ${digits(w.random, 12)}. Questions: ${person(w.random).full}, ${phone(w.random)}.`);
const release: Shape = (w) => w.say(`Subject: build ${digits(w.random, 1)}.${digits(w.random, 2)}.${digits(w.random, 4)}\n\nThe nightly build passes again. ${person(w.random).given} fixed the parser; ticket ${digits(w.random, 5)} can be closed. Next release on ${date(w.random, 2026, 2026)}.`);
const travel: Shape = (w) => w.say(`Subject: Flights\n\nI land at 6:40 on ${date(w.random, 2026, 2026)} and stay at the Harbor Hotel, confirmation ${digits(w.random, 7)}. Let's meet in the lobby.\n\n${person(w.random).full}\n${phone(w.random)}`);
const game: Shape = (w) => w.say(`Subject: Saturday\n\n${person(w.random).given} and ${person(w.random).given} bring the drinks, I bring the grill. Kids are welcome. Park behind number ${digits(w.random, 3)}.`);
const contract: Shape = (w) => w.say(`Subject: Draft agreement\n\nPlease find the redline. Section 4.2 now says thirty days after ${date(w.random, 2026, 2026)}. ${person(w.random).full} will sign for the seller. Call me at ${phone(w.random)}.`);

export const MAIL: readonly Shape[] = [lunch, meeting, order, release, travel, game, contract];

const soapNote: Shape = (w) => w.say(`Patient is a ${30 + Math.floor(w.random() * 40)}-year-old with ${pick(w.random, DIAGNOSES)}. Takes ${pick(w.random, DRUGS)}. No chest pain. Lungs clear. Plan: ${pick(w.random, PROCEDURES)}, follow up in two weeks.`);
const question: Shape = (w) => w.say(`What is the usual starting dose of ${pick(w.random, DRUGS)} in an adult with ${pick(w.random, DIAGNOSES)}, and when would you order a ${pick(w.random, PROCEDURES)}?`);
const familyHistory: Shape = (w) => w.say(`Family history: father with ${pick(w.random, DIAGNOSES)}, mother healthy. Social history: never smoked. Review of systems negative but for back pain.`);

export const CLINICAL: readonly Shape[] = [soapNote, question, familyHistory];

const policyMail: Shape = (w) => w.say(`Subject: Updated policy\n\nFrom ${date(w.random, 2026, 2026)} all patients with ${pick(w.random, DIAGNOSES)} are screened at intake. Questions to ${person(w.random).full}, ${phone(w.random)}.`);
const courseMail: Shape = (w) => w.say(`Subject: CME: update on ${pick(w.random, DIAGNOSES)}\n\nSpeaker: Dr. ${person(w.random).full}. ${date(w.random, 2026, 2026)}, main auditorium, 1.5 credits. Register with ${person(w.random).full}.`);
const formulary: Shape = (w) => w.say(`Subject: Formulary\n\n${pick(w.random, DRUGS)} moves to tier 2. Existing approvals stay valid until ${date(w.random, 2026, 2026)}. Pharmacy line ${phone(w.random)}.`);
const statistics: Shape = (w) => w.say(`Subject: Draft figures\n\nOf 412 patients, 18 % had ${pick(w.random, DIAGNOSES)}; mean age 61. ${person(w.random).surname} et al. report the same. Next author call ${date(w.random, 2026, 2026)}.`);
const supply: Shape = (w) => w.say(`Subject: Invoice ${digits(w.random, 7)}\n\n40 boxes of nitrile gloves and 6 pulse oximeters, delivered on ${date(w.random, 2026, 2026)}. Attn: ${person(w.random).full}, ${phone(w.random)}.`);
const recall: Shape = (w) => w.say(`Subject: Recall notice\n\nThe maker recalls lot ${digits(w.random, 6)} of ${pick(w.random, DRUGS)}. Remove it from all cabinets by ${date(w.random, 2026, 2026)}.\n\n${person(w.random).full}\nPharmacy`);
const blankForm: Shape = (w) => w.say(`Subject: Blank intake form\n\nPatient Name: ________\nDate of Birth: ________\nMRN: ________\nDiagnosis: ________\n\nPlease print 200 copies.\n${person(w.random).full}`);

export const HARD: readonly Shape[] = [policyMail, courseMail, formulary, statistics, supply, recall, blankForm];

const application: Shape = (w) => w.say(`${person(w.random).full} applies for the clerk's post. Born ${date(w.random, 1970, 2002)}, lives at ${digits(w.random, 3)} Cedar Street, phone ${phone(w.random)}.`);
const account: Shape = (w) => w.say(`Please change the address of ${person(w.random).full}, account ${digits(w.random, 10)}, to 12 Elm Avenue. E-mail: owner${digits(w.random, 3)}@example.org.`);
const tenant: Shape = (w) => w.say(`Lease of ${person(w.random).full} and ${person(w.random).full}, unit 4, from ${date(w.random, 2026, 2026)}. Contact ${phone(w.random)}. Driver license on file.`);

export const PII_ONLY: readonly Shape[] = [application, account, tenant];
