/** Identifiers written so that a search for their plain form would miss them, on purpose or by sloppy typing. */
import { readPlain } from "../../src/detect/text.ts";
import { assessText, valuesOf } from "./draft.ts";

const CARE = " Maria Lopez has asthma.";

test("marks heaped on one letter are never put in order all at once, which takes time in the square of their number", () => {
  const normalize = jest.spyOn(String.prototype, "normalize");
  const heap = "\u0301\u0316".repeat(500);
  const text = `Patient: Jose${heap} Lopez, MRN 00482913, asthma`;
  expect(valuesOf(assessText(text), text, "mrn")).toEqual(["00482913"]);
  const longest = Math.max(...normalize.mock.contexts.map((context) => String(context).length));
  normalize.mockRestore();
  expect(longest).toBeLessThan(100);
});

describe("look-alike letters", () => {
  test.each([
    ["Cyrillic in a Latin word", "Patient: M\u0430ri\u0430 L\u043epez, h\u0430s \u0430sthm\u0430", "name-labelled", "M\u0430ri\u0430 L\u043epez"],
    ["Cyrillic in a cue", "\u041cRN 00482913 asthma", "mrn", "00482913"],
    ["Greek in a cue", "SS\u039d: 536-22-8145", "us-ssn", "536-22-8145"],
    ["a word wholly of look-alikes beside Latin text", "Patient \u041c\u0410\u0420\u0406\u0410 Lopez has \u0421\u041e\u0420D, MR\u039d 00482913", "mrn", "00482913"],
    ["small capitals", "\u1d0d\u0280\u0274 00482913", "mrn", "00482913"],
    ["letters of mathematics", "\u{1d40c}\u{1d411}\u{1d40d} 00482913", "mrn", "00482913"],
    ["a ligature", "Patient: Maria Lopez has cystic \ufb01brosis", "diagnosis", "cystic \ufb01brosis"],
  ])("%s", (_, text, rule, value) => {
    expect(valuesOf(assessText(text), text, rule)).toEqual([value]);
  });

  test("a cue wholly of look-alikes is read as Latin beside Latin text only", () => {
    const cue = "\u041c\u0412\u0406";
    const latin = `Maria Lopez, Medicare ${cue} 1EG4-TE5-MK73, has asthma`;
    expect(valuesOf(assessText(latin), latin, "us-mbi")).toEqual(["1EG4-TE5-MK73"]);
  });

  test.each([
    "\u041f\u0430\u0446\u0438\u0435\u043d\u0442 \u0432 \u0440\u0435\u0430\u043d\u0438\u043c\u0430\u0446\u0438\u0438, \u0430 \u0441\u043e\u0441\u0435\u0434 \u0434\u043e\u043c\u0430",
    "\u039f \u03b1\u03c3\u03b8\u03b5\u03bd\u03ae\u03c2 \u03ae\u03c1\u03b8\u03b5 \u03c7\u03b8\u03b5\u03c2",
  ])("real Russian and Greek stay what they are: %s", (text) => {
    expect(readPlain(text).text).toBe(text);
  });

  test("words of Greek letters keep them where they are no disguise", () => {
    for (const text of ["\u03b2-blocker and \u03b1-fetoprotein", "5 \u03bcg", "\u0394F508"]) expect(readPlain(text).text).toBe(text);
  });
});

test.each([
  ["accents as marks of their own", "Paciente: Jose\u0301 Pe\u0301rez, tiene diabetes", "name-labelled", "Jose\u0301 Pe\u0301rez"],
  ["marks struck through each character", "MRN 0\u03360\u03364\u03368\u03362\u03369\u03361\u03363\u0336 asthma", "mrn", "0\u03360\u03364\u03368\u03362\u03369\u03361\u03363\u0336"],
  ["a mark inside a cue", "S\u0332S\u0332N: 536-22-8145", "us-ssn", "536-22-8145"],
])("%s", (_, text, rule, value) => {
  expect(valuesOf(assessText(text), text, rule)).toEqual([value]);
});

