/** Samples of every fixed format, so that each is measured also where a corpus shows none. Numbers are drawn by chance, carry their check digits and stand in no file. */
import type { CorpusFile } from "./corpus.ts";
import { pick, seeded } from "./random.ts";
import { DIAGNOSES, digits, person, phone, writer } from "./sample-writer.ts";
import type { Writer } from "./sample-writer.ts";

const ROWS_PER_FORMAT = 30;
const VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
const VIN_VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  [...VIN_LETTERS].map((letter, i) => [letter, [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9][i] ?? 0]),
);
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY";

type Random = () => number;

/** Check digit over `body` where every other digit, from the right, counts `factor` times (ISO/IEC 7812-1 folds 2 x d; GS1 takes 3 x d as it is). */
function checkDigit(body: string, factor: 2 | 3): number {
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? factor : 1);
    return total + (factor === 2 && value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

function letters(random: Random, from: string, count: number): string {
  return Array.from({ length: count }, () => pick(random, [...from])).join("");
}

function card(random: Random): string {
  const body = `4${digits(random, 14)}`;
  const groups = `${body}${checkDigit(body, 2)}`.match(/\d{4}/g) ?? [];
  return groups.join(pick(random, ["", " ", "-"]));
}

/** NPI: Luhn over 80840 and the number (45 CFR 162.406). */
function npi(random: Random): string {
  const body = `1${digits(random, 8)}`;
  return `${body}${checkDigit(`80840${body}`, 2)}`;
}

/** DEA: the last digit is that of d1 + d3 + d5 + 2 (d2 + d4 + d6). */
function dea(random: Random, surname: string): string {
  const d = digits(random, 6);
  const sum = [...d].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return `${pick(random, ["A", "B", "F", "M"])}${surname.charAt(0)}${d}${sum % 10}`;
}

function vin(random: Random): string {
  const body = `${pick(random, ["1", "2", "5", "J", "W"])}${letters(random, VIN_LETTERS, 4)}${digits(random, 3)}0${letters(random, "ABCDEFGHJKLMN", 1)}${letters(random, VIN_LETTERS, 1)}${digits(random, 6)}`;
  const sum = [...body].reduce((total, c, i) => total + (VIN_VALUES[c] ?? Number(c)) * (VIN_WEIGHTS[i] ?? 0), 0);
  const check = sum % 11 === 10 ? "X" : String(sum % 11);
  return `${body.slice(0, 8)}${check}${body.slice(9)}`;
}

/** GS1: device identifier with its check digit, then expiry and lot or serial number. */
function udi(random: Random): string {
  const body = `0${digits(random, 12)}`;
  return `(01)${body}${checkDigit(body, 3)}(17)${27 + Math.floor(random() * 5)}0${1 + Math.floor(random() * 9)}15(21)${letters(random, MBI_LETTERS, 2)}${digits(random, 6)}`;
}

function mbi(random: Random): string {
  const l = (): string => letters(random, MBI_LETTERS, 1);
  const digit = (): string => digits(random, 1);
  const dash = pick(random, ["", "-"]);
  return `${1 + Math.floor(random() * 9)}${l()}${pick(random, [l(), digit()])}${digit()}${dash}${l()}${pick(random, [l(), digit()])}${digit()}${dash}${l()}${l()}${digits(random, 2)}`;
}

/** Area numbers from 667 to 679 and 681 to 699 carry no published fake. */
function ssn(random: Random): string {
  return [`6${7 + Math.floor(random() * 3)}${1 + Math.floor(random() * 9)}`, `${1 + Math.floor(random() * 9)}${digits(random, 1)}`, `${1 + Math.floor(random() * 9)}${digits(random, 3)}`].join(pick(random, ["-", "-", " "]));
}

const IP_FIRST = ["23", "64", "73", "98", "104", "174"];

const WAYS: readonly ((w: Writer) => unknown)[] = [
  (w) => w.say("SSN ").put("SOCIAL_SECURITY_NUMBER", ssn(w.random)),
  (w) => w.say(pick(w.random, ["Medicare ID ", "MBI: ", "Medicare # "])).put("HEALTH_PLAN_BENEFICIARY_NUMBER", mbi(w.random)),
  (w) => w.say(pick(w.random, ["card on file ", "paid the copay with ", "Visa "])).put("ACCOUNT_NUMBER", card(w.random)),
  (w) => w.say(pick(w.random, ["DEA ", "DEA number ", "prescriber DEA# "])).put("CERTIFICATE_LICENSE_NUMBER", dea(w.random, person(w.random).surname), "provider"),
  (w) => w.say(pick(w.random, ["NPI ", "NPI: ", "rendering NPI "])).put("CERTIFICATE_LICENSE_NUMBER", npi(w.random), "provider"),
  (w) => w.say(pick(w.random, ["VIN ", "drives the car with VIN ", "vehicle "])).put("VEHICLE_IDENTIFIER", vin(w.random)),
  (w) => w.say(pick(w.random, ["implant ", "device UDI ", "pacemaker "])).put("DEVICE_IDENTIFIER", udi(w.random)),
  (w) => w.say(pick(w.random, ["e-mail ", "reach them at ", "portal login "])).put("EMAIL_ADDRESS", `${person(w.random).given.toLowerCase()}.${digits(w.random, 2)}@${pick(w.random, ["mailbox", "inbox", "post"])}.${pick(w.random, ["org", "net"])}`),
  (w) => w.say(pick(w.random, ["cell ", "call back at ", "Phone: "])).put("PHONE_NUMBER", phone(w.random)),
  (w) => w.say(pick(w.random, ["portal log-in from ", "IP ", "home monitor at IP address "])).put("IP_ADDRESS", `${pick(w.random, IP_FIRST)}.${["", "", ""].map(() => 1 + Math.floor(w.random() * 254)).join(".")}`),
];

/** One file; every row names a patient with a diagnosis and one identifier of a fixed format. */
export function generateFormats(seed: number): CorpusFile {
  const random = seeded(seed);
  const rows = WAYS.flatMap((way, k) => Array.from({ length: ROWS_PER_FORMAT }, (_, i) => {
    const w = writer(random);
    w.say("Subject: update\n\n").put("NAME", person(random).full).say(`, ${pick(random, DIAGNOSES)}: `);
    way(w);
    return w.say(pick(random, [". Please update the chart.", ", thanks.", ".\n"])).row(`format-${k}-${i}`);
  }));
  return { name: "positives-phi-formats", rows };
}
