import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // A123 is the labeler in HIBCC's own samples; the other from FDA's table of UDI formats.
  hits: [
    { text: "implant UDI +A123BJC5D6E71/$$3231231LOT00/S0000000X", value: "+A123BJC5D6E71/$$3231231LOT00/S0000000X" },
    { text: "+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202C", value: "+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202C" },
  ],
  misses: [
    { text: "C++/CLI and A+B/C", why: "no labeler" },
    { text: "+A123BJC5D6E71G", why: "a product without lot or serial is everybody's" },
  ],
};
