/** What keeps a shape from being tried in vain may never keep it from a value. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compilePack, triesAtNumber, triesAtWord } from "../../src/detect/gates.ts";
import { gateOpening, openingOf } from "../../src/detect/opening.ts";
import type { Opening } from "../../src/detect/opening.ts";
import { follow, newStore, openingsOf, stateOf } from "../../src/detect/openings.ts";
import type { Rule, RuleExamples, Shape } from "../../src/detect/rule.ts";
import { RULES } from "../../src/detect/rules/index.ts";
import { INFO } from "../../src/detect/scan.ts";
import type { Scan } from "../../src/detect/scan.ts";
import { scanText } from "../../src/detect/scan-text.ts";

const folder = join(__dirname, "../../src/detect/rules");
const texts = readdirSync(folder).filter((name) => name.endsWith(".examples.ts"))
  .map((name) => (require(join(folder, name)) as { examples: RuleExamples }).examples)
  .flatMap(({ hits, misses }) => [...hits, ...misses].map(({ text }) => text));
const shapes = RULES.flatMap((rule) => (rule.shapes ?? []).map((shape) => ({ rule, shape })));

function matchesAt({ pattern }: Shape, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** True where a match may begin at an offset, as far as its beginning tells. */
function mayMatch(opening: Opening, text: string, at: number): boolean {
  const openings = openingsOf<unknown>([opening], newStore());
  const { ended, entries } = stateOf(openings, follow(openings, text, at));
  return entries.length > 0 || ended.length > 0;
}

test("what may not stand before a pattern in either case may do so before one that tells the cases apart", () => {
  const any = openingOf(/(?<!q)7/iy, {});
  const own = openingOf(/(?<!q)7/y, {});
  expect(["q7", "Q7"].map((text) => mayMatch(any, text, 1))).toEqual([false, false]);
  expect(["q7", "Q7"].map((text) => mayMatch(own, text, 1))).toEqual([false, true]);
});

describe("the beginning of a pattern", () => {
  test.each([
    [/mrn|chart/y, "chart", "MRN"],
    [/(?:e?mrn|nhc)/iy, "EMRN", "emr"],
    [/(?<![\d.])[1-3]\d/y, "12", "52"],
    [/[A-C]?x/y, "Bx", "Dx"],
    [/(?:no\.? ?)?id/y, "no. id", "no. x"],
    [/\+?1[-. ]\d{3}/y, "+1-212", "+1-21x"],
    [/\d{3}[-. ]{1,3}\d{4}(?!\d)/y, "555 - 0142", "555 -- -0142"],
    [/[^\W\d]+@\w/y, "ann@b", "ann1@b"],
    [/(?:ab?){2,3}c/y, "abaabc", "abababac"],
    [/\u00b5g|\x41/y, "\u00b5g", "ug"],
    [/a.c/y, "abc", "a\nc"],
    [/[\w-]{2}\./y, "a-.", "a+."],
  ])("%s may match %j and cannot match %j", (pattern, may, not) => {
    expect([may, not].map((text) => mayMatch(openingOf(pattern, {}), text, 0))).toEqual([true, false]);
  });

  test.each([
    [/(?<![\d.])1/y, undefined, " 1", "21"],
    [/(?<=[|~])1/y, undefined, "|1", " 1"],
    [/(?<![^\n])1/y, undefined, "\n1", "x1"],
    [/1/y, "+", "+1", "-1"],
  ])("%s behind %j may match in %j and cannot match in %j", (pattern, behind, may, not) => {
    expect([may, not].map((text) => mayMatch(openingOf(pattern, behind === undefined ? {} : { behind }), text, 1))).toEqual([true, false]);
    expect(mayMatch(openingOf(pattern, behind === undefined ? {} : { behind }), "1", 0)).toBe(pattern.test("1") && behind === undefined);
  });

  test("a shape says what must not stand before it", () => {
    const opening = openingOf(/1/y, { notBehind: "0-" });
    expect([" 1", "-1", "01", "é1"].map((text) => mayMatch(opening, text, 1))).toEqual([true, false, false, true]);
    expect(mayMatch(opening, "1", 0)).toBe(true);
  });

  test.each([/(\d)\1/y, /\p{Lu}x/uy, /(?<!a|b)1/y, /a?b?/y])("%s may match where it is not followed", (pattern) => {
    expect(mayMatch(openingOf(pattern, {}), "12", 0)).toBe(true);
  });

  test("says yes to every match of every shape in the examples", () => {
    const openings = openingsOf<unknown>(shapes.map(({ shape }) => openingOf(shape.pattern, {})), newStore());
    for (const text of texts) {
      for (let at = 0; at < text.length; at++) {
        const { ended, entries } = stateOf(openings, follow(openings, text, at));
        const may = new Set([...ended, ...entries]);
        shapes.forEach(({ shape }, k) => { if (matchesAt(shape, text, at)) expect(may).toContain(k); });
      }
    }
  });

  test("of a gate is what it asks of a token", () => {
    const opening = gateOpening({ behind: "+", first: "0", next: ":" }, 2);
    expect(["+01:", "-01:", "+11:", "+01;", "+01"].map((text) => mayMatch(opening, text, 1))).toEqual([true, false, false, false, false]);
  });
});

test("nothing that matches at a number or a word is left out", () => {
  const engine = compilePack(RULES);
  const left: string[] = [];
  for (const text of texts) {
    const scan = scanText(text);
    for (let token = 0; token < scan.count; token++) left.push(...leftOut(engine, scan, token));
  }
  expect([...new Set(left)]).toEqual([]);
});

function leftOut(engine: ReturnType<typeof compilePack>, scan: Scan, token: number): readonly string[] {
  const [start, end] = [scan.start[token] as number, scan.end[token] as number];
  const info = scan.info[token] as number;
  const alone = (info & INFO.LETTER) === 0;
  const byWord = engine.words.get(scan.hash[token] as number);
  const tries = [
    ...((info & INFO.DIGIT) === 0 ? [] : triesAtNumber(engine, alone ? engine.digits : engine.mixed, scan.text, start, end)),
    ...(byWord === undefined ? [] : triesAtWord(engine, byWord, scan.text, start)),
  ];
  const tried = new Set(tries.flatMap((one) => one.shapes));
  const open = new Set<Rule>(byWord?.rules.map(({ rule }) => rule));
  if ((info & INFO.DIGIT) !== 0) for (const rule of RULES) if (opens(rule, alone, end - start)) open.add(rule);
  return shapes
    .filter(({ rule, shape }) => open.has(rule) && matchesAt(shape, scan.text, start) && mayStand(shape, scan.text.slice(0, start)) && !tried.has(shape))
    .map(({ rule, shape }) => `${rule.id}: ${shape.name}`);
}

function mayStand({ behind, notBehind = "" }: Shape, before: string): boolean {
  return behind === undefined && (before === "" || !notBehind.includes(before.slice(-1)));
}

/** By the length alone: what else a gate asks is asked of the token. */
function opens(rule: Rule, alone: boolean, length: number): boolean {
  return rule.gates.some((gate) => gate.kind === (alone ? "digits" : "mixed") && gate.lengths.includes(length) && (gate.behind ?? gate.first ?? gate.next) === undefined);
}