describe("digits of other scripts", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["full width", "\uff10"], ["Arabic", "\u0660"], ["Persian", "\u06f0"], ["Devanagari", "\u0966"], ["Bengali", "\u09e6"], ["Gurmukhi", "\u0a66"], ["Tamil", "\u0be6"], ["Thai", "\u0e50"], ["Khmer", "\u17e0"],
    ["bold", "\u{1d7ce}"], ["superscript", ""],
  ];
  test.each(cases)("%s", (name, zero) => {
    const digit = (d: string): string => (name === "superscript" ? "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(Number(d)) : String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(d)));
    const value = "00482913".replace(/\d/g, digit);
    const text = `MRN ${value}${CARE}`;
    expect(valuesOf(assessText(text), text, "mrn")).toEqual([value]);
  });

  test("a raised digit alone stays a note or a power", () => {
    expect(readPlain("BMI 31 kg/m\u00b2, note\u00b9").text).toBe("BMI 31 kg/m\u00b2, note\u00b9");
  });
});

describe("characters that are not seen", () => {
  test.each(["\u200b", "\u00ad", "\u2060", "\u180e", "\u3164", "\u115f", "\u061c", "\u{e0020}", "\u{e0101}", "\ufeff", "\0", "\u0007"])("%j", (hidden) => {
    const text = `SSN 536${hidden}-22-8145`;
    expect(valuesOf(assessText(text), text, "us-ssn")).toEqual([`536${hidden}-22-8145`]);
  });
});

describe("digits apart", () => {
  test.each([
    ["SSN: 5 3 6 - 2 2 - 8 1 4 5", "us-ssn", "5 3 6 - 2 2 - 8 1 4 5"],
    ["SSN 5 3 6 2 2 8 1 4 5", "us-ssn", "5 3 6 2 2 8 1 4 5"],
    ["SSN: 5.3.6.2.2.8.1.4.5", "us-ssn", "5.3.6.2.2.8.1.4.5"],
    ["SSN 5-3-6-2-2-8-1-4-5", "us-ssn", "5-3-6-2-2-8-1-4-5"],
    ["SSN 5_3_6_2_2_8_1_4_5", "us-ssn", "5_3_6_2_2_8_1_4_5"],
    ["SSN: 5 3 6  2 2  8 1 4 5", "us-ssn", "5 3 6  2 2  8 1 4 5"],
    ["her social is 5 3 6 - 2 2 - 8 1 4 5, she says", "us-ssn", "5 3 6 - 2 2 - 8 1 4 5"],
    ["SSN 536/22/8145", "us-ssn", "536/22/8145"],
    ["SSN 53 62 28 145", "us-ssn", "53 62 28 145"],
    ["SSN: 5 3 6 2 2 8145", "us-ssn", "5 3 6 2 2 8145"],
    ["SSN 536-22-8l45", "us-ssn", "536-22-8l45"],
    ["SSN 5O6-22-8I45", "us-ssn", "5O6-22-8I45"],
    ["MRN 0 0 4 8 2 9 1 3", "mrn", "0 0 4 8 2 9 1 3"],
    ["MRN: 0.0.4.8.2.9.1.3", "mrn", "0.0.4.8.2.9.1.3"],
    ["phone: (2 1 2) 5 5 5 - 0 1 4 2", "us-phone", "(2 1 2) 5 5 5 - 0 1 4 2"],
    ["DOB 0 3 / 1 4 / 1 9 6 1", "date-of-birth", "0 3 / 1 4 / 1 9 6 1"],
  ])("%s", (text, rule, value) => {
    expect(valuesOf(assessText(text), text, rule)).toEqual([value]);
  });

  test("a published number is told in that spelling too", () => {
    const found = assessText("SSN 1 2 3 - 4 5 - 6 7 8 9, has asthma").findings.find((f) => f.ruleId === "us-ssn");
    expect(found).toMatchObject({ phi: false, evidence: expect.arrayContaining([expect.objectContaining({ kind: "test-value" })]) });
  });

  test.each(["Pain 0 1 2 3 4 5 6 7 8 9 10", "Steps 1. 2. 3. 4. 5. 6. 7. 8.", "Scores\t1\t2\t3\t4\t5\t6\t7\t8\t9", "Release 1.2.3.4.5.6.70"])("a scale, a list or a version is none: %s", (text) => {
    expect(assessText(text).findings.filter((f) => f.part !== "health")).toEqual([]);
  });
});

