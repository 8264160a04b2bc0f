import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // Device number from FDA's table of UDI formats.
  hits: [{ text: "stent 01510222222333361715070721A1234", value: "01510222222333361715070721A1234" }],
  misses: [
    { text: "stent 01510222222333371715070721A1234", why: "the check digit fails" },
    { text: "0151022222233336", why: "no serial or lot" },
  ],
};
