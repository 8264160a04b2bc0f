/** Runs a pack of rules over a scan: every rule only where one of its gates opens. */
import type { Evidence, Role, SensitiveClass } from "../contract/index.ts";
import { cueAfter, cueBefore, wordSet } from "./context.ts";
import type { WordSet } from "./context.ts";
import { FILTER_MASK, isOpen, mayMatch, OPENS, OPENS_CAPITAL, triesAtNumber, triesAtWord } from "./gates.ts";
import type { Compiled, Engine, Try } from "./gates.ts";
import { FLAG, FLAG_SHIFT, MARK } from "./lexicon/index.ts";
import type { CueSet, Match, Rule, Shape } from "./rule.ts";
import { endOf, INFO, tokenAt, tokenNear } from "./scan.ts";
import type { Scan, Term } from "./scan.ts";
import { termAt } from "./terms.ts";

/** A finding in the making: offsets in the read text, integer points instead of words for confidence. */
export interface Candidate {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  /** First token that ends after `start`. */
  readonly token: number;
  /** First token that ends after `end`. */
  readonly after: number;
  readonly points: number;
  readonly weight: number;
  readonly role: Role | undefined;
  /** Care that the finding itself tells, 0 to 100. */
  readonly care: number;
  readonly evidence: readonly Evidence[];
  readonly test: boolean;
  /** Tells one health term from another; 0 for identifiers. */
  readonly key: number;
  readonly sensitive: SensitiveClass | undefined;
}

/** Below this a candidate is not even listed. */
const LISTED_FROM = -12;
const WEAK_TERM = 25;
/** "Detox" and "suicide" have other senses, but said of a person they weigh more than "visit". */
const WEAK_SENSITIVE_TERM = 45;
/** "HIV clinic" is a place of care and tells the disease as well. */
const SENSITIVE_TERM = 70;

/** All candidates of a text, in the order of the gates. Overlaps are settled in `resolve.ts`. */
export function runRules(engine: Engine, scan: Scan): Candidate[] {
  const found: Candidate[] = [];
  const { text, start: starts, end: ends, info: infos, hash: hashes, queue } = scan;
  const { filter, more, capital, words, capitalised } = engine;
  const count = more ? scan.count : queue.length;
  for (let k = 0; k < count; k++) {
    const token = more ? k : (queue[k] as number);
    const info = infos[token] as number;
    if ((info & INFO.LINK) !== 0) continue;
    if ((info & INFO.DIGIT) !== 0) {
      const alone = (info & INFO.LETTER) === 0;
      const tries = triesAtNumber(engine, alone ? engine.digits : engine.mixed, text, starts[token] as number, ends[token] as number);
      if (tries.length > 0) tryAll(tries, scan, token, found);
      if (alone) continue;
    }
    const hash = hashes[token] as number;
    const opens = filter[hash & FILTER_MASK] as number;
    if (more ? (opens & OPENS) !== 0 : (info & MARK.GATE) !== 0) {
      const gate = words.get(hash);
      if (gate !== undefined) tryAll(triesAtWord(engine, gate, text, starts[token] as number), scan, token, found);
    }
    if ((info & INFO.UPPER) === 0) continue;
    if ((opens & OPENS_CAPITAL) !== 0) {
      const gate = capitalised.get(hash);
      if (gate !== undefined) tryAll(triesAtWord(engine, gate, text, starts[token] as number), scan, token, found);
    }
    const end = ends[token] as number;
    // Everyday words with a capital open most sentences; they are no names. Single letters may be initials.
    if ((info & NAMED) === 0 && (info & EVERYDAY) !== 0 && end - (starts[token] as number) > 1) continue;
    if ((info & INFO.NEAR) !== 0 || ((infos[token - 1] as number) & MARK.GREETING) !== 0) tryAll(capital.near, scan, token, found);
    if ((info & MARK.NEVER) !== 0 || ((infos[token + 1] as number) & INFO.UPPER) === 0) continue;
    const behind = text.charCodeAt(end);
    if (behind === BLANK || behind === HYPHEN) tryAll(capital.pair, scan, token, found);
    else if (behind === COMMA) tryAll(capital.comma, scan, token, found);
  }
  let termUntil = 0;
  for (const token of scan.termTokens) {
    if (token < termUntil || ((infos[token] as number) & INFO.LINK) !== 0) continue;
    const term = termAt(scan, token);
    if (term === undefined) continue;
    termUntil = token + term.tokens;
    tryTerm(engine, scan, token, term, found);
  }
  for (const at of scan.at) tryAll(engine.at, scan, tokenAt(scan, at), found);
  for (let k = 0; k < scan.links.length; k += 2) tryAll(engine.link, scan, tokenAt(scan, scan.links[k] as number), found);
  return found;
}

