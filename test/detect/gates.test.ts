/** What keeps a shape from being tried in vain may never keep it from a value. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compilePack, planAt } from "../../src/detect/gates.ts";
import { findLandmarks } from "../../src/detect/landmarks.ts";
import { firstCharacters } from "../../src/detect/lead.ts";
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

describe("firstCharacters", () => {
  test.each([
    ["mrn|chart", "mc"],
    ["(?:e?mrn|nhc)", "emn"],
    ["(?<![\\d.])[1-3]\\d", "123"],
    ["(?<=\\+)34", "3"],
    ["(?!0)\\d", "0123456789"],
    ["[A-C]?x", "abcx"],
    ["(?:no\\.? )?id", "ni"],
    ["\\+?1", "+1"],
    ["(MR|[#-])", "m#-"],
  ])("%s begins with one of %s", (source, chars) => {
    expect([...new Set(firstCharacters(source))].sort().join("")).toBe([...chars].sort().join(""));
  });

  test.each([".x", "[^a]b", "\\s+x", "\\p{L}x", "a?", "a*|b", "\\u00b5g"])("%s may begin with anything", (source) => expect(firstCharacters(source)).toBeUndefined());

  test("holds for every match of every shape in the examples", () => {
    for (const { shape } of shapes) {
      const chars = firstCharacters(shape.pattern.source);
      if (chars === undefined) continue;
      for (const text of texts) {
        for (let at = 0; at < text.length; at++) if (matchesAt(shape, text, at)) expect(chars).toContain(text.charAt(at).toLowerCase());
      }
    }
  });
});

test("a number's plan leaves out no shape that matches there", () => {
  const engine = compilePack(RULES);
  const left: string[] = [];
  for (const text of texts) {
    const scan = scanText(text);
    findLandmarks(scan);
    for (let token = 0; token < scan.count; token++) {
      if (((scan.info[token] as number) & INFO.DIGIT) !== 0) left.push(...leftOut(engine, scan, token));
    }
  }
  expect([...new Set(left)]).toEqual([]);
});

function leftOut(engine: ReturnType<typeof compilePack>, scan: Scan, token: number): readonly string[] {
  const [start, end] = [scan.start[token] as number, scan.end[token] as number];
  const alone = ((scan.info[token] as number) & INFO.LETTER) === 0;
  const plan = planAt(alone ? engine.digits : engine.mixed, alone, scan, start, end);
  const planned = new Set(plan.flatMap((one) => one.shapes));
  return shapes.filter(({ rule, shape }) => opens(rule, alone, end - start) && matchesAt(shape, scan.text, start) && !planned.has(shape)).map(({ rule, shape }) => `${rule.id}: ${shape.name}`);
}

function opens(rule: Rule, alone: boolean, length: number): boolean {
  return rule.gates.some((gate) => gate.kind === (alone ? "digits" : "mixed") && gate.lengths.includes(length));
}
