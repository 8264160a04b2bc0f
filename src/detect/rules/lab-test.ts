/** Laboratory tests; with a value, strong evidence. */
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import type { Term } from "../scan.ts";

const RESULT = /[ :=(,]{0,3}(?:(?:level|result|value)s? )?(?:is |was |of |at |came back (?:at )?)?[<>]?\d{1,5}(?:\.\d{1,3})?(?![\d/-])|[ :,-]{0,3}(?:is |was |came back )?(?:positive|negative|elevated|high|low|normal|abnormal|pos|neg|critical|undetectable)(?![a-z])| ?\+\B/iy;

function labAt(scan: Scan, token: number, term?: Term): Match | undefined {
  if (term === undefined) return undefined;
  const start = startOf(scan, token);
  const end = endOf(scan, token + term.tokens - 1);
  RESULT.lastIndex = end;
  const result = RESULT.test(scan.text);
  const strong = term.tag.strength === "strong";
  if (result) return { start, end, shape: "test with a result", points: 25, weight: strong ? 100 : 80 };
  return { start, end, shape: strong ? "term" : "weak-term", points: strong ? 20 : 0, weight: strong ? 60 : 15 };
}

export const labTest = defineRule({
  id: "lab-test",
  part: "health",
  title: { en: "Laboratory test", es: "Prueba de laboratorio" },
  gates: [{ kind: "term", classes: ["lab"] }],
  find: labAt,
  weight: 100,
});
