import fc from "fast-check";
import { linearPattern, LONGEST_VALUE } from "../../src/detect/linear-pattern.ts";

function matchAt(pattern: string, text: string, at = 0): string | undefined {
  const read = linearPattern(pattern);
  if (!read.ok) throw new Error(`${pattern}: ${read.problem.sentence}`);
  read.pattern.regex.lastIndex = at;
  return read.pattern.regex.exec(text)?.[0];
}

test.each([
  ["\\d{7}", "0048291", "0048291"],
  ["\\d{6,10}", "0048291300", "0048291300"],
  ["MRN[- ]?\\d{6}", "MRN 004829.", "MRN 004829"],
  ["MRN[- ]?\\d{6}", "mrn-004829", "mrn-004829"],
  ["[A-HJ-Z]{2}\\d{5}", "KX12345", "KX12345"],
  ["PAT-\\d{4}|\\d{4}/\\d{2}", "1234/56", "1234/56"],
  ["\\d{3}\\.\\d{3}\\.\\d{3}", "123.456.789", "123.456.789"],
  ["[A-Z\\d]\\d{4}[\\d-]{1,3}", "A12345-6", "A12345-6"],
  ["\\w{3}\\d{3}", "ab9123", "ab9123"],
])("%s takes %j", (pattern, text, value) => {
  expect(matchAt(pattern, text)).toBe(value);
});

test.each([
  ["\\d{6}", "0048291", 0, "a digit more"], ["\\d{6}", "004829a", 0, "a letter behind"], ["\\d{6}", "004829-13", 0, "a longer number with a hyphen"],
  ["\\d{4}", "212-5550", 4, "the end of a longer number"], ["\\d{6}", "x004829", 1, "a letter before"], ["\\d{4}", "12.3400", 3, "a decimal"],
  ["[A-HJ-Z]{2}\\d{5}", "IX12345", 0, "a letter outside the class"], ["\\d{3}\\.\\d{3}", "123x456", 0, "another sign than the dot"],
])("%s does not take a part of %j (%#)", (pattern, text, at) => {
  expect(matchAt(pattern, text, at)).toBeUndefined();
});

describe("what could backtrack, or match nearly everything, is refused at its place", () => {
  const attacks: readonly (readonly [pattern: string, at: number, why: RegExp])[] = [
    ["(a+)+$", 1, /groups/], ["(a|aa)+$", 1, /groups/], ["(.*a){20}", 1, /groups/], ["((\\d+)*)*", 1, /groups/], ["(?:\\d{4}){9}", 1, /groups/],
    ["(?=\\d)\\d{4}", 1, /lookaround/], ["(?<!x)\\d{4}", 1, /lookaround/], ["\\d{4}(?!x)", 6, /groups/], ["(\\d)\\1", 1, /groups/], ["\\1\\d{4}", 1, /backreferences/],
    ["\\d+", 3, /no upper bound/], ["\\d*", 3, /no upper bound/], ["\\d{4,}", 3, /both numbers/], ["\\d{,4}", 3, /both numbers/], ["\\d{1,999}", 3, /both numbers/],
    ["\\d{4}+", 6, /no upper bound/], ["\\d{2}{3}", 6, /once/], ["\\d??", 4, /once/], ["\\d{2}?", 6, /once/], ["\\d{9,4}", 3, /smaller number/], ["\\d{0}", 3, /smaller number/], ["\\d{41}", 3, /1 to 40/],
    [".{4}", 1, /any character/], ["[^a]\\d{4}", 2, /all other characters/], ["^\\d{4}", 1, /borders/], ["\\d{4}$", 6, /borders/], ["\\d{4}\\b", 6, /\\b is not taken/], ["\\s\\d{4}", 1, /\\s is not taken/], ["\\x41\\d{4}", 1, /\\x is not taken/],
    ["\\p{L}\\d{4}", 1, /\\p is not taken/], ["[A-z]\\d{4}", 2, /a range goes/], ["[9-0]\\d{4}", 2, /a range goes/], ["[\\d-x]\\d{4}", 2, /a range goes/], ["[a", 3, /not closed/], ["[]\\d{4}", 1, /empty/], ["\\d{4}]", 6, /no \[ before/],
    ["\\d{4}\\", 6, /followed by a sign/], ["é\\d{4}", 1, /is not taken/], ["", 1, /empty/], ["\\d{4}|", 7, /empty/], ["|\\d{4}", 1, /empty/], ["\\d{4}||\\d{5}", 7, /empty/],
    ["\\d{0,9}\\d{0,9}\\d{0,9}X\\d{4}", 1, /1000 ways/], [`${"\\d?".repeat(30)}\\d{4}`, 1, /ways/], ["\\d{20}\\d{20}\\d", 1, /longer than 40/], ["\\d{3}", 1, /shorter than 4/], ["[A-Z]{8}", 1, /plain word/], ["\\w{8}", 1, /plain word/],
    ["-\\d{4}", 1, /begins with a letter or a digit/], ["[- ]?\\d{4}", 1, /begins with/], [Array(11).fill("\\d{4}").join("|"), 61, /more than 10/], ["a".repeat(101), 101, /longer than 100/],
  ];
  test.each(attacks)("%s", (pattern, at, why) => {
    const read = linearPattern(pattern);
    expect(read.ok ? "taken" : read.problem).toEqual({ at, sentence: expect.stringMatching(why) });
  });
});

const piece = fc.constantFrom("\\d", "\\w", "[A-Z]", "[\\d-]", "a", "Z", "7", "-", " ", "\\.", "{3}", "{2,5}", "{1,40}", "?", "|", "(", ")", "*", "+", ".", "[", "]", "^", "\\1", "\\", "é", "{", ",");
const pattern = fc.oneof(fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")), fc.string({ maxLength: 30 }));

test("any text is answered; what is taken has a greatest length and begins as it says", () => {
  fc.assert(fc.property(pattern, fc.string({ maxLength: 80, unit: fc.constantFrom(..."0123aAzZ-. /") }), (source, text) => {
    const read = linearPattern(source);
    if (!read.ok) {
      expect(read.problem.at).toBeGreaterThanOrEqual(1);
      return;
    }
    expect(source).not.toMatch(/(?<!\\)[*+()]/);
    for (let at = 0; at < text.length; at++) {
      read.pattern.regex.lastIndex = at;
      const match = read.pattern.regex.exec(text);
      if (match === null) continue;
      expect(match[0].length).toBeLessThanOrEqual(LONGEST_VALUE);
      expect(read.pattern.first.has(text.charCodeAt(at))).toBe(true);
    }
  }), { numRuns: 1000 });
});