describe("letters apart", () => {
  test.each([
    ["S S N 536-22-8145", "us-ssn", "536-22-8145"],
    ["D.O.B. 03/14/1961", "date-of-birth", "03/14/1961"],
    ["M R N 00482913", "mrn", "00482913"],
    ["Patient: M a r i a  L o p e z, asthma", "name-labelled", "M a r i a  L o p e z"],
  ])("%s", (text, rule, value) => {
    expect(valuesOf(assessText(text), text, rule)).toEqual([value]);
  });
});

describe("broken lines", () => {
  test.each([
    ["a soft wrap", "MRN 0048=\n2913 asthma", "mrn", "0048=\n2913"],
    ["a soft wrap of Windows", "SSN 536-2=\r\n2-8145", "us-ssn", "536-2=\r\n2-8145"],
    ["a soft wrap in a phrase", "Maria Lopez has type 2 =\ndiabetes", "diagnosis", "type 2 =\ndiabetes"],
    ["coded characters beside soft wraps", "Patient: Jos=C3=A9 P=C3=A9rez has a cough that did not get any better since Mon=\nday", "name-labelled", "Jos=C3=A9 P=C3=A9rez"],
    ["after the hyphen", "SSN: 536-22-\n8145", "us-ssn", "536-22-\n8145"],
    ["after the hyphen, Windows", "SSN: 536-22-\r\n8145", "us-ssn", "536-22-\r\n8145"],
    ["after the hyphen, quoted", "> SSN: 536-22-\n> 8145", "us-ssn", "536-22-\n> 8145"],
    ["inside a Social Security number", "SSN: 536-2\n2-8145", "us-ssn", "536-2\n2-8145"],
    ["inside a record number", "MRN: 0048\n2913\nasthma", "mrn", "0048\n2913"],
    ["inside a quoted record number", "> MRN: 0048\n> 2913\n> asthma", "mrn", "0048\n> 2913"],
    ["after the area code", "Call (212)\n555-0142", "us-phone", "(212)\n555-0142"],
    ["inside an address", "write to maria.lopez@\nexample.com", "email-address", "maria.lopez@\nexample.com"],
  ])("%s", (_, text, rule, value) => {
    expect(valuesOf(assessText(text), text, rule)).toEqual([value]);
  });

  test("the next line's own number is no part of the one before", () => {
    for (const text of ["MRN: 00482913\n3/14/1961", "MRN: 00482913\n2 tablets daily", "MRN: 00482913\n4411"]) expect(valuesOf(assessText(text), text, "mrn")).toEqual(["00482913"]);
    expect(assessText("Name\n=====\nMRN 00482913").findings.map((f) => f.ruleId)).toContain("mrn");
  });
});

