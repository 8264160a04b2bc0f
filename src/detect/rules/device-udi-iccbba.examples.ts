import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // From FDA's table of UDI formats.
  hits: [
    {
      text: "graft =/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123",
      value: "A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123",
    },
    { text: "bag =)1TE123456A&)RZ12345678", value: "1TE123456A&)RZ12345678" },
  ],
  misses: [{ text: "path=/A9999XYZ100T0944", why: "a product alone" }],
};
