import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "IBAN GB29 NWBK 6016 1331 9268 19", value: "GB29 NWBK 6016 1331 9268 19" },
    { text: "IBAN DE89 3704 0044 0532 0130 00 PLEASE NOTE", value: "DE89 3704 0044 0532 0130 00" },
    { text: "IBAN GB29-NWBK-6016-1331-9268-19", value: "GB29-NWBK-6016-1331-9268-19" },
    { text: "pay to DE89370400440532013000", value: "DE89370400440532013000" },
  ],
  misses: [
    { text: "IBAN PS072435171802145240705922007", why: "the check holds, but a bank is four letters there" },
    { text: "IBAN DE89 3704 0044 0532 0130", why: "too short for the country" },
    { text: "IBAN GB30 NWBK 6016 1331 9268 19", why: "the check fails" },
    { text: "AB12 is the room", why: "too short" },
  ],
};
