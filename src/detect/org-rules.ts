/** The organisation's own rules, from its policy: keyword lists, id shapes, and cue words for the rules of the pack. */
import type { DetectionProblem, Evidence, HipaaPart, PolicyDetection, PolicyKeywords, PolicyPattern } from "../contract/index.ts";
import { cueAfter, cueBefore, listedFrom, wordSet } from "./context.ts";
import type { WordSet } from "./context.ts";
import type { Candidate } from "./engine.ts";
import { compilePack } from "./gates.ts";
import type { Engine } from "./gates.ts";
import { linearPattern } from "./linear-pattern.ts";
import type { LinearPattern } from "./linear-pattern.ts";
import { phraseHash } from "./phrase.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { endOf, INFO, infoOf, startOf, tokenAt } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** What is looked for beside the pack. */
export interface OrgRules {
  /** The pack with the organisation's cue words; absent where it adds none. */
  readonly engine?: Engine;
  readonly keywords: { readonly set: WordSet; readonly lists: ReadonlyMap<string, readonly Keyword[]> };
  readonly patterns: readonly Pattern[];
  /** Per ASCII code, one bit for each pattern that may begin with it. */
  readonly first: Int32Array;
}

interface Keyword {
  readonly rule: Rule;
  readonly list: PolicyKeywords;
  readonly word: string;
  readonly key: number;
}

interface Pattern {
  readonly rule: Rule;
  readonly regex: RegExp;
  readonly cues: WordSet | undefined;
  readonly requireCue: boolean;
}

/** Points of a listed word, of a shape alone, and of a cue beside it: a shape alone is sure enough to be shown, a cue makes it certain. */
const KEYWORD_POINTS = 25;
const SHAPE_POINTS = 18;
const CUE_POINTS = 14;
const CUE_REACH = { before: 40, after: 20 } as const;
/** Weights as of the pack's rules: an MRN, a listed term, a term of a sensitive class. */
const WEIGHTS = { pattern: 90, identifier: 75, health: 60, sensitive: 70 } as const;
/** Only a provider or a plan gives these out; said of a shape alone it would make PHI of every number. */
const CARE_PARTS = new Set<HipaaPart>(["H", "I"]);
const CARE = 45;

/** Parts of which a value may stand behind a cue word whatever its shape. */
const NUMBERS = new Set<string>(["G", "H", "I", "J", "K", "L", "M", "R"]);
const LED_POINTS = 28;

const ORG_PREFIX = "org-";

/** True for a rule of the organisation's own: how sure its findings are, the policy says. */
export function isOrgRule({ id }: Rule): boolean {
  return id.startsWith(ORG_PREFIX);
}

function ruleOf(id: string, part: Rule["part"], title: string | undefined, weight: number): Rule {
  const name = title ?? `org-${id}`;
  return { id: `${ORG_PREFIX}${id}`, part, title: { en: name, es: name }, gates: [], weight };
}

function keywordRule({ id, part, title, meaning }: PolicyKeywords): Rule {
  return ruleOf(id, meaning === "identifier" ? part ?? "R" : "health", title, WEIGHTS[meaning]);
}

/** Ids, parts and titles of the organisation's own rules. */
export function orgRuleInfo({ keywords, patterns }: PolicyDetection): readonly Pick<Rule, "id" | "part" | "title">[] {
  const rules = [...(keywords ?? []).map(keywordRule), ...(patterns ?? []).map(({ id, part, title }) => ruleOf(id, part, title, WEIGHTS.pattern))];
  return rules.map(({ id, part, title }) => ({ id, part, title }));
}

function takesCues({ cues, find, part }: Rule): boolean {
  return cues !== undefined || (find === undefined && NUMBERS.has(part));
}

/** What is wrong with a detection part that is well-formed: patterns outside the subset, cue words for rules that take none. */
export function detectionProblems({ patterns, cueWords }: PolicyDetection): readonly DetectionProblem[] {
  const problems: DetectionProblem[] = [];
  (patterns ?? []).forEach(({ pattern }, index) => {
    const read = linearPattern(pattern);
    if (!read.ok) problems.push({ path: `patterns[${index}].pattern`, sentence: `is refused at character ${read.problem.at}: ${read.problem.sentence}.` });
  });
  for (const id of Object.keys(cueWords ?? {})) {
    const rule = RULES.find((one) => one.id === id);
    if (rule === undefined) problems.push({ path: `cueWords.${id}`, sentence: "names a rule that there is not; docs/rules.md lists them." });
    else if (!takesCues(rule)) problems.push({ path: `cueWords.${id}`, sentence: "names a rule that takes no cue words; make a pattern of your own instead." });
  }
  return problems;
}

