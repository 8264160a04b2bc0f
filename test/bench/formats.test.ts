import { RULES } from "../../src/detect/index.ts";
import { FIXED_FORMATS } from "../../scripts/bench/formats.ts";

test.each(FIXED_FORMATS)("the rules of $name exist", ({ rules }) => {
  const ids = new Set(RULES.map(({ id }) => id));
  expect(rules.filter((id) => !ids.has(id))).toEqual([]);
});
