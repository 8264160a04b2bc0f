import fc from "fast-check";
import { assess, htmlToText, maskedExcerpt } from "../../src/detect/index.ts";
import { assessText, draft } from "./draft.ts";

/** Pieces of mail, mixed at random: what rules react to, and what breaks readers. */
const PIECES = [
  "Patient", "Maria Lopez", "LOPEZ, MARIA", "Mrs. Alvarez", "Dr. Bell", "MRN 00482913", "SSN: 219-09-9999", "DOB 03/14/1961", "1EG4-TE5-MK73", "type 2 diabetes", "metformin 500 mg BID",
  "(212) 555-0142", "maria.lopez@example.com", "https://portal.example.org/patient/00482913", "1847 Lincoln Blvd, Salamonia, IN 47381", "Thanks,", "Ann Reed, MD", "From: A", "Sent: B", "To: C",
  "-----Original Message-----", "> quoted", "CONFIDENTIALITY NOTICE", "name,dob,mrn", "PID|1||175994^^^MERCY^MR||", "\n", "\n\n", "\t", " ", ", ", "|", "\u200b", "\u00a0", "👩‍⚕️", "é", "&nbsp;", "&#x41;", "<", ">", "<p>", "</p>", "<td>", "\"", "'", "<!--", "-->", "<style>", "É", "漢字", "\ud800",
];
const mail = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 40 }).map((pieces) => pieces.join(" "));

test.each(["text", "html"] as const)("never throws, keeps offsets in range and answers the same twice (%s)", (format) => {
  fc.assert(fc.property(mail, (content) => {
    const first = assessText(content, { format });
    for (const f of first.findings) {
      expect(f.start).toBeGreaterThanOrEqual(0);
      expect(f.end).toBeGreaterThan(f.start);
      expect(f.end).toBeLessThanOrEqual(content.length);
      expect(maskedExcerpt(content, format, f)).toEqual(expect.any(String));
    }
    expect(Number.isInteger(first.score) && first.score >= 0 && first.score <= 100).toBe(true);
    expect(assessText(content, { format })).toEqual(first);
  }), { numRuns: 300 });
});

test("evidence never holds the matched value of an identifier", () => {
  fc.assert(fc.property(mail, (content) => {
    for (const f of assessText(content).findings) {
      if (f.part === "health") continue;
      const digits = content.slice(f.start, f.end).replace(/\D/g, "");
      if (digits.length >= 5) expect(JSON.stringify(f.evidence)).not.toContain(digits);
    }
  }), { numRuns: 200 });
});

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const plainPieces = PIECES.filter((piece) => !/[<>&\t"'|\ud800\u200b]|From|Sent|To:|Original|quoted/.test(piece));
/** Without doubled blanks, which HTML does not show. */
const lines = fc.array(fc.array(fc.constantFrom(...plainPieces.filter((p) => !/\s{2}|\n/.test(p) && p.trim() !== "")), { minLength: 1, maxLength: 5 }).map((p) => p.join(" ").replace(/ {2,}/g, " ").trim()), { minLength: 1, maxLength: 8 });

test("HTML and plain text of the same mail agree", () => {
  fc.assert(fc.property(lines, (rows) => {
    const text = assessText(rows.join("\n"));
    const html = assessText(rows.map((row) => `<div>${escape(row)}</div>`).join(""), { format: "html" });
    expect({ phi: html.phi, score: html.score, rules: html.findings.map((f) => f.ruleId) }).toEqual({ phi: text.phi, score: text.score, rules: text.findings.map((f) => f.ruleId) });
  }), { numRuns: 200 });
});

test("benign text far away changes no identifier's confidence", () => {
  const far = "\n\nThe picnic is on the lawn, and everyone brings a dish to share with the others.\n".repeat(20);
  // Cue words reach back some 25 characters, and a passage is some 45 words: what stands right above or below is not far.
  const between = "\n\nNothing else is planned for that day, and the week after it is quiet as well.\n\n".repeat(4);
  fc.assert(fc.property(lines, fc.boolean(), (rows, below) => {
    const text = rows.join("\n");
    const of = (above: string, under: string): readonly string[] => assessText(above + text + under).findings
      .filter((f) => f.start >= above.length && f.end <= above.length + text.length).map((f) => `${f.ruleId}:${f.start - above.length}:${f.confidence}`);
    expect(below ? of("", between + far) : of(far + between, "")).toEqual(below ? of("", between) : of(between, ""));
  }), { numRuns: 100 });
});

test("the text of HTML maps back to where each character stood", () => {
  const source = "<p>Patient <b>Maria</b> Lopez, MRN&nbsp;00482913</p>";
  const found = assess(draft(source, { format: "html" })).findings.find((f) => f.ruleId === "mrn");
  expect(source.slice(found?.start, found?.end)).toBe("00482913");
  expect(htmlToText("<td>a</td><td>b</td></tr>c").text).toBe("a\tb\nc");
});
