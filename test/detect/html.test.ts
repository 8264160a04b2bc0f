import { readHtml } from "../../src/detect/html.ts";
import { sourceSpan } from "../../src/detect/text.ts";

test.each([
  ["<p>one</p><p>two</p>", "one\ntwo"],
  ["one<br>two<br><br>three", "one\ntwo\n\nthree"],
  ["<table><tr><td>a</td><td><p>b</p></td></tr><tr><td>c</td></tr></table>", "a\tb\nc"],
  ["a\n   b", "a b"],
  ["<pre>a\n  b</pre>", "a\n  b"],
  ["x<style>p{color:red}</style>y<script>1</script>z", "xyz"],
  ["a<!-- hidden -->b", "ab"],
  ["a<!--[if mso]><p>no</p><![endif]-->b", "ab"],
  ["A&amp;B &#77;&#x52;N&nbsp;1 &unknown;", "A&B MRN 1 &unknown;"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["M\u200bR\u00adN \uff11\uff12\uff13", "MRN 123"],
  ["<img src=\"data:image/png;base64,AAAA\" alt='x'>after", "after"],
  ["<a title=\"never closed>still read", "still read"],
  ["<!-- never closed <b>still</b> read", "still read"],
  ["<style>never closed", "never closed"],
  ["ends in <b", "ends in <b"],
])("%s", (html, text) => {
  expect(readHtml(html).text.trim()).toBe(text);
});

test.each([
  ["<p>a <b>Maria</b> Lopez</p>", "Maria Lopez", "Maria</b> Lopez"],
  ["MRN&nbsp;00482913.", "00482913", "00482913"],
  ["5&#51;6", "536", "5&#51;6"],
  ["M\u200bRN", "MRN", "M\u200bRN"],
])("spans point into the source: %s", (html, part, expected) => {
  const read = readHtml(html);
  const start = read.text.indexOf(part);
  const span = sourceSpan(read, start, start + part.length);
  expect(html.slice(span.start, span.end)).toBe(expected);
});
