import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Rule, RuleExamples } from "../../src/detect/rule.ts";
import { RULES } from "../../src/detect/rules/index.ts";
import { assessText, valuesOf } from "./draft.ts";

const folder = join(__dirname, "../../src/detect/rules");
const files = readdirSync(folder);
const ids = files.filter((name) => name.endsWith(".ts") && !name.endsWith(".examples.ts") && name !== "index.ts").map((name) => name.slice(0, -3));
const load = (file: string): Record<string, unknown> => require(join(folder, file)) as Record<string, unknown>;  

test("every rule file is in the pack once, and nothing else is", () => {
  expect(RULES.map((rule) => rule.id).sort()).toEqual([...ids].sort());
});

test("every examples file has its rule", () => {
  const examples = files.filter((name) => name.endsWith(".examples.ts")).map((name) => name.replace(".examples.ts", ""));
  expect(examples.sort()).toEqual([...ids].sort());
});

describe.each(ids)("%s", (id) => {
  const rule = Object.values(load(`${id}.ts`)).find((value): value is Rule => typeof value === "object" && value !== null && "gates" in value);
  const { examples } = load(`${id}.examples.ts`) as { examples: RuleExamples };

  test("is called like its file and says what it finds in two languages", () => {
    expect(rule?.id).toBe(id);
    expect(rule?.title.en).toBeTruthy();
    expect(rule?.title.es).toBeTruthy();
  });

  test("has at least one hit and one miss", () => {
    expect(examples.hits.length).toBeGreaterThan(0);
    expect(examples.misses.length).toBeGreaterThan(0);
    for (const { why } of examples.misses) expect(why).toBeTruthy();
  });

  test.each(examples.hits.map(({ text, value }) => [text, value]))("finds in: %s", (text, value) => {
    expect(valuesOf(assessText(text), text, id)).toContain(value);
  });

  test.each(examples.misses.map(({ text }) => [text]))("finds nothing in: %s", (text) => {
    expect(valuesOf(assessText(text), text, id)).toEqual([]);
  });

  test("still misses what is listed as a known gap", () => {
    for (const { text, value } of examples.knownGaps ?? []) expect(valuesOf(assessText(text), text, id)).not.toContain(value);
  });
});
