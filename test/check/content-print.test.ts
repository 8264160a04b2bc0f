import fc from "fast-check";
import { contentPrint } from "../../src/check/content-print.ts";

test("the same content has the same print; any other has another", () => {
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (content, where, unit) => {
    const at = where % content.length;
    const other = content.slice(0, at) + unit + content.slice(at + 1);
    expect(contentPrint(content)).toMatch(/^[\da-f]{32}$/);
    expect(contentPrint(other) === contentPrint(content)).toBe(other === content);
    expect(contentPrint(`${content}A`)).not.toBe(contentPrint(content));
  }), { numRuns: 2000 });
});

test("a hundred thousand contents that differ little share no print", () => {
  const prints = new Set(Array.from({ length: 100_000 }, (_, n) => contentPrint(`UEsDBBQ${n}AAAA${n % 7}==`)));
  expect(prints.size).toBe(100_000);
  // Nor do the halves of the prints, which tell that all lanes take part.
  expect(new Set([...prints].map((print) => print.slice(16))).size).toBe(100_000);
});