const BLANK = 32;
const COMMA = 44;
const HYPHEN = 45;
const NAMED = (FLAG.GIVEN | FLAG.SURNAME) << FLAG_SHIFT;
const EVERYDAY = (FLAG.COMMON | FLAG.TERM | FLAG.PLACE) << FLAG_SHIFT;

function tryAll(tries: readonly Try[], scan: Scan, token: number, found: Candidate[]): void {
  for (let k = 0; k < tries.length; k++) {
    const one = tries[k] as Try;
    if (one.gate !== undefined && !isOpen(one.gate, scan.text, scan.start[token] as number, scan.end[token] as number)) continue;
    const { compiled } = one;
    const { find } = compiled.rule;
    const match = find === undefined ? matchShapes(one.shapes, scan, token) : find(scan, token);
    if (match === undefined) continue;
    const candidate = weigh(compiled, scan, token, match, 0, undefined);
    if (candidate !== undefined) found.push(candidate);
  }
}

/** True where one of the characters stands before the token. */
function isBehind(set: string, { text, start }: Scan, token: number): boolean {
  const at = start[token] as number;
  return at > 0 && set.includes(text.charAt(at - 1));
}

function tryTerm(engine: Engine, scan: Scan, token: number, term: Term, found: Candidate[]): void {
  for (const compiled of engine.terms.get(term.tag.termClass) ?? []) {
    const { rule } = compiled;
    const strong = term.tag.strength === "strong";
    const match = rule.find?.(scan, token, term) ?? {
      start: scan.start[token] as number,
      end: endOf(scan, token + term.tokens - 1),
      shape: strong ? "term" : "weak-term",
      points: strong ? 25 : 5,
      weight: termWeight(rule, term),
    };
    const candidate = weigh(compiled, scan, token, match, term.hash, term.tag.sensitive);
    if (candidate !== undefined) found.push(candidate);
  }
}

function termWeight(rule: Rule, { tag }: Term): number {
  const tells = tag.sensitive !== undefined && tag.sensitive !== "minor";
  if (tag.strength === "strong") return tells ? Math.max(rule.weight, SENSITIVE_TERM) : rule.weight;
  return Math.min(rule.weight, tells ? WEAK_SENSITIVE_TERM : WEAK_TERM);
}

function matchShapes(shapes: readonly Shape[], scan: Scan, token: number): Match | undefined {
  const { text } = scan;
  const from = scan.start[token] as number;
  for (let k = 0; k < shapes.length; k++) {
    const shape = shapes[k] as Shape;
    if (shape.behind !== undefined && !isBehind(shape.behind, scan, token)) continue;
    if (shape.notBehind !== undefined && isBehind(shape.notBehind, scan, token)) continue;
    const match = matchShape(shape, text, from);
    if (match !== undefined) return match;
  }
  return undefined;
}

function matchShape({ pattern, values, name, points }: Shape, text: string, from: number): Match | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  if (values !== undefined) {
    const start = from + match[0].length;
    const end = endOfValue(values, text, start);
    return end < 0 ? undefined : { start, end, shape: name, points, evidence: [cueOf(text.slice(from, start))] };
  }
  const [whole, value] = match;
  const end = from + whole.length;
  if (value === undefined) return { start: from - opening(text, from, whole), end, shape: name, points };
  const start = end - value.length;
  return { start, end, shape: name, points, evidence: [cueOf(text.slice(from, start))] };
}

