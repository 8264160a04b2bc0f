import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "session from IP 203.0.113.7.", value: "203.0.113.7" }],
  misses: [
    { text: "version 4.10.20.20", why: "a version" },
    { text: "192.168.1.1", why: "a private address" },
  ],
};
