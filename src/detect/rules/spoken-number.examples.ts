import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Her chart number's five five, oh eight, one six", value: "five five, oh eight, one six" },
    { text: "the social is nine oh oh, one two, three four five six", value: "nine oh oh, one two, three four five six" },
    { text: "member id is alpha bravo niner niner two seven one zero four", value: "niner niner two seven one zero four" },
    { text: "account ends in double three, seven, nine, one", value: "double three, seven, nine, one" },
  ],
  misses: [
    { text: "one or two of the three charts", why: "no run of digits" },
    { text: "call five five five, oh one oh, oh one nine nine", why: "no word for a number of care" },
  ],
};
