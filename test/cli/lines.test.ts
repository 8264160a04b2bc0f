import { linesOf } from "../../src/cli/lines.ts";

async function split(chunks: readonly Uint8Array[], most = 100): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf((async function* () { yield* chunks; })(), most)) lines.push(line.kind === "text" ? line.text : `too long: ${line.head.slice(0, 5)}`);
  return lines;
}
const bytes = (text: string) => new TextEncoder().encode(text);
/** The same bytes in chunks of every size: where a chunk ends must not matter. */
const chunked = (whole: Uint8Array, size: number) => Array.from({ length: Math.ceil(whole.length / size) }, (_, i) => whole.subarray(i * size, (i + 1) * size));

test.each([
  ["a\nb\n", ["a", "b"]], ["a\nb", ["a", "b"]], ["a\r\nb\r\n", ["a", "b"]], ["\n\na\n", ["", "", "a"]], ["", []], ["\n", [""]],
  ["\uFEFFa\n\uFEFFb\n", ["a", "\uFEFFb"]], ["é😀\nü\n", ["é😀", "ü"]], ["a\rb\n", ["a\rb"]],
  [`${"x".repeat(101)}\nb\n`, ["too long: xxxxx", "b"]], [`${"x".repeat(100)}\nb\n`, ["x".repeat(100), "b"]], [`a\n${"y".repeat(5000)}`, ["a", "too long: yyyyy"]],
])("%j", async (text, lines) => {
  for (const size of [1, 2, 3, 7, 64, 10_000]) expect(await split(chunked(bytes(text), size))).toEqual(lines);
});
