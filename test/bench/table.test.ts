import { bootstrapRows } from "../../scripts/bench/random.ts";
import { FIXED_FORMATS } from "../../scripts/bench/formats.ts";
import { generateFormats } from "../../scripts/bench/samples-formats.ts";
import { countMet, gradeOf } from "../../scripts/bench/table.ts";
import type { Measure } from "../../scripts/bench/table.ts";

const measure = (value: number, more: Partial<Measure> = {}): Measure => ({ name: "m", value, unit: "%", better: "more", must: 0.9, aim: 0.95, ...more });

test.each([
  [measure(0.96), "aim"], [measure(0.95), "aim"], [measure(0.92), "pass"], [measure(0.89), "below"],
  [measure(0.04, { better: "less", must: 0.05, aim: 0.01 }), "pass"], [measure(0.06, { better: "less", must: 0.05, aim: 0.01 }), "below"],
  [{ name: "m", value: 1, unit: "%", better: "more" } satisfies Measure, ""],
  [{ name: "m", value: 0.5, unit: "%", better: "more", aim: 0.9 } satisfies Measure, "below"],
])("grade %#", (given, grade) => expect(gradeOf(given)).toBe(grade));

test("only measures with a must are counted", () => {
  const shown: Measure = { name: "shown", value: 0, unit: "%", better: "more", aim: 1 };
  expect(countMet([measure(0.99), measure(0.1, { name: "low" }), shown])).toEqual({ met: 1, total: 2, missed: ["low"] });
});

test("intervals over rows hold the value and repeat", () => {
  const tallies = Array.from({ length: 200 }, (_, i) => Float64Array.of(1, i % 4 === 0 ? 0 : 1));
  const recall = (sums: Float64Array): number => (sums[1] ?? 0) / (sums[0] ?? 1);
  const [first] = bootstrapRows(tallies, [recall], 3);
  expect(first?.low).toBeLessThan(0.75);
  expect(first?.high).toBeGreaterThan(0.75);
  expect(bootstrapRows(tallies, [recall], 3)).toEqual([first]);
});

test.each(FIXED_FORMATS.map((format) => [format.name, format] as const))("generated samples show %s as its issuer spells it", (_, { types, shape }) => {
  const values = generateFormats(4).rows.flatMap(({ text, labels }) => labels.filter(({ type }) => types.includes(type)).map(({ start, end }) => text.slice(start, end)));
  expect(values.filter((value) => shape.test(value)).length).toBeGreaterThanOrEqual(30);
});
