import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // Ofcom's numbers for drama; the others have a national number of zeros and ones or none that is given out.
  hits: [
    { text: "his brother in London: +44 20 7946 0000", value: "+44 20 7946 0000" },
    { text: "call +44 (0)20 7946 0001", value: "+44 (0)20 7946 0001" },
    { text: "mobile +447700900000.", value: "+447700900000" },
    { text: "call (+44) 7700 900001 after five", value: "(+44) 7700 900001" },
    { text: "+33 1 00 00 00 00", value: "+33 1 00 00 00 00" },
    { text: "cell +91-10000-00000", value: "+91-10000-00000" },
    { text: "phone +39 06 000 0000", value: "+39 06 000 0000" },
    { text: "+49 30.000000", value: "+49 30.000000" },
    { text: "tel 0044 7700 900002", value: "0044 7700 900002" },
    { text: "phone from here: 011 44 7700 900003", value: "011 44 7700 900003" },
    { text: "phone 00447700900004", value: "00447700900004" },
  ],
  misses: [
    { text: "+44 20 7946", why: "too short for the plan" },
    { text: "+44 20 7946 00001234", why: "too long for the plan" },
    { text: "up +20 000 000 this year", why: "no national number begins with 0 there" },
    { text: "+999 1234 5678", why: "no calling code" },
    { text: "order 0044 7700 900006", why: "an order" },
    { text: "00447700900005", why: "digits alone, without a word for a telephone" },
    { text: "call +1 212 555 0147", why: "the North American plan is another rule's" },
  ],
};
