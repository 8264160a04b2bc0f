import fc from "fast-check";
import { attachmentText, extract as extractTree } from "../../src/extract/index.ts";
import type { SourceFile } from "../../src/extract/index.ts";

const extract = (file: SourceFile) => attachmentText(extractTree(file));

const heads = ["", "%PDF-", "PK\u0003\u0004", "<?xml ", "<html>", "{", "[", "BEGIN:VCARD\n", "\u00FF\u00FE", "\u00FE\u00FF", "\u00EF\u00BB\u00BF", "MIME-Version: 1.0\n", "{\\rtf", "<a x=\"", "<!--", "<![CDATA["];
const names = ["a.txt", "a.html", "a.xml", "a.json", "a.ics", "a.eml", "a.pdf", "a"];
const contents = fc.tuple(fc.constantFrom(...heads), fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 400 }).map((text) => new TextEncoder().encode(text))))
  .map(([head, rest]) => new Uint8Array([...Array.from(head, (char) => char.charCodeAt(0)), ...rest]));

test("whatever the bytes, the answer is one of three and keeps its promises", () => {
  fc.assert(fc.property(fc.constantFrom(...names), contents, (name, bytes) => {
    const { status, reason, parts } = extract({ name, bytes });
    expect(reason === undefined).toBe(status === "scanned");
    if (status !== "unread") expect(parts.some((part) => /\S/.test(part.content))).toBe(true);
  }), { numRuns: 3000 });
});

test("plain text of any script comes back whole, in UTF-8 and UTF-16", () => {
  const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 })
    .filter((text) => /^[\p{L}\p{N}\p{Zs}.,-]+$/u.test(text) && /\S/.test(text));
  fc.assert(fc.property(words, (text) => {
    expect(extract({ name: "a.txt", bytes: new TextEncoder().encode(text) }).parts).toEqual([{ format: "text", content: text }]);
    expect(extract({ name: "a.txt", bytes: new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")) }).parts).toEqual([{ format: "text", content: text }]);
  }));
});
