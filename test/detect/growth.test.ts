/** How much more CPU of this process eight times the hostile input takes: 8 where the work is linear, 64 where it is quadratic. */
import { assessText } from "./draft.ts";

const HOSTILE: readonly (readonly [string, string, "text" | "html"])[] = [
  ["digits", "1", "text"], ["spaced digits", "12 ", "text"], ["dots", ".", "text"], ["spaces", " ", "text"], ["at signs", "@", "text"], ["addresses", "a@b.", "text"], ["brackets", "(", "text"],
  ["dashes", "1-", "text"], ["capital words", "Maria Lopez ", "text"], ["initials", "J.S.", "text"], ["cues", "MRN ", "text"], ["cues and colons", "MRN: ", "text"], ["health terms", "diabetes ", "text"],
  ["terms and names", "Maria Lopez diabetes ", "text"], ["quotes", "> ", "text"], ["lines", "a\n", "text"], ["headers", "From: a\nSent: b\n", "text"], ["valedictions", "Thanks,\n", "text"], ["table heads", "name,dob,mrn\n", "text"],
  ["heads in a line", "mrn,dob,", "text"], ["segments", "PID|1||", "text"], ["links", "http://a ", "text"], ["street words", "1 Oak ", "text"], ["opened tags", "<a ", "html"], ["quoted tags", "<a b=\"", "html"],
  ["quote pairs", "<a x='>'", "html"], ["cells", "<td>1</td>", "html"], ["nested quotes", "<blockquote>", "html"], ["comments", "<!--", "html"], ["styles", "<style>", "html"], ["references", "&amp;", "html"], ["ampersands", "&", "html"],
];

function cpu(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const used = process.cpuUsage(before);
  return used.user + used.system;
}

// Other programs disturb the caches: quadratic work fails every time, a disturbed measurement does not.
jest.retryTimes(4);

/** The least of several, since another process can only add. */
function work(content: string, format: "text" | "html"): number {
  return Math.min(...Array.from({ length: 3 }, () => cpu(() => void assessText(content, { format }))));
}

test.each(HOSTILE)("%s: eight times the input is far from 64 times the work", (_, piece, format) => {
  const small = piece.repeat(Math.ceil(16_000 / piece.length));
  work(small, format);
  const ratio = work(small.repeat(8), format) / Math.max(2_000, work(small, format));
  expect(ratio).toBeLessThan(24);
});
