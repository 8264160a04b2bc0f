/** Character references that mail clients write. Numeric ones are worked out; an unknown name stays as it stands. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: "\u2002", emsp: "\u2003", thinsp: "\u2009",
  ndash: "\u2013", mdash: "\u2014", minus: "\u2212", hyphen: "\u2010", shy: "\u00ad", zwj: "\u200d", zwnj: "\u200c", lrm: "\u200e", rlm: "\u200f",
  lsquo: "\u2018", rsquo: "\u2019", sbquo: "\u201a", ldquo: "\u201c", rdquo: "\u201d", bdquo: "\u201e", prime: "\u2032", hellip: "\u2026", bull: "\u2022",
  middot: "\u00b7", sect: "\u00a7", para: "\u00b6", copy: "\u00a9", reg: "\u00ae", trade: "\u2122", deg: "\u00b0", plusmn: "\u00b1", micro: "\u00b5",
  times: "\u00d7", divide: "\u00f7", frac12: "\u00bd", frac14: "\u00bc", frac34: "\u00be", sup2: "\u00b2", sup3: "\u00b3", le: "\u2264", ge: "\u2265", euro: "\u20ac",
  pound: "\u00a3", cent: "\u00a2", iexcl: "\u00a1", iquest: "\u00bf", ordm: "\u00ba", ordf: "\u00aa", colon: ":", comma: ",", period: ".", lpar: "(", rpar: ")",
  sol: "/", num: "#", commat: "@", Tab: "\t", NewLine: "\n", dash: "\u2010",
  aacute: "á", eacute: "é", iacute: "í", oacute: "ó", uacute: "ú", ntilde: "ñ", uuml: "ü", ouml: "ö", auml: "ä", ccedil: "ç", atilde: "ã", otilde: "õ",
  agrave: "à", egrave: "è", igrave: "ì", ograve: "ò", ugrave: "ù", acirc: "â", ecirc: "ê", icirc: "î", ocirc: "ô", ucirc: "û", euml: "ë", iuml: "ï",
  aring: "å", aelig: "æ", oslash: "ø", szlig: "ß", yacute: "ý", eth: "ð", thorn: "þ",
  Aacute: "Á", Eacute: "É", Iacute: "Í", Oacute: "Ó", Uacute: "Ú", Ntilde: "Ñ", Uuml: "Ü", Ouml: "Ö", Auml: "Ä", Ccedil: "Ç", Agrave: "À", Egrave: "È",
  Aring: "Å", AElig: "Æ", Oslash: "Ø",
};

export interface Reference {
  readonly value: string;
  readonly length: number;
}

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([A-Z]{2,8}\d{0,2}));?/iy;

/** The reference that starts at `at`, or undefined. */
export function referenceAt(source: string, at: number): Reference | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (match === null) return undefined;
  const [whole, decimal, hex, name] = match;
  if (name !== undefined) {
    const value = NAMED[name];
    return value === undefined ? undefined : { value, length: whole.length };
  }
  const code = decimal === undefined ? parseInt(hex ?? "", 16) : parseInt(decimal, 10);
  if (!(code > 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return { value: "\ufffd", length: whole.length };
  return { value: String.fromCodePoint(code), length: whole.length };
}
