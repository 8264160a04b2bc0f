import { explain, faultVerdict, DEFAULT_POLICY, localeOf } from "../../src/decide/index.ts";
import { ERRORS } from "../../src/contract/index.ts";
import type { Action, ErrorCode, Reason, ReasonCode, Verdict } from "../../src/contract/index.ts";

/** All but `asked`, which stands alone: it protects what no rule holds or protects. */
const CODES: readonly ReasonCode[] = [
  "phi-in-subject", "several-patients", "sensitive-class", "personal-webmail", "unread-attachment", "phi-outside", "phi-partner", "policy-rule",
];
const LOCALES = ["en", "es"] as const;

function verdict(action: Action, codes: readonly ReasonCode[], then: Action = action): Verdict {
  const reasons: readonly Reason[] = codes.map((code, index) => ({ ruleId: `rule-${index}`, then, code }));
  return {
    action, reasons, protections: { header: false },
    counts: {
      byPart: {}, patients: 123_456, recipients: { internal: 9, partner: 9, outside: 9, webmail: 9 }, attachments: { scanned: 1, partial: 999, unread: 999 },
    },
  };
}

const subsets = Array.from({ length: 2 ** CODES.length - 1 }, (_, bits) => CODES.filter((_code, index) => ((bits + 1) >> index) & 1));

describe.each(LOCALES)("explain in %s", (locale) => {
  test("protection that was asked for is told as such", () => {
    expect(explain(verdict("protect", ["asked"]), locale).text).toMatch(locale === "en" ? /You asked/ : /Usted pidió/);
  });

  test.each(["protect", "confirm", "block"] as const)("%s: every set of reasons fits and loses none", (action) => {
    for (const codes of subsets) {
      const { text, markdown } = explain(verdict(action, codes), locale);
      expect(text.length).toBeLessThanOrEqual(500);
      expect(markdown.length).toBeLessThanOrEqual(500);
      expect((markdown.match(/- [^\r]*\./g) ?? [])).toHaveLength(codes.length);
    }
  });

  test("the same words in both forms, strictest first", () => {
    const { text, markdown } = explain(verdict("block", ["phi-in-subject", "unread-attachment", "phi-outside"]), locale);
    const plain = markdown.replace(/\*\*/g, "").replace(/- /g, "").replace(/[\r\n]+/g, " ");
    expect(plain).toBe(text);
  });

  test("a rule met twice is said once, and an allow is no reason", () => {
    const twice = explain(verdict("confirm", ["sensitive-class", "sensitive-class"]), locale);
    expect(twice).toEqual(explain(verdict("confirm", ["sensitive-class"]), locale));
    expect(explain(verdict("allow", ["policy-rule"], "allow"), locale).markdown).not.toMatch(/- /);
  });

  test.each(Object.keys(ERRORS) as ErrorCode[])("fault %s says what to do", (code) => {
    for (const onFault of ["block", "confirm"] as const) {
      const { text } = explain(faultVerdict(code, { ...DEFAULT_POLICY, onFault }), locale);
      expect(text.length).toBeLessThanOrEqual(500);
      expect(text.match(/[.:;]/g)!.length).toBeGreaterThanOrEqual(3);
      expect(text).not.toContain(code);
    }
  });

  test("only the Markdown that Outlook draws", () => {
    for (const codes of subsets) {
      const { markdown } = explain(verdict("confirm", codes), locale);
      expect(markdown.replace(/^\*\*[^*]+\*\*/, "").replace(/- /g, "")).not.toMatch(/[*_`#[\]<>|\\~]/);
    }
  });
});

test("the words a clinician meets", () => {
  expect(explain(verdict("block", ["phi-in-subject"]), "en").text).toBe(
    "This message was not sent. Patient information is in the subject, which encryption does not hide. Take it out of the subject and send again.",
  );
  expect(explain(verdict("block", ["phi-in-subject"]), "es").text).toContain("asunto");
  expect(explain(faultVerdict("DEADLINE_PASSED", DEFAULT_POLICY), "en").text).toContain("took too long");
});

test.each([["es", "es"], ["es-MX", "es"], ["ES_419", "es"], ["en-US", "en"], ["est", "en"], ["", "en"], [undefined, "en"], ["fr-FR", "en"]])(
  "localeOf %s is %s", (tag, locale) => { expect(localeOf(tag)).toBe(locale); },
);
