/** What a tag itself says: where a link leads, what stands for a picture or in a field, whether its content is shown. */
import { referenceAt } from "./entities.ts";

/** `[from, to)` of the source, without the quotes. */
export interface Attribute {
  readonly from: number;
  readonly to: number;
}

/** Attributes that a reader sees or hears where a picture, a field or a hint stands; by tag. */
const SPOKEN = /\s(alt|title|value|placeholder|aria-label)\s{0,4}=\s{0,4}(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/gi;
const HREF = /\shref\s{0,4}=\s{0,4}(?:"([^"]{1,4000})(?:"|$)|'([^']{1,4000})(?:'|$)|([^\s"'>]{1,4000}))/i;
/** Outlook writes this for its user on pictures without words. */
const MADE_UP = /^(?:a (?:picture|close-up|black|logo)|shape|icon|image|logo|text|graphical user interface|description automatically|graphic)/i;
/** Styles under which a browser shows nothing; `mso-hide` is Word's. */
const HIDING = /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|mso-hide\s{0,4}:\s{0,4}all|\shidden(?=[\s>="'/]|$)/i;
/** On a box these are undone by what stands inside it, as newsletters do. */
const SMALL = /(?:font-size|opacity)\s{0,4}:\s{0,4}0(?:px|pt|em|%)?\s{0,4}(?:[;"'!]|$)/i;
const INLINE = new Set(["span", "font", "b", "i", "u", "em", "strong", "a", "small", "p"]);
const MAY_HIDE = /none|hid|: ?0/i;
const MAY_SPEAK = /alt|title|value|placeholder|aria-label/i;

function valueOf(match: RegExpMatchArray, base: number, groups: readonly number[]): Attribute | undefined {
  const value = groups.map((group) => match[group]).find((one) => one !== undefined);
  if (value === undefined) return undefined;
  const quoted = /["']$/.test(match[0]) ? 1 : 0;
  const to = base + (match.index ?? 0) + match[0].length - quoted;
  return { from: to - value.length, to };
}

/** True where the tag's own style hides what is in it. */
export function isHidden(tag: string, name: string): boolean {
  return MAY_HIDE.test(tag) && (HIDING.test(tag) || (INLINE.has(name) && SMALL.test(tag)));
}

/** Words for a picture, hints and values of fields. `base` is where `tag` stands in the source. */
export function spokenIn(tag: string, base: number): readonly Attribute[] {
  const found: Attribute[] = [];
  if (!MAY_SPEAK.test(tag)) return found;
  for (const match of tag.matchAll(SPOKEN)) {
    const value = valueOf(match, base, [2, 3, 4]);
    if (value === undefined) continue;
    const words = tag.slice(value.from - base, value.to - base);
    if (/[\p{L}\p{N}]{2}/u.test(words) && !MADE_UP.test(words)) found.push(value);
  }
  return found;
}

export interface Link extends Attribute {
  /** Where it leads, in plain letters: an address, a number, or a page that names a patient. */
  readonly leads: string;
}

/** Pages are told only where their address may name a person; newsletters are full of the others. */
const PERSONAL_PAGE = /(?:patient|chart|portal|mrn|record|result|encounter|appointment|prescription|pid|dob|ssn|member)[^#]{0,200}\d{4}/i;

/** Where a link leads, if that may identify someone. */
export function linkOf(tag: string, base: number): Link | undefined {
  const match = HREF.exec(tag);
  const place = match === null ? undefined : valueOf(match, base, [1, 2, 3]);
  if (place === undefined) return undefined;
  const target = percentDecoded(referencesOf(tag.slice(place.from - base, place.to - base)).trim());
  const personal = /^(?:mailto|tel|sms|callto|facetime|sip):/i.exec(target);
  if (personal !== null) {
    const kind = /^[mf]/i.test(personal[0]) ? "" : "phone ";
    const said = target.slice(personal[0].length).replace(/[?&](?:subject|body|cc|bcc|to)=/gi, " ").replace(/[;?&]/g, " ").trim();
    return said === "" ? undefined : { ...place, leads: kind + said };
  }
  return /^https?:/i.test(target) && PERSONAL_PAGE.test(target) ? { ...place, leads: target } : undefined;
}

function referencesOf(value: string): string {
  if (!value.includes("&")) return value;
  let out = "";
  for (let i = 0; i < value.length;) {
    const reference = value.charCodeAt(i) === 38 ? referenceAt(value, i) : undefined;
    out += reference === undefined ? value.charAt(i) : reference.value;
    i += reference === undefined ? 1 : reference.length;
  }
  return out;
}

function percentDecoded(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}

/** True where the link's own words say where it leads. */
export function saysItself(words: string, leads: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, "");
  const target = bare(leads.replace(/^phone /, ""));
  const shown = bare(words);
  if (shown === "") return false;
  // "+1" and the trunk prefix are not always shown.
  return shown.includes(target) || (/^\d{10,}$/.test(target) && shown.includes(target.slice(-10)));
}
