import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "monitor MAC 00:00:5E:00:53:01", value: "00:00:5E:00:53:01" },
    { text: "MAC address 00-00-5e-00-53-af", value: "00-00-5e-00-53-af" },
    { text: "MAC 0000.5e00.5301", value: "0000.5e00.5301" },
  ],
  misses: [
    { text: "at 10:12:30", why: "a time" },
    { text: "00:00:00:00:00:00", why: "an empty field" },
  ],
};
