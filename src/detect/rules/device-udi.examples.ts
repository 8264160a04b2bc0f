import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "implant (01)09506000134352(21)ABC123", value: "(01)09506000134352(21)ABC123" }],
  misses: [{ text: "(01)09506000134353(21)ABC123", why: "the check digit fails" }],
};
