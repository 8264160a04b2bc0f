import { readHtml } from "../../src/detect/html.ts";
import { sourceSpan } from "../../src/detect/text.ts";

/** What is not shown is read below the rest. */
const APART = "\n\n\n\n";

test.each([
  ["<p>one</p><p>two</p>", "one\ntwo"],
  ["one<br>two<br><br>three", "one\ntwo\n\nthree"],
  ["<table><tr><td>a</td><td><p>b</p></td></tr><tr><td>c</td></tr></table>", "a\tb\nc"],
  ["a\n   b", "a b"],
  ["<pre>a\n  b</pre>", "a\n  b"],
  ["x<style>p{color:red}</style>y<script>1</script>z", "xyz"],
  ["a<!-- hidden -->b", `ab${APART}hidden`],
  ["a<!--[if mso]><p>for Word</p><![endif]-->b", `ab${APART}for Word`],
  ["a<!--[if !mso]><!-->b<!--<![endif]-->c", "abc"],
  ["a<!-->b<!--->c<!-- d --!>e", `abce${APART}d`],
  ["2<span style='display: none'>7</span>19", `219${APART}7`],
  ["<p>a <span style=\"font-size:0\">b <span>c</span> d</span> e</p>", `a e${APART}b c d`],
  ["<div style=\"visibility:hidden\"><p>one</p><p>two</p></div>three", `three${APART}one\ntwo`],
  ["<div style=\"display:none\">never closed<p>two</p>", "never closed\ntwo"],
  ["<title>of the page</title>text<template>kept</template>", `text${APART}of the page\nkept`],
  ["<td style='font-size:0px'>shown all the same</td>", "shown all the same"],
  ["<![CDATA[read]]>a<!doctype html>b<?xml version='1.0'?>", `ab${APART}read]]`],
  ["<img alt='a chart' src=x>after<input value='in place'>", `after in place${APART}a chart`],
  ["<img alt='A picture containing text&#10;&#10;Description automatically generated'>after", "after"],
  ["<a href='mailto:ann@example.com'>Ann</a> wrote", "Ann (ann@example.com) wrote"],
  ["<a href=\"mailto:ann@example.com\">Ann@Example.com</a> wrote", "Ann@Example.com wrote"],
  ["<a href=tel:+1-212-555-0142>call</a>, <a href='tel:+12125550142'>(212) 555-0142</a>", "call (phone +1-212-555-0142) , (212) 555-0142"],
  ["<a href='mailto:ann%40example.com?subject=labs%20of%20Monday'>here</a>", "here (ann@example.com labs of Monday)"],
  ["<a href='https://news.example/patient-safety'>news</a>", "news"],
  ["<a href='https://portal.example/chart?mrn=00482913'>chart</a>", "chart (https://portal.example/chart?mrn=00482913)"],
  ["A&amp;B &#77;&#x52;N&nbsp;1 &unknown;", "A&B MRN 1 &unknown;"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["M\u200bR\u00adN \uff11\uff12\uff13", "MRN 123"],
  ["<img src=\"data:image/png;base64,AAAA\" alt='x'>after", "after"],
  ["<a title=\"never closed>still read", "still read"],
  ["<!-- never closed <b>still</b> read", "never closed still read"],
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
  ["a<!-- Maria -->b", "Maria", "Maria"],
  ["<a href='mailto:ann%40example.com'>here</a>", "ann@example.com", "mailto:ann%40example.com"],
  ["<p style='display:none'>one <b>two</b></p>three", "one two", "one <b>two"],
])("spans point into the source: %s", (html, part, expected) => {
  const read = readHtml(html);
  const start = read.text.indexOf(part);
  const span = sourceSpan(read, start, start + part.length);
  expect(html.slice(span.start, span.end)).toBe(expected);
});
