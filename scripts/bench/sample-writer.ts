/** Writes one sample with its labels, and invents what stands in it. Nobody in a sample exists; numbers are fictional ranges or not issued. */
import type { Label, Row } from "./corpus.ts";
import { pick } from "./random.ts";

type Role = "subject" | "sender" | "provider" | "business";

export interface Writer {
  readonly random: () => number;
  /** Text without a label. */
  say(text: string): Writer;
  /** A labelled value. */
  put(type: string, value: string, role?: Role): Writer;
  /** One of several ways to go on. */
  either(...ways: readonly ((w: Writer) => unknown)[]): Writer;
  row(id: string): Row;
}

export function writer(random: () => number): Writer {
  let text = "";
  const labels: Label[] = [];
  const self: Writer = {
    random,
    say(more) {
      text += more;
      return self;
    },
    put(type, value, role = "subject") {
      labels.push({ start: text.length, end: text.length + value.length, type, role });
      text += value;
      return self;
    },
    either(...ways) {
      pick(random, ways)(self);
      return self;
    },
    row: (id) => ({ id, text, labels }),
  };
  return self;
}

const GIVEN = ["Maribel", "Terrence", "Ngoc", "Aisha", "Wojciech", "Shirley", "Dmitri", "Rosa", "Keisha", "Harold", "Priya", "Omar", "Lindsey", "Hector", "Mei", "Tamika", "Giovanni", "Ingrid", "Yusuf", "Deborah", "Carlos", "Svetlana", "Jamal", "Anahit", "Bernice", "Malik", "Xiomara", "Eugene", "Fatima", "Colleen"];
const SURNAMES = ["Abernathy", "Okonkwo", "Villanueva", "Nguyen", "Szymanski", "Rahman", "Petrosyan", "Gallagher", "Yazzie", "Thibodeaux", "Kowalczyk", "Banerjee", "Whitfield", "Castellanos", "Oyelaran", "Lindqvist", "Haddad", "Moua", "Fitzgerald", "Delacruz", "Kaplan", "Brantley", "Tanaka", "Esposito", "Hashimi", "Culpepper", "Ivanova", "Mbeki", "Sandoval", "Tuttle"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export interface Person {
  readonly given: string;
  readonly surname: string;
  readonly full: string;
}

export function person(random: () => number): Person {
  const given = pick(random, GIVEN);
  const surname = pick(random, SURNAMES);
  return { given, surname, full: `${given} ${surname}` };
}

export function digits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
}

function between(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A date in one of the usual spellings. */
export function date(random: () => number, firstYear: number, lastYear: number): string {
  const [day, month, year] = [between(random, 1, 28), between(random, 1, 12), between(random, firstYear, lastYear)];
  const two = (n: number): string => String(n).padStart(2, "0");
  return pick(random, [
    `${two(month)}/${two(day)}/${year}`, `${month}/${day}/${String(year).slice(2)}`, `${year}-${two(month)}-${two(day)}`,
    `${MONTHS[month - 1] ?? ""} ${day}, ${year}`, `${day} ${(MONTHS[month - 1] ?? "").slice(0, 3)} ${year}`,
  ]);
}

/** 555-0100 to 555-0199 are kept for fiction. */
export function phone(random: () => number): string {
  const [area, line] = [pick(random, ["312", "503", "617", "702", "919"]), `01${digits(random, 2)}`];
  return pick(random, [`(${area}) 555-${line}`, `${area}-555-${line}`, `${area}.555.${line}`]);
}

export function recordNumber(random: () => number): string {
  return pick(random, [`0${digits(random, 7)}`, `E${digits(random, 8)}`, `${digits(random, 3)}-${digits(random, 4)}`]);
}

export const DIAGNOSES = ["type 2 diabetes", "CHF", "stage 3 CKD", "a herniated disc", "COPD", "breast cancer", "atrial fibrillation", "rheumatoid arthritis", "epilepsy", "Crohn's disease", "T2DM and HTN", "a hip fracture", "pneumonia", "MRSA", "ulcerative colitis"] as const;
export const DRUGS = ["metformin 500 mg BID", "apixaban 5 mg", "lisinopril 20 mg daily", "Humira", "prednisone taper", "levothyroxine 75 mcg", "Ozempic", "gabapentin 300 mg TID", "Eliquis", "albuterol inhaler"] as const;
export const PROCEDURES = ["colonoscopy", "total knee replacement", "stress test", "brain MRI", "cardiac cath", "mammogram", "cataract surgery", "liver biopsy", "CABG", "gastric bypass"] as const;
export const LABS = ["A1c 9.4", "creatinine 2.1", "troponin 0.08 ng/mL", "TSH 7.9", "hemoglobin 7.2", "INR 4.8", "potassium 6.1", "PSA of 11.3"] as const;
