/** Mail domains in one canonical form: lower case, ASCII (punycode), no trailing dot. */
import { toPunycode } from "./punycode.ts";

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Full stops of other scripts that mail programs take for a dot (UTS #46). */
const OTHER_DOTS = /[\u3002\uFF0E\uFF61]/g;

/**
 * The canonical form of a domain with at least two labels, or `undefined` where it is not one.
 * Case, one trailing dot and internationalised spelling do not matter; a look-alike letter gives another domain.
 */
export function canonicalDomain(domain: string): string | undefined {
  if (domain.length > 253) return undefined;
  const parts = domain.replace(OTHER_DOTS, ".").replace(/\.$/, "").split(".");
  // Each label on its own: folding the whole would make a dot of characters that no mail system takes for one.
  const labels = parts.map((label) => toPunycode(label.normalize("NFKC").toLowerCase()));
  if (labels.length < 2 || !labels.every((label) => label !== undefined && LABEL.test(label))) return undefined;
  const ascii = labels.join(".");
  // An address of digits is a machine, not an organisation.
  return ascii.length > 253 || /^[\d.]+$/.test(ascii) ? undefined : ascii;
}

/**
 * The domain of a mail address, or `undefined` where the address is not plainly `local@domain`.
 * Strict on purpose: what two mail programs may read in two ways (a second @, angle brackets, blanks, quotes,
 * invisible characters) must never count as the inside.
 */
export function domainOf(address: string): string | undefined {
  const parts = address.trim().split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain || local.length > 64) return undefined;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\s\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F"(),:;<>[\\\]]/.test(address.trim())) return undefined;
  return canonicalDomain(domain);
}

/** The domain itself and every domain it lies under, longest first. */
export function withParents(domain: string): readonly string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}

/** A policy lives longer than a verdict and its lists run to hundreds: each list is prepared once. */
const PREPARED = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A list of domains for fast look-up; entries that are not domains are left out. The list must not change afterwards. */
export function domainSet(domains: readonly string[]): ReadonlySet<string> {
  const prepared = PREPARED.get(domains);
  if (prepared !== undefined) return prepared;
  const set = new Set<string>();
  PREPARED.set(domains, set);
  for (const domain of domains) {
    const canonical = canonicalDomain(domain);
    if (canonical !== undefined) set.add(canonical);
  }
  return set;
}
