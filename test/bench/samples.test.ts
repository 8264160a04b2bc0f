import { draftOf, offsetInRow } from "../../scripts/bench/corpus.ts";
import { bootstrapShare, seeded } from "../../scripts/bench/random.ts";
import { generateSamples } from "../../scripts/bench/samples.ts";

const files = generateSamples(1);

describe("generated samples", () => {
  test("the same seed gives the same rows, another seed others", () => {
    expect(generateSamples(1)).toEqual(files);
    expect(generateSamples(2)).not.toEqual(files);
  });

  test("every label stands in its text and holds something", () => {
    const labels = files.flatMap(({ rows }) => rows.flatMap((row) => row.labels.map((label) => ({ row, label }))));
    expect(labels.length).toBeGreaterThan(1000);
    for (const { row, label } of labels) expect(row.text.slice(label.start, label.end).trim()).toHaveLength(label.end - label.start);
  });

  test("ids are unique and few texts repeat", () => {
    const rows = files.flatMap((file) => file.rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ text }) => text)).size).toBeGreaterThan(rows.length * 0.9);
  });

  test("every row of a PHI file labels a patient", () => {
    const rows = files.filter(({ name }) => name.startsWith("positives-phi")).flatMap((file) => file.rows);
    expect(rows.filter(({ labels }) => !labels.some(({ role }) => role === "subject"))).toEqual([]);
  });
});

describe("draftOf", () => {
  test("takes a subject line off the body, and offsets lead back", () => {
    const text = "Subject: Re: labs\n\nHello";
    const { draft, bodyAt } = draftOf({ id: "a", text, labels: [] });
    expect(draft.subject).toBe("Re: labs");
    expect(text.slice(offsetInRow("subject", 4, bodyAt))).toBe("labs\n\nHello");
    expect(text.slice(offsetInRow("body", draft.body.content.indexOf("Hello"), bodyAt))).toBe("Hello");
  });

  test.each([["no subject line", "Hello\nSubject: x", "", "Hello\nSubject: x"], ["nothing but a subject", "Subject: x", "x", ""]])("%s", (_, text, subject, body) => {
    const { draft } = draftOf({ id: "a", text, labels: [] });
    expect([draft.subject, draft.body.content]).toEqual([subject, body]);
  });
});

describe("bootstrapShare", () => {
  test("holds the share and narrows with more rows", () => {
    const few = bootstrapShare(8, 10, 3);
    const many = bootstrapShare(800, 1000, 3);
    for (const { low, high } of [few, many]) {
      expect(low).toBeLessThanOrEqual(0.8);
      expect(high).toBeGreaterThanOrEqual(0.8);
    }
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
  });

  test("no rows, no interval", () => expect(bootstrapShare(0, 0, 3)).toEqual({ low: 0, high: 0 }));
});

test("seeded stays in [0, 1) and repeats", () => {
  const draw = (seed: number): number[] => {
    const random = seeded(seed);
    return Array.from({ length: 1000 }, random);
  };
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5).every((x) => x >= 0 && x < 1)).toBe(true);
});
