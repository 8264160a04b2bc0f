/** E-mail address in the text (RFC 5321 as people write it). Whose it is decides what it weighs. */
import { charTable } from "../char-table.ts";
import { defineRule } from "../rule.ts";
import type { Scan } from "../scan.ts";
import { startOf } from "../scan.ts";

const LOCAL = charTable("AZaz09", "_.+'-");
const DOMAIN = /@[A-Z0-9\u00c0-\uffdc](?:[A-Z0-9\u00c0-\uffdc-]{0,62}\.){1,6}(?:xn--[A-Z0-9-]{2,59}|[A-Z\u00c0-\uffdc]{2,20})/iy;
const LONGEST_LOCAL = 64;
const ROLE_ACCOUNTS = /^(?:info|billing|support|help|office|admin|contact|sales|hr|no-?reply|frontdesk|scheduling|records|privacy|team|service|webmaster|postmaster)$/i;

function addressAt(scan: Scan, token: number): { start: number; end: number; shape: string; points: number; weight: number } | undefined {
  const { text } = scan;
  const at = text.lastIndexOf("@", startOf(scan, token));
  if (at <= 0) return undefined;
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL[text.charCodeAt(start - 1)] === 1) start--;
  while (start < at && /[.'-]/.test(text.charAt(start))) start++;
  DOMAIN.lastIndex = at;
  const domain = DOMAIN.exec(text);
  if (start === at || domain === null) return undefined;
  const role = ROLE_ACCOUNTS.test(text.slice(start, at));
  return { start, end: at + domain[0].length, shape: role ? "role-account" : "address", points: 25, weight: role ? 5 : 40 };
}

/** Domains set aside for examples (RFC 2606, RFC 6761), with a name that stands for anyone's. A made-up person may have an address there too, so that the domain alone does not tell. */
const PLACEHOLDER = /^(?:test(?:er|ing|user)?|users?|user_?name|example|sample|demo|foo|bar|patient|someone|somebody|anyone|your?|your[._-]?(?:name|email)|name|first[._-]?last|email|mail|me|info|admin|contact|support|no-?reply)\d{0,3}@(?:[a-z\d-]{1,63}\.)?(?:example\.(?:com|net|org)|[a-z\d-]{1,63}\.(?:example|invalid|test|localhost))$/i;

export const emailAddress = defineRule({
  id: "email-address",
  part: "F",
  title: { en: "E-mail address", es: "Correo electrónico" },
  gates: [{ kind: "at" }],
  find: addressAt,
  testValue: (value) => (PLACEHOLDER.test(value) ? "placeholder address" : undefined),
  weight: 40,
});
