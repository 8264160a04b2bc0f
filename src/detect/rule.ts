/** What a rule is. A rule names its gates, and the engine runs it only where one of them opens. */
import type { Evidence, Part, Role } from "../contract/index.ts";
import type { TermClass } from "./lexicon/index.ts";
import type { Scan, Term } from "./scan.ts";

/** Where the engine tries a rule. */
export type Gate =
  /**
   * A token of digits alone, or of digits and letters, of one of these lengths; with `behind`, `first` or `next` only behind one of
   * these characters, beginning with one, or before one.
   */
  | { readonly kind: "digits" | "mixed"; readonly lengths: readonly number[]; readonly behind?: string; readonly first?: string; readonly next?: string }
  /** One of these words, whatever its case; with `capital`, only where it begins with a capital letter. */
  | { readonly kind: "words"; readonly words: readonly string[]; readonly capital?: boolean }
  /**
   * A token that begins with a capital letter and is more than an everyday word: where something near may tie a name to someone's care
   * (`near`), or before another such token and a blank or hyphen (`pair`) or a comma (`comma`).
   */
  | { readonly kind: "capital"; readonly where: "near" | "pair" | "comma" }
  /** An `@`. */
  | { readonly kind: "at" }
  /** A web address. */
  | { readonly kind: "link" }
  /** A word or phrase that the lexicon knows as a health term of one of these classes. */
  | { readonly kind: "term"; readonly classes: readonly TermClass[] }
  /** None: what `tagger/` finds is listed under this rule. */
  | { readonly kind: "passage" };

/** What is tried at an open gate, from the token's first character on. */
export interface Shape {
  readonly name: string;
  /** Sticky. Without a group the whole match is the value; with one, the group is the value, and it ends the match: what leads to it is the cue. */
  readonly pattern: RegExp;
  /**
   * Sticky, without groups. Where they are given, `pattern` is no more than the cue, and the value behind it is what the first of them matches. One
   * pattern of many alternatives takes 10 ms to compile at its first try. The cue must not take away what a value begins with.
   */
  readonly values?: readonly RegExp[] | undefined;
  /** Characters of which one must stand before the gate's token. */
  readonly behind?: string | undefined;
  /** Characters of which none may stand before it. Patterns that differ in nothing else are compiled once. */
  readonly notBehind?: string | undefined;
  /** How far this shape alone speaks for the identifier, in tenths of a log-odds (natural): 0 is even, 20 is 0.88, -20 is 0.12. */
  readonly points: number;
}

/** Words near the value that speak for it, or against it. */
export interface CueSet {
  readonly words: readonly string[];
  /** How far to look, in characters. A line or cell border ends the search after the value, and two end it before. */
  readonly before: number;
  readonly after: number;
  readonly points: number;
}

/** A test of the value. A checksum is one factor, never proof. */
export interface Check {
  readonly name: string;
  readonly kind: "checksum" | "list";
  readonly test: (value: string) => boolean;
  readonly points: number;
  /** A value that fails is no match at all. */
  readonly required: boolean;
}

/** A match that a rule's own code found, where shapes do not reach. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly shape: string;
  readonly points: number;
  readonly weight?: number;
  readonly role?: Role;
  readonly care?: number;
  readonly evidence?: readonly Evidence[];
}

export interface Rule {
  /** Equals the file name: `^[a-z][a-z0-9-]*$`. */
  readonly id: string;
  readonly part: Part;
  readonly title: { readonly en: string; readonly es: string };
  readonly gates: readonly Gate[];
  readonly shapes?: readonly Shape[] | undefined;
  /** Gets the term at a `term` gate; at an `at` or `link` gate `token` is the first token that ends after it. */
  readonly find?: ((scan: Scan, token: number, term?: Term) => Match | undefined) | undefined;
  readonly checks?: readonly Check[] | undefined;
  readonly cues?: CueSet | undefined;
  readonly negativeCues?: CueSet | undefined;
  /** Names a published fake or a placeholder, which is shown but makes no PHI. */
  readonly testValue?: ((value: string) => string | undefined) | undefined;
  /** 0 to 100. An identifier: how strongly it points to one patient. Health: how strongly it speaks of someone's care. */
  readonly weight: number;
  /** The role the identifier has by its nature: an MRN is a patient's, an NPI a provider's. */
  readonly role?: Role | undefined;
  /** Care that the identifier itself implies, 0 to 100: only a provider gives out an MRN. */
  readonly care?: number | undefined;
}

/** Checks a rule as it is written; faults are ours, so they throw at load and never reach a draft. */
export function defineRule(rule: Rule): Rule {
  const wrong = (why: string): never => {
    throw new Error(`rule ${rule.id}: ${why}`);
  };
  if (!/^[a-z][a-z0-9-]*$/.test(rule.id)) wrong("the id is lower case with hyphens");
  if (rule.gates.length === 0) wrong("a rule without a gate would never run");
  if (rule.shapes === undefined && rule.find === undefined && rule.gates.some(({ kind }) => kind !== "term" && kind !== "passage")) wrong("give shapes or find");
  for (const { name, pattern } of rule.shapes ?? []) if (!pattern.sticky || pattern.global) wrong(`shape ${name} must be sticky`);
  if (!(Number.isInteger(rule.weight) && rule.weight >= 0 && rule.weight <= 100)) wrong("weight is an integer from 0 to 100");
  return alike(rule);
}

/** All rules, and all shapes, with the same properties in the same order: an engine reads those of unlike objects several times as slowly, and each word of a mail asks for some. */
function alike({ id, part, title, gates, shapes, find, checks, cues, negativeCues, testValue, weight, role, care }: Rule): Rule {
  return { id, part, title, gates, shapes: shapes?.map(alikeShape), find, checks, cues, negativeCues, testValue, weight, role, care };
}

function alikeShape({ name, pattern, values, behind, notBehind, points }: Shape): Shape {
  return { name, pattern, values, behind, notBehind, points };
}

/** `[from, from + 1, …, to]`, for the lengths of a gate. */
export function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The file beside a rule. Values are the issuing authority's own samples, or invalid by construction. */
export interface RuleExamples {
  /** `value` is found by this rule, exactly. */
  readonly hits: readonly { readonly text: string; readonly value: string }[];
  /** This rule finds nothing. */
  readonly misses: readonly { readonly text: string; readonly why: string }[];
  /** Known to go wrong; the test fails when one starts to work, so that the list stays true. */
  readonly knownGaps?: readonly { readonly text: string; readonly value: string; readonly why: string }[];
}
