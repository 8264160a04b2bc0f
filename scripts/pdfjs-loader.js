/**
 * webpack loader for pdf.js: takes out what makes code from text, loads a second script or runs WASM. None of it is needed to
 * read text, and the built Worker is held to that (`scripts/check-bundle.ts`). And it bounds what a stream unpacks to: 1 MB of
 * PDF can hold 1 GB, which took 4.7 GB of the page before its time was up. Each cut must be found as often as it says: a new pdf.js that
 * words it otherwise stops the build instead of bringing it back.
 */

/** Bytes of room for one stream, and for all streams of a file, counting each time that a stream's room is doubled. */
const MOST_OF_STREAM = 32 * 1024 * 1024;
const MOST_OF_FILE = 512 * 1024 * 1024;

/** Text, what stands in its place, how often; `files` where only one of the two files has it. */
const CUTS = [
  { from: " || Function('return this')()", to: "", times: 1 },
  { from: "return Function('return require(\"' + name + '\")')();", to: "", times: 1 },
  { from: "new Function(\"\");\n    return true;", to: "return false;", times: 1 },
  { from: "return new Function(\"src\", \"srcOffset\", \"dest\", \"destOffset\", compiled);", to: "", times: 1, file: "pdf.worker.mjs" },
  { from: "await import(\n      /*webpackIgnore: true*/\n      /*@vite-ignore*/\n      path)", to: "undefined", times: 1, file: "pdf.worker.mjs" },
  // Our own script is the Worker and speaks for it; pdf.js would answer whoever posts to it.
  { from: "if (typeof window === \"undefined\" && !isNodeJS && typeof self", to: "if (false && typeof self", times: 1, file: "pdf.worker.mjs" },
  {
    from: "const buffer2 = new Uint8Array(size);",
    to: `if (size > ${MOST_OF_STREAM} || (DecodeStream.room = (DecodeStream.room ?? ${MOST_OF_FILE}) - size) < 0) throw new FormatError("too large");\n    const buffer2 = new Uint8Array(size);`,
    times: 1, file: "pdf.worker.mjs",
  },
  // Else the browser unpacks, all at once, before anyone can count.
  { from: "#isAsync = true;", to: "#isAsync = false;", times: 1, file: "pdf.worker.mjs" },
  { from: "await import(\n      /*webpackIgnore: true*/\n      /*@vite-ignore*/\n      this.workerSrc)", to: "undefined", times: 1, file: "pdf.mjs" },
  { from: "`await import(\"${url}\");`", to: "\"\"", times: 1, file: "pdf.mjs" },
];

/** These stand in many places, all behind a `try` or in what runs under Node alone. */
const NEVER = [["WebAssembly", "undefined"], ["import.meta.url", "\"\""]];

export default function cutPdfjs(source) {
  let text = source;
  for (const { from, to, times, file } of CUTS) {
    if (file !== undefined && !this.resourcePath.endsWith(`/${file}`) && !this.resourcePath.endsWith(`\\${file}`)) continue;
    const pieces = text.split(from);
    if (pieces.length !== times + 1) throw new Error(`pdf.js has changed: "${from}" stands ${pieces.length - 1} times, not ${times}.`);
    text = pieces.join(to);
  }
  return NEVER.reduce((cut, [from, to]) => cut.replaceAll(from, to), text);
}
