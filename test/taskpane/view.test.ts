import type { Body, Finding } from "../../src/contract/index.ts";
import { linesInWords } from "../../src/taskpane/findings/lines-in-words.ts";
import { foundWhat, groupsOf } from "../../src/taskpane/findings/view.ts";
import type { FindingRow, FindingWords } from "../../src/taskpane/findings/view.ts";
import { WORDING } from "../../src/taskpane/wording.ts";
import { BODY, CLEAN, DIABETES, MRN, NAME, PHONE, PROTECTED, checked, inBody } from "./build.ts";

/** Masks all but the length, so that two values of one length look the same. */
const words: FindingWords = {
  titleOf: (ruleId) => (ruleId === "unheard-of" ? undefined : ruleId.toUpperCase()),
  mask: (_: Body, { start, end }) => "•".repeat(end - start),
  lineOf: ({ content }, offset) => content.slice(0, offset).split("\n").length,
};
const groups = (...findings: readonly Finding[]) => groupsOf(checked({ assessment: { phi: true, findings } }), WORDING.en, words);
const titles = (rows: readonly FindingRow[]): readonly string[] => rows.map(({ title }) => title);

describe("groupsOf", () => {
  test("sorts into patient identifiers, the rest, and health terms", () => {
    const [message, ...others] = groups(MRN, NAME, PHONE, DIABETES);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ heading: "Message" });
    expect(titles(message!.identifiers)).toEqual(["MRN", "NAME"]);
    expect(titles(message!.alsoSeen)).toEqual(["PHONE"]);
    expect(titles(message!.health)).toEqual(["DIAGNOSIS"]);
    expect(message!.identifiers[0]).toMatchObject({ masked: "••••••••", lines: [2], times: 1 });
  });

  test("subject, message and quoted thread come in this order, and only where something stands in them", () => {
    const quoted: Finding = { ...NAME, section: "quoted" };
    const subject: Finding = { ...MRN, where: { kind: "subject" }, start: 0, end: 4 };
    expect(groups(quoted, MRN, subject).map(({ heading }) => heading)).toEqual(["Subject", "Message", "Quoted thread"]);
    expect(groups(subject)[0]!.identifiers[0]!.lines).toEqual([]);
  });

  test("the same value said twice makes one row with both lines and the stronger confidence", () => {
    const again = inBody("Pat Sample", { ruleId: "name", part: "A", confidence: "high" }, BODY.indexOf("Pat Sample") + 1);
    const [row, ...others] = groups(NAME, again)[0]!.identifiers;
    expect(others).toEqual([]);
    expect(row).toMatchObject({ times: 2, lines: [2, 3], confidence: "high" });
  });

  test("surer findings come first", () => {
    expect(titles(groups({ ...MRN, confidence: "low" }, NAME)[0]!.identifiers)).toEqual(["NAME", "MRN"]);
  });

  test("every attachment has its group, found or not, with its name, status and the text that the finding stands in", () => {
    const where = { kind: "attachment", index: 1, part: 0 } as const;
    const all = groupsOf(checked({
      draft: { attachments: ["a.docx", ""].map((name, index) => ({ id: `${index}`, name, size: 1, kind: "file", inline: false })) },
      texts: [{ name: "a.docx", status: "unread", reason: "encrypted", parts: [] }, { name: "", status: "scanned", parts: [{ format: "text", content: "x\nMRN 1" }] }],
      assessment: { attachments: [{ status: "unread", reason: "encrypted" }, { status: "scanned" }], findings: [{ ...MRN, where, start: 6, end: 7 }] },
    }), WORDING.en, words);
    expect(all.map(({ heading, name, scan }) => [heading, name, scan?.status])).toEqual([["Attachment 1", "a.docx", "unread"], ["Attachment 2", "", "scanned"]]);
    expect(all[1]!.identifiers[0]).toMatchObject({ masked: "•", lines: [2] });
  });

  test("what stands in the file as a whole comes before its places, so that no heading is above it that is not its own", () => {
    const named: Finding = { ...NAME, where: { kind: "attachment-name", index: 0 }, start: 0, end: 4 };
    const inside: Finding = { ...MRN, where: { kind: "attachment", index: 0, part: 0 }, start: 0, end: 3 };
    const [group] = groupsOf(checked({
      texts: [{ name: "a.txt", status: "scanned", parts: [{ format: "text", content: "MRN 1" }] }],
      assessment: { attachments: [{ status: "scanned" }], findings: [named, inside] },
    }), WORDING.en, words);
    expect(group!.identifiers.map(({ title, place }) => [title, place])).toEqual([["MRN", ""], ["NAME", "In the file's name"]]);
  });

  test("a rule that this version cannot name shows its id, and a finding without a text shows no value", () => {
    const lost: Finding = { ...MRN, ruleId: "unheard-of", where: { kind: "attachment", index: 0, part: 3 } };
    const [group] = groupsOf(checked({ assessment: { findings: [lost], attachments: [{ status: "scanned" }] } }), WORDING.en, words);
    expect(group!.identifiers[0]).toMatchObject({ title: "unheard-of", masked: "", lines: [] });
  });

  test("keys tell rows apart", () => {
    const keys = groups(MRN, NAME, PHONE, DIABETES).flatMap(({ identifiers, alsoSeen, health }) => [...identifiers, ...alsoSeen, ...health].map(({ key }) => key));
    expect(new Set(keys).size).toBe(4);
  });
});

test("foundWhat", () => {
  expect(foundWhat(groupsOf(CLEAN, WORDING.en, words))).toBe("nothing");
  expect(foundWhat(groups(PHONE))).toBe("others");
  expect(foundWhat(groupsOf(PROTECTED, WORDING.en, words))).toBe("identifiers");
});

describe("linesInWords", () => {
  const row = { lines: [], times: 1, inSignature: false };
  const cases: readonly (readonly [Partial<FindingRow>, string])[] = [
    [{}, ""],
    [{ lines: [7] }, "line 7"],
    [{ lines: [7], times: 2 }, "line 7, 2 times"],
    [{ lines: [2, 9], times: 2 }, "lines 2, 9"],
    [{ lines: [1, 2, 3, 4, 5, 6], times: 9 }, "lines 1, 2, 3, 4 and 2 more, 9 times"],
    [{ lines: [5], inSignature: true }, "your signature, line 5"],
  ];
  test.each(cases)("%j", (over, expected) => {
    expect(linesInWords({ ...row, ...over } as FindingRow, WORDING.en)).toBe(expected);
  });
});
