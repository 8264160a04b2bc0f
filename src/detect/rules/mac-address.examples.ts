import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "monitor MAC 00:00:5E:00:53:01", value: "00:00:5E:00:53:01" },
    { text: "MAC address 00-00-5e-00-53-af", value: "00-00-5e-00-53-af" },
    { text: "MAC 00 00 5E 00 53 02", value: "00 00 5E 00 53 02" },
    { text: "MAC 0000.5e00.5301", value: "0000.5e00.5301" },
  ],
  misses: [
    { text: "10 12 14 16 18 20", why: "a row of numbers" },
    { text: "dump 00 00 5e 00 53 01 ff 02 03", why: "a longer row of bytes" },
    { text: "at 10:12:30", why: "a time" },
    { text: "00:00:00:00:00:00", why: "an empty field" },
  ],
};
