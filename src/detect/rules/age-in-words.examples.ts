import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "he is one hundred years old", value: "one hundred years old" },
    { text: "a ninety-two-year-old woman with a fall", value: "ninety-two-year-old" },
    { text: "a ninety-three y/o female", value: "ninety-three y/o" },
    { text: "She is ninety years old.", value: "ninety years old" },
    { text: "a hundred and three years of age", value: "a hundred and three years of age" },
    { text: "his mother, aged ninety-five, fell", value: "ninety-five" },
  ],
  misses: [
    { text: "she is eighty-nine years old", why: "ages up to 89 may be told" },
    { text: "a church one hundred years old", why: "no person" },
    { text: "two hundred years old", why: "nobody is that old" },
    { text: "ninety percent of patients", why: "a share" },
    { text: "it turned ninety degrees", why: "an angle" },
  ],
};
