/** Web address. It identifies where its path or query names a patient, a chart or a token. */
import { charTable } from "../char-table.ts";
import { defineRule } from "../rule.ts";
import { endOf, linkEndAt, startOf } from "../scan.ts";
import type { Match } from "../rule.ts";
import type { Scan } from "../scan.ts";

const PERSONAL = /patient|chart|portal|mrn|\/pt?\/|record|result|encounter|appointment|prescription|[?&](?:id|token|pid)=/i;
const LONG_ID = /\d{6,}/;
/** Addresses of care, where a UUID or an opaque token stands for one person as well. */
const OF_CARE = /patient|chart|portal|telehealth|televisit|e-?visit|appointment|prescription|pharmacy|clinic|hospital/i;
const TOKEN = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[?&][a-z_]{1,20}=(?=[\w-]{0,40}\d)[\w-]{16,200}|[?&](?:mrn|dob|ssn|pid|member_?id|email)=\w/i;
const MAY_HAVE_TOKEN = /[?&-]/;

/** Top-level domains that are no words of the language: "end.In the" is no host. Country codes as in ISO 3166. */
const TOP_LEVEL = "com org net edu gov mil int info biz io co ai app dev uk ca au nz ie eu fr nl dk fi jp cn kr il za mx br pl cz ru".split(" ");
const HOST_CHARS = charTable("AZaz09", "_.-");
const HOST = /(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,6}[a-z]{2,4}/iy;
const LONGEST_HOST = 100;
/** "it is done.Net of tax": a sentence begins without a space. */
const NEW_SENTENCE = /^[a-z][\w.-]*\.[A-Z][a-z]+$/;
const CLOSING = ".,;:!?)]}'*_";
const AFTER_HOST = /(?::\d{2,5})?(?:[/?#][^\s<>"'|]{0,500})?/y;

/** A host as people type it, without `www` and scheme, from its top-level domain back; its path belongs to it. */
function hostAt(scan: Scan, token: number): Match | undefined {
  const { text } = scan;
  const top = startOf(scan, token);
  if (text.charCodeAt(top - 1) !== 46) return undefined;
  let start = top;
  while (start > 0 && top - start < LONGEST_HOST && HOST_CHARS[text.charCodeAt(start - 1)] === 1) start--;
  const end = endOf(scan, token);
  if (/[@:/\\]/.test(text.charAt(start - 1)) || NEW_SENTENCE.test(text.slice(start, end))) return undefined;
  HOST.lastIndex = start;
  if (HOST.exec(text)?.[0].length !== end - start || /^(?:[\w@-]|\.\w)/.test(text.slice(end, end + 2))) return undefined;
  AFTER_HOST.lastIndex = end;
  let last = end + (AFTER_HOST.exec(text)?.[0].length ?? 0);
  while (last > end && CLOSING.includes(text.charAt(last - 1))) last--;
  return judged(text, start, last, "host", last === end ? 4 : 20);
}

function linkAt(scan: Scan, token: number): Match | undefined {
  const start = startOf(scan, token);
  const end = linkEndAt(scan, start);
  return end === undefined ? hostAt(scan, token) : judged(scan.text, start, end, "address", 25);
}

function judged(text: string, start: number, end: number, shape: string, points: number): Match {
  const address = text.slice(start, Math.min(end, start + 400));
  // What is rare is asked first.
  const personal = (LONG_ID.test(address) && PERSONAL.test(address)) || (MAY_HAVE_TOKEN.test(address) && TOKEN.test(address) && OF_CARE.test(address));
  return { start, end, shape: personal ? "personal-address" : shape, points, weight: personal ? 55 : 3 };
}

export const url = defineRule({
  id: "url",
  part: "N",
  title: { en: "Web address", es: "Dirección web" },
  gates: [{ kind: "link" }, { kind: "words", words: TOP_LEVEL }],
  find: linkAt,
  weight: 55,
});