describe("what HTML keeps from the eye", () => {
  test.each([
    ["an address behind a name", "<p><a href=\"mailto:maria.lopez@example.com\">Maria</a> has asthma</p>", "email-address", "mailto:maria.lopez@example.com"],
    ["an address in code", "<p><a href='&#109;ailto:maria%2Elopez&#64;example.com'>here</a></p>", "email-address", "&#109;ailto:maria%2Elopez&#64;example.com"],
    ["a number behind a word", "<p>Maria Lopez has asthma, <a href=\"tel:+12125550142\">call</a></p>", "us-phone", "tel:+12125550142"],
    ["a text message", "<a href=sms:2125550142>here</a>", "us-phone", "sms:2125550142"],
    ["no style shows it", "<p style=\"display:none\">Patient Maria Lopez, MRN 00482913, asthma</p>", "mrn", "00482913"],
    ["letters of no size", "Asthma <span style=\"font-size:0px;color:white\">MRN 00482913</span>", "mrn", "00482913"],
    ["white on white", "Asthma <span style=\"color:#fff\">MRN 00482913</span>", "mrn", "00482913"],
    ["a comment", "Asthma <!-- MRN 00482913 -->", "mrn", "00482913"],
    ["a picture's words", "Asthma <img src=x alt=\"MRN 00482913\">", "mrn", "00482913"],
    ["a hint", "Asthma <span title=\"MRN 00482913\">chart</span>", "mrn", "00482913"],
    ["a field", "Asthma, MRN <input value=\"00482913\">", "mrn", "00482913"],
    ["a number in pieces", "SSN 5<b>3</b>6-<i>22</i>-81<span>45</span>", "us-ssn", "5<b>3</b>6-<i>22</i>-81<span>45"],
    ["a number in references", "&#83;SN: &#53;36&#45;22&#x2d;8145", "us-ssn", "&#53;36&#45;22&#x2d;8145"],
    ["a number with hidden digits inside", "SSN 53<span style='display:none'>99</span>6-22-8145", "us-ssn", "53<span style='display:none'>99</span>6-22-8145"],
    ["a number with a comment inside", "SSN 536<!-- 7 -->-22-8145", "us-ssn", "536<!-- 7 -->-22-8145"],
    ["a number over two lines", "SSN 536-22-<br>8145", "us-ssn", "536-22-<br>8145"],
    ["digits apart with blanks that do not break", "SSN 5&nbsp;3&nbsp;6&nbsp;2&nbsp;2&nbsp;8&nbsp;1&nbsp;4&nbsp;5", "us-ssn", "5&nbsp;3&nbsp;6&nbsp;2&nbsp;2&nbsp;8&nbsp;1&nbsp;4&nbsp;5"],
  ])("%s", (_, content, rule, value) => {
    expect(valuesOf(assessText(content, { format: "html" }), content, rule)).toEqual([value]);
  });

  test("the quoted thread and the signature stay what they are beside it", () => {
    const content = "<p>See below.</p><!-- MRN 00482913 --><p>Thanks,<br>Ann Reed, MD<br>(212) 555-0142</p><blockquote>Patient Maria Lopez has asthma.</blockquote>";
    const sections = assessText(content, { format: "html" }).findings.map((f) => [f.ruleId, f.section]);
    expect(sections).toEqual(expect.arrayContaining([["us-phone", "signature"], ["diagnosis", "quoted"], ["mrn", "authored"]]));
  });

  test("a mail's own link texts are not found twice", () => {
    const content = "<p>Patient Maria Lopez has asthma: <a href=\"mailto:maria.lopez@example.com\">maria.lopez@example.com</a></p>";
    expect(valuesOf(assessText(content, { format: "html" }), content, "email-address")).toEqual(["maria.lopez@example.com"]);
  });
});

describe("pages that a machine misread", () => {
  test.each([
    ["digits in a name", "Pat1ent: R0SAL1ND TUTTLE, osteomyelitis", "name-labelled", "R0SAL1ND TUTTLE"],
    ["digits in a disease", "Patient: Rosalind Tuttle, 0steomye1itis of the heel", "diagnosis", "0steomye1itis"],
    ["a digit in a cue", "Rosalind Tuttle, D0B O4/l7/l938, asthma", "date-of-birth", "O4/l7/l938"],
    ["an abbreviation at the end", "Patient: Rosalind Tuttle needs a P1CC", "procedure", "P1CC"],
    ["two letters for one, beside a word with a digit", "Patient: Rosalind Tuttle takes metforrnin, b1ood drawn", "drug-name", "metforrnin"],
    ["a letter for another, beside a word with a digit", "Pat1ent: Rosalind Tuttle has hypertenslon", "diagnosis", "hypertenslon"],
  ])("%s", (_, text, rule, value) => {
    const assessment = assessText(text);
    expect(valuesOf(assessment, text, rule)).toEqual([value]);
    expect(assessment.phi).toBe(true);
  });

  test("codes, short words and what is joined to others are left as they are", () => {
    const text = "Rosalind Tuttle: B12, S1, H1N1, part 4STHM4, build-b1ood, c0ugh@b.example, 8055";
    expect(assessText(text).findings.filter(({ part }) => part === "health")).toEqual([]);
  });

  test("letters are not doubted where nothing was misread", () => {
    const text = "Rosalind Tuttle spells it metforrnin and hypertenslon";
    expect(assessText(text).findings.filter(({ part }) => part === "health")).toEqual([]);
  });
});
