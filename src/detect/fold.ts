/** Characters as a reader takes them: digits of other scripts, fancy letters, what cannot be seen, and letters that only look Latin. */

/** Text of these alone needs no folding: printable ASCII and the white space of a line. */
export const BEYOND_ASCII = /[^\t\n\v\f\r\x20-\x7e]/;

/**
 * What takes no place on the screen: control characters (but for the separators 1C to 1F, which scanned labels use), soft hyphens,
 * zero-width and joining characters, direction marks, Hangul fillers, variation selectors and tags. And what is one letter to a reader
 * but several characters, or the other way round: letters with marks of their own, ligatures, the bold and circled letters of Unicode.
 */
const UNSEEN = "\\0-\\x08\\x0e-\\x1b\\x7f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e01ef}";
const MARK = "\\u0300-\\u034e\\u0350-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f";
const WHOLE = "\\ufb00-\\ufb06\\u{1d400}-\\u{1d7ff}\\u{1f130}-\\u{1f149}";
const RESHAPED = `[${UNSEEN}]+|[^\\s${UNSEEN}${MARK}]?[${MARK}]+|[${WHOLE}]`;
const pattern = (source: string, flags: string): RegExp => new RegExp(source, flags);
/** One class finds a place where there is any, in a third of the time. */
const IS_RESHAPED = pattern(`[${UNSEEN}${MARK}${WHOLE}]`, "u");
const ALL_RESHAPED = pattern(RESHAPED, "gu");
const DROPPED = pattern(`[${UNSEEN}${MARK}]`, "gu");
const HAS_MARK = pattern(`[${MARK}]`, "u");

/** Zeros of the decimal digits of other scripts (Unicode, general category Nd). */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];
const range = (from: number, to: number): string => `${String.fromCharCode(from)}-${String.fromCharCode(to)}`;
const FOLDED = new RegExp(
  `[\\u0091-\\u0094\\u0096\\u0097\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\u2018-\\u201b\\u2032\\u02bc\\u201c-\\u201f\\u2022\\u2028\\u2029\\uff01-\\uff5e${ZEROS.map((zero) => range(zero, zero + 9)).join("")}]`,
  "g",
);
/** Raised, lowered and circled digits; one or two are a power, a formula or a note. */
const RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
const CIRCLED = "\u24ea\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468";
const RUN_OF_RAISED = /[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{4,}|[\u2080-\u2089]{4,}|[\u24ea\u2460-\u2468]{4,}/g;

/** One character for one: offsets do not move. */
function fold(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String.fromCharCode(code - zero + 48);
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0x96 || code === 0x97 || code >= 0xfe58) return "-";
  if ((code >= 0x2018 && code <= 0x201b) || code === 0x2032 || code === 0x2bc || code === 0x91 || code === 0x92) return "'";
  if ((code >= 0x201c && code <= 0x201f) || code === 0x93 || code === 0x94) return '"';
  if (code === 0x2022) return "*";
  return code === 0x2028 || code === 0x2029 ? "\n" : " ";
}

function raisedDigit(char: string): string {
  const code = char.charCodeAt(0);
  return code >= 0x2080 && code <= 0x2089 ? String(code - 0x2080) : String(Math.max(RAISED.indexOf(char), CIRCLED.indexOf(char)));
}

/** Plain spaces, hyphens, quotes and ASCII digits, character for character. */
export function foldCharacters(piece: string): string {
  return piece.replace(FOLDED, fold).replace(RUN_OF_RAISED, (run) => run.replace(/./g, raisedDigit));
}

/** True where a reader sees fewer or other characters than stand there. */
export function isReshaped(piece: string): boolean {
  return IS_RESHAPED.test(piece);
}

/** The places of such characters. */
export function reshapedIn(piece: string): IterableIterator<RegExpMatchArray> {
  return piece.matchAll(ALL_RESHAPED);
}

const MOST_MARKS = 32;

/** What a reader sees of them: nothing, or a plain letter, with its accent where there is one letter for both. */
export function asSeen(reshaped: string): string {
  // Putting marks in order takes time in the square of their number. No letter has so many (UAX 15, stream-safe text: 30); the rest is dropped anyway.
  if (HAS_MARK.test(reshaped)) return reshaped.slice(0, MOST_MARKS).normalize("NFC").replace(DROPPED, "");
  return reshaped.normalize("NFKC").replace(DROPPED, "");
}

