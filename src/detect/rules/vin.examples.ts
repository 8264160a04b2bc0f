import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "VIN 1M8GDM9AXKP042788", value: "1M8GDM9AXKP042788" }],
  misses: [
    { text: "VIN 1M8GDM9A1KP042788", why: "the check digit fails" },
    { text: "11111111111111111", why: "all ones passes the sum and is no VIN" },
  ],
};
