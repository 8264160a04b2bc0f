/** E-mail address in the text (RFC 5321 as people write it). Whose it is decides what it weighs. */
import { defineRule } from "../rule.ts";
import type { Scan } from "../scan.ts";
import { startOf } from "../scan.ts";

const LOCAL = /[\w.+'-]/;
const DOMAIN = /@[A-Z0-9](?:[A-Z0-9-]{0,62}\.){1,6}[A-Z]{2,20}/iy;
const LONGEST_LOCAL = 64;
const ROLE_ACCOUNTS = /^(?:info|billing|support|help|office|admin|contact|sales|hr|no-?reply|frontdesk|scheduling|records|privacy|team|service|webmaster|postmaster)$/i;

function addressAt(scan: Scan, token: number): { start: number; end: number; shape: string; points: number; weight: number } | undefined {
  const { text } = scan;
  const at = text.lastIndexOf("@", startOf(scan, token));
  if (at <= 0) return undefined;
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start--;
  while (start < at && /[.'-]/.test(text.charAt(start))) start++;
  DOMAIN.lastIndex = at;
  const domain = DOMAIN.exec(text);
  if (start === at || domain === null) return undefined;
  const role = ROLE_ACCOUNTS.test(text.slice(start, at));
  return { start, end: at + domain[0].length, shape: role ? "role-account" : "address", points: 25, weight: role ? 5 : 40 };
}

export const emailAddress = defineRule({
  id: "email-address",
  part: "F",
  title: { en: "E-mail address", es: "Correo electrónico" },
  gates: [{ kind: "at" }],
  find: addressAt,
  weight: 40,
});