/** Latin letters, and the letters of other scripts that look like them (after Unicode's confusables, UTS 39), or are Latin of another form. */
const LOOKALIKES: readonly (readonly [latin: string, others: string])[] = [
  ["A", "\u0410\u0391\u1d00"], ["B", "\u0412\u0392\u0299"], ["C", "\u0421\u03f9\u1d04"], ["D", "\u1d05"], ["E", "\u0415\u0395\u0401\u1d07"], ["F", "\u03dc\ua730"], ["G", "\u050c\u0262"], ["H", "\u041d\u0397\u029c"],
  ["I", "\u0406\u0399\u0407\u04c0\u026a"], ["J", "\u0408\u037f\u1d0a"], ["K", "\u041a\u039a\u1d0b"], ["L", "\u029f"], ["M", "\u041c\u039c\u1d0d"], ["N", "\u039d\u0274"], ["O", "\u041e\u039f\u0555\u1d0f"], ["P", "\u0420\u03a1\u1d18"],
  ["Q", "\u051a"], ["R", "\u0280"], ["S", "\u0405\u054f\ua731"], ["T", "\u0422\u03a4\u1d1b"], ["U", "\u054d\u1d1c"], ["V", "\u0474\u1d20"], ["W", "\u051c\u1d21"], ["X", "\u0425\u03a7"], ["Y", "\u04ae\u03a5\u028f"], ["Z", "\u0396\u1d22"],
  ["a", "\u0430\u03b1\u0251"], ["c", "\u0441\u03f2"], ["d", "\u0501"], ["e", "\u0435\u0451"], ["g", "\u0261\u0581"], ["h", "\u04bb\u0570"], ["i", "\u0456\u0457\u03b9"], ["j", "\u0458\u03f3"], ["k", "\u043a\u03ba"],
  ["l", "\u04cf"], ["m", "\u043c"], ["n", "\u0578"], ["o", "\u043e\u03bf\u0585"], ["p", "\u0440\u03c1"], ["q", "\u051b"], ["r", "\u0433"], ["s", "\u0455"], ["t", "\u0442\u03c4"], ["u", "\u057d\u03c5"], ["v", "\u03bd\u0475"],
  ["w", "\u051d\u0461"], ["x", "\u0445\u03c7"], ["y", "\u0443\u03b3"],
];
/** Made when a text first has such a letter. */
let latinOfOther: ReadonlyMap<string, string> | undefined;
const FOREIGN = /[\u0251-\u029f\u0370-\u0588\u1d00-\u1d22\ua730\ua731]/;
const WORD = /[a-z\u00c0-\u024f\u0251-\u029f\u0370-\u0588\u1d00-\u1d22\ua730\ua731]+/gi;
const LATIN_WORD = /[a-z]{2}/i;
const LINE_LOOK = 400;

function latinOf(word: string): string | undefined {
  const known = (latinOfOther ??= new Map(LOOKALIKES.flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const))));
  let out = "";
  for (const char of word) {
    const latin = char < "\u0250" ? char : known.get(char);
    if (latin === undefined) return undefined;
    out += latin;
  }
  return out;
}

/** True where the line round a word is Latin, so that a word wholly of look-alikes is no word of Russian or Greek. */
function amongLatin(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LINE_LOOK), start);
  const after = text.slice(end, end + LINE_LOOK);
  const line = `${before.slice(before.lastIndexOf("\n") + 1)} ${after.split("\n", 1)[0] ?? ""}`;
  return LATIN_WORD.test(line) && (line.match(WORD) ?? []).every((word) => latinOf(word) !== undefined);
}

/** Lower-case alpha and gamma open or end words of medicine: TNFα, PPARγ. */
const GREEK_NAME = /^[A-Z\d]{2,5}[\u03b1\u03b3]$/;
const OTHER_FORMS = /^[\u0251-\u029f\u1d00-\u1d22\ua730\ua731]+$/;

/** Letters that look Latin as Latin, where a word mixes scripts or stands among Latin words. One for one: offsets do not move. */
export function foldLookalikes(text: string): string {
  if (!FOREIGN.test(text)) return text;
  let lineEnd = -1;
  let among = false;
  return text.replace(WORD, (word: string, at: number) => {
    if (!FOREIGN.test(word)) return word;
    const latin = latinOf(word);
    if (latin === undefined || word.length < 2) return word;
    if (/[a-z]/i.test(word)) return GREEK_NAME.test(word) ? word : latin;
    if (OTHER_FORMS.test(word)) return latin;
    if (at >= lineEnd) {
      among = amongLatin(text, at, at + word.length);
      const next = text.slice(at, at + LINE_LOOK).indexOf("\n");
      lineEnd = at + (next < 0 ? LINE_LOOK : next);
    }
    return among ? latin : word;
  });
}