/** "PATNR: 00482913": a cue that leads to the number, for rules that know their cues by shape. */
function ledBy(rule: Rule, words: readonly string[]): Rule {
  const cue = words.map((word) => word.replace(/[.-]/g, "\\$&").replace(/ /g, " {1,2}")).join("|");
  const pattern = new RegExp(`(?:${cue})\\.?(?: ?(?:is|was|no\\.?|num(?:ber)?|id|[#:=-])){0,3}[ \\t]{0,4}((?:[A-Z]{1,5}-?)?\\d[\\dA-Z-]{2,14}(?<!-))`, "iy");
  const first = words.map((word) => /^[\p{L}\p{N}']+/u.exec(word)?.[0] ?? word);
  return { ...rule, gates: [...rule.gates, { kind: "words", words: first }], shapes: [...(rule.shapes ?? []), { name: "org-cue", pattern, points: LED_POINTS }] };
}

function withCues(rule: Rule, words: readonly string[]): Rule {
  return rule.cues === undefined ? ledBy(rule, words) : { ...rule, cues: { ...rule.cues, words: [...rule.cues.words, ...words] } };
}

function engineFor(cueWords: NonNullable<PolicyDetection["cueWords"]>): Engine {
  const words = new Map(Object.entries(cueWords));
  return compilePack(RULES.map((rule) => {
    const own = words.get(rule.id) ?? [];
    return own.length === 0 || !takesCues(rule) ? rule : withCues(rule, own);
  }), true);
}

function keywordsOf(all: readonly PolicyKeywords[]): OrgRules["keywords"] {
  const set = wordSet(all.flatMap(({ words }) => words));
  const lists = new Map<string, Keyword[]>();
  for (const list of all) {
    const rule = keywordRule(list);
    for (const word of list.words) {
      const key = phraseHash(word);
      // Spellings that differ in case share one entry of the set.
      const listed = set.words.get(key) ?? word;
      lists.set(listed, [...(lists.get(listed) ?? []), { rule, list, word, key }]);
    }
  }
  return { set, lists };
}

function patternOf({ id, title, part, pattern, cues, requireCue }: PolicyPattern): (Pattern & Pick<LinearPattern, "first">) | undefined {
  const read = linearPattern(pattern);
  // `parsePolicy` refuses such a policy; one that came another way must not hang the Send all the same.
  if (!read.ok) return undefined;
  return { rule: ruleOf(id, part, title, WEIGHTS.pattern), ...read.pattern, cues: cues === undefined ? undefined : wordSet(cues), requireCue: requireCue === true };
}

/** Compiles a policy's own rules. */
export function compileOrgRules({ keywords = [], patterns = [], cueWords }: PolicyDetection): OrgRules {
  const compiled = patterns.map(patternOf).filter((one) => one !== undefined);
  const first = new Int32Array(128);
  compiled.forEach((pattern, bit) => {
    for (const code of pattern.first) first[code] = (first[code] as number) | (1 << bit);
  });
  return { keywords: keywordsOf(keywords), patterns: compiled, first, ...(cueWords === undefined ? {} : { engine: engineFor(cueWords) }) };
}

/** What the organisation's keywords and id shapes find. One pass over the tokens. */
export function orgCandidates({ keywords, patterns, first }: OrgRules, scan: Scan): Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token < scan.count; token++) {
    if ((infoOf(scan, token) & INFO.LINK) !== 0) continue;
    const bits = first[scan.text.charCodeAt(startOf(scan, token))] ?? 0;
    if (bits !== 0) patterns.forEach((pattern, bit) => { if ((bits & (1 << bit)) !== 0) tryPattern(pattern, scan, token, found); });
    const listed = keywords.lists.size === 0 ? undefined : listedFrom(scan, token, keywords.set);
    if (listed === undefined) continue;
    for (const keyword of keywords.lists.get(listed.word) ?? []) addKeyword(keyword, scan, token, listed.tokens, found);
  }
  return found;
}

function addKeyword({ rule, list, word, key }: Keyword, scan: Scan, token: number, tokens: number, found: Candidate[]): void {
  const start = startOf(scan, token);
  const end = endOf(scan, token + tokens - 1);
  if (list.caseSensitive === true && !scan.text.slice(start, end).replace(/\s+/g, " ").startsWith(word)) return;
  const identifier = list.meaning === "identifier";
  found.push({
    rule, start, end, token, after: token + tokens, points: KEYWORD_POINTS, weight: rule.weight, role: identifier ? "patient" : undefined, care: 0,
    evidence: [{ kind: "list", list: ORG_LIST }], test: false, key: identifier ? 0 : key, sensitive: list.sensitive,
  });
}

/** How the findings of a keyword list name it in their evidence. */
export const ORG_LIST = "the organization's own words";

function tryPattern({ rule, regex, cues, requireCue }: Pattern, scan: Scan, token: number, found: Candidate[]): void {
  const start = startOf(scan, token);
  regex.lastIndex = start;
  const match = regex.exec(scan.text);
  if (match === null) return;
  const end = start + match[0].length;
  const after = tokenAt(scan, end);
  // Ends inside a word: a letter beyond ASCII follows.
  if (after < scan.count && startOf(scan, after) < end) return;
  const cue = cues === undefined ? undefined : nearestCue(scan, token, after, start, end, cues);
  if (requireCue && cue === undefined) return;
  const evidence: Evidence[] = [{ kind: "shape", name: "the organization's own" }];
  if (cue !== undefined) evidence.push({ kind: "cue", cue: cue.cue, distance: cue.distance });
  found.push({
    rule, start, end, token, after, points: SHAPE_POINTS + (cue === undefined ? 0 : CUE_POINTS), weight: rule.weight, role: "patient",
    care: cue !== undefined && CARE_PARTS.has(rule.part as HipaaPart) ? CARE : 0, evidence, test: false, key: 0, sensitive: undefined,
  });
}

function nearestCue(scan: Scan, token: number, after: number, start: number, end: number, cues: WordSet): ReturnType<typeof cueBefore> {
  const before = cueBefore(scan, token, start, CUE_REACH.before, cues);
  const behind = cueAfter(scan, after, end, CUE_REACH.after, cues);
  return before === undefined || (behind !== undefined && behind.distance < before.distance) ? behind : before;
}
