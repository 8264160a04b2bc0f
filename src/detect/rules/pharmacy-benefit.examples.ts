import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "RxBIN: 000000 PCN: ADV RxGrp: RX0000", value: "000000" },
    { text: "RxBIN: 000000 PCN: ADV RxGrp: RX0000", value: "ADV" },
    { text: "RxBIN: 000000 PCN: ADV RxGrp: RX0000", value: "RX0000" },
  ],
  misses: [
    { text: "warehouse bin 004336", why: "a shelf" },
    { text: "ALLERGIES PCN: HIVES", why: "penicillin" },
    { text: "Rx group meets Monday", why: "no number" },
    { text: "the bin is full", why: "no number" },
  ],
};