/** Where the value ends that begins at `start`; -1 where none does. */
function endOfValue(values: readonly RegExp[], text: string, start: number): number {
  for (const value of mayMatch(values, text, start)) {
    value.lastIndex = start;
    if (value.test(text)) return value.lastIndex;
  }
  return -1;
}

/** A value's first token stands behind its bracket or plus sign: "(212) 555-0142", "+1 212 555 0142". */
function opening(text: string, from: number, value: string): number {
  const before = text.charAt(from - 1);
  return before === "+" || (before === "(" && /^[^(]*\)/.test(value)) ? 1 : 0;
}

/** The cue of a cue-led shape, as the text has it: words of the rule's own pattern, never of the value. */
function cueOf(lead: string): Evidence {
  const cue = lead.toLowerCase().replace(/[^a-z#]+/g, " ").trim();
  return { kind: "cue", cue, distance: Math.max(0, lead.length - lead.trimEnd().length) };
}

/** `near`: a token close to the match. */
function weigh(compiled: Compiled, scan: Scan, near: number, match: Match, key: number, sensitive: SensitiveClass | undefined): Candidate | undefined {
  const { rule } = compiled;
  const value = scan.text.slice(match.start, match.end);
  let { points } = match;
  const evidence: Evidence[] = [];
  if (rule.checks !== undefined) for (const check of rule.checks) {
    const passed = check.test(value);
    if (!passed && check.required) return undefined;
    if (!passed) continue;
    points += check.points;
    evidence.push({ kind: check.kind === "checksum" ? "checksum" : "list", ...named(check.kind, check.name) } as Evidence);
  }
  const token = tokenNear(scan, near, match.start);
  const after = tokenNear(scan, token, match.end);
  const cue = rule.cues === undefined ? undefined : nearest(scan, token, after, match, rule.cues, (compiled.cues ??= wordSet(rule.cues.words)));
  if (cue !== undefined && rule.cues !== undefined) {
    points += rule.cues.points;
    evidence.push({ kind: "cue", ...cue });
  }
  const negative = rule.negativeCues === undefined ? undefined : nearest(scan, token, after, match, rule.negativeCues, (compiled.negative ??= wordSet(rule.negativeCues.words)));
  if (negative !== undefined && rule.negativeCues !== undefined) {
    // "Acct 37188142. Call …": the nearer word is the number's own.
    points += cue !== undefined && cue.distance < negative.distance ? Math.ceil(rule.negativeCues.points / 2) : rule.negativeCues.points;
    evidence.push({ kind: "negative-cue", ...negative });
  }
  if (points < LISTED_FROM) return undefined;
  const test = rule.testValue?.(value);
  if (test !== undefined) evidence.push({ kind: "test-value", name: test });
  return {
    rule, start: match.start, end: match.end, token, after, points, weight: match.weight ?? rule.weight, role: match.role ?? rule.role,
    care: match.care ?? rule.care ?? 0,
    evidence: evidenceOf(match, evidence), test: test !== undefined, key, sensitive,
  };
}

const ONE_EACH = new Map<string, readonly Evidence[]>();

/** A text of findings alone holds hundreds of thousands: what is alike is shared, and an array takes no more room than it needs. */
function evidenceOf({ shape, evidence = [] }: Match, more: readonly Evidence[]): readonly Evidence[] {
  let own = ONE_EACH.get(shape);
  if (own === undefined) ONE_EACH.set(shape, own = [{ kind: "shape", name: shape }]);
  return evidence.length + more.length === 0 ? own : own.concat(evidence, more);
}

function named(kind: "checksum" | "list", name: string): { name: string } | { list: string } {
  return kind === "checksum" ? { name } : { list: name };
}

function nearest(scan: Scan, token: number, after: number, match: Match, cues: CueSet, set: WordSet): { readonly cue: string; readonly distance: number } | undefined {
  const before = cueBefore(scan, token, match.start, cues.before, set);
  const behind = cueAfter(scan, after, match.end, cues.after, set);
  const best = before === undefined || (behind !== undefined && behind.distance < before.distance) ? behind : before;
  return best === undefined ? undefined : { cue: best.cue, distance: best.distance };
}
