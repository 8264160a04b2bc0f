import { FORMATS } from "../../src/extract/index.ts";
import { WORDING } from "../../src/taskpane/wording.ts";

/** Entries that are rightly the same in both languages. */
const SAME: ReadonlySet<string> = new Set();

function leaves(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [1, 2].map((n) => [`${path}(${n})`, String((value as (n: unknown) => unknown)(n))] as const);
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

const en = new Map(leaves(WORDING.en));
const es = new Map(leaves(WORDING.es));

test("Spanish has every entry that English has, and no other", () => {
  expect([...es.keys()].sort()).toEqual([...en.keys()].sort());
});

test("each entry is said in both languages, and differently", () => {
  const missing = [...en].filter(([path, english]) => english.trim() === "" || (es.get(path) ?? "").trim() === "");
  const untranslated = [...en].filter(([path, english]) => !SAME.has(path) && es.get(path) === english);
  expect({ missing, untranslated }).toEqual({ missing: [], untranslated: [] });
});

test("every format of a file has a word in both languages", () => {
  for (const { formats } of [WORDING.en, WORDING.es]) expect(Object.keys(formats).sort()).toEqual(FORMATS.map(({ key }) => key).sort());
});

test("nothing is promised that the product cannot keep", () => {
  const promise = /HIPAA|de-?identif|desidentific|anonym|anónim|end-to-end|extremo a extremo|guarant|garanti/i;
  expect([...en.values(), ...es.values()].filter((said) => promise.test(said))).toEqual([]);
});
