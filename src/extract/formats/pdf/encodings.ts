/** Encodings of simple fonts (ISO 32000-1, Annex D) and names of glyphs (Adobe Glyph List), as far as Latin text needs them. */
import { decodeSingleByte } from "../../code-pages.ts";

/** Standard from 0xA1; a blank is no glyph. */
const STANDARD = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";
/** Symbol from 0x41 to 0x7A: Greek. */
const SYMBOL = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/** Of what is no letter from 0x20 to 0x7E, then from 0xA0 to 0xBF. */
const NAMES =
  "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright asciitilde nbspace exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot sfthyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown";
/** Others, each before its character. */
const OTHER_NAMES =
  "bullet•endash–emdash—quoteleft‘quoteright’quotedblleft“quotedblright”quotesinglbase‚quotedblbase„ellipsis…dagger†daggerdbl‡fiﬁflﬂtrademark™Euro€germandblsßaeæAEÆoeœOEŒoslashøOslashØdotlessiılslashłLslashŁethðEthÐthornþThornÞdcroatđDcroatĐminus−multiply×divide÷fraction⁄guilsinglleft‹guilsinglright›nbspace nonbreakingspace sfthyphen-softhyphen-perthousand‰florinƒcircumflexˆtilde˜caronˇbreve˘ring˚ogonek˛lessequal≤greaterequal≥notequal≠approxequal≈infinity∞checkmark✓arrowright→arrowleft←alphaαbetaβgammaγdeltaδepsilonεlambdaλpiπsigmaσomegaωDeltaΔSigmaΣOmegaΩafii10017А";
const ACCENTS: Readonly<Record<string, string>> = {
  grave: "\u0300", acute: "\u0301", circumflex: "\u0302", tilde: "\u0303", macron: "\u0304", breve: "\u0306", dotaccent: "\u0307", dieresis: "\u0308", ring: "\u030A",
  hungarumlaut: "\u030B", caron: "\u030C", cedilla: "\u0327", commaaccent: "\u0327", ogonek: "\u0328",
};
const ACCENTED = new RegExp(`^([A-Za-z]|dotlessi)(${Object.keys(ACCENTS).join("|")})$`);

/** Made when first asked: the handler starts for every mail, and few have a PDF. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const glyphs = lazily(() => {
  const texts = new Map<string, string>();
  const codes = Array.from({ length: 0xc0 }, (_, code) => String.fromCharCode(code)).filter((char) => !/[a-z\p{Cc}]/iu.test(char));
  NAMES.split(" ").forEach((name, at) => texts.set(name, codes[at] as string));
  for (const [, name, char] of OTHER_NAMES.matchAll(/([A-Za-z0-9]{1,20})([^A-Za-z0-9])/gu)) texts.set(name as string, char as string);
  return texts;
});

function charOf(point: number): string | undefined {
  return point > 0 && point <= 0x10ffff && (point & 0x1ff800) !== 0xd800 ? String.fromCodePoint(point) : undefined;
}

/** The text that a glyph's name stands for (AGL specification, section 2); `undefined` for an arbitrary name such as `g12`. */
export function textOfGlyph(name: string): string | undefined {
  const known = glyphs().get(name);
  if (known !== undefined) return known;
  if (/^[a-z]$/i.test(name)) return name;
  const uni = /^uni((?:[\dA-F]{4}){1,8})$/.exec(name)?.[1];
  if (uni !== undefined) return uni.replace(/.{4}/g, (hex) => charOf(parseInt(hex, 16)) ?? "");
  const point = /^u([\dA-F]{4,6})$/.exec(name)?.[1];
  if (point !== undefined) return charOf(parseInt(point, 16));
  const [, letter, accent] = ACCENTED.exec(name) ?? [];
  if (letter !== undefined) return ((letter === "dotlessi" ? "i" : letter) + (ACCENTS[accent as string] as string)).normalize("NFC");
  // "one.oldstyle", "f_i": a variant of a glyph, a ligature of several.
  const dot = name.indexOf(".");
  if (dot > 0) return textOfGlyph(name.slice(0, dot));
  if (/^f[fijlt]{1,2}$/.test(name)) return name;
  if (!name.includes("_")) return undefined;
  const pieces = name.split("_", 8).map((piece) => (piece.includes("_") ? undefined : textOfGlyph(piece)));
  return pieces.includes(undefined) ? undefined : pieces.join("");
}

function charAt(codePage: number, code: number): string {
  return decodeSingleByte(Uint8Array.of(code), codePage) as string;
}

function table(high: (code: number) => string | undefined, low: (code: number) => string = (code) => String.fromCharCode(code)): readonly (string | undefined)[] {
  return Array.from({ length: 256 }, (_, code) => (code < 32 ? undefined : code < 127 ? low(code) : high(code)));
}

/** Code to text, by the name that a font's `Encoding` may have. */
export const ENCODINGS: Readonly<Record<"WinAnsiEncoding" | "MacRomanEncoding" | "StandardEncoding" | "Symbol", () => readonly (string | undefined)[]>> = {
  // Annex D.2, notes 3 to 6: a code without a character is a bullet, the soft hyphen a hyphen.
  WinAnsiEncoding: lazily(() => table((code) => (code === 0xad ? "-" : charAt(1252, code).replace(/[\x7F-\x9F]/, "•")))),
  MacRomanEncoding: lazily(() => table((code) => (code < 0x80 ? undefined : charAt(10000, code)))),
  StandardEncoding: lazily(() => table(
    (code) => { const char = STANDARD[code - 0xa1]; return char === " " ? undefined : char; },
    (code) => (code === 39 ? "’" : code === 96 ? "‘" : String.fromCharCode(code)),
  )),
  Symbol: lazily(() => table((code) => (code === 0xb7 ? "•" : code === 0xb0 ? "°" : code === 0xb1 ? "±" : code === 0xa3 ? "≤" : code === 0xb3 ? "≥" : "\u2022"), (code) => SYMBOL[code - 0x41] ?? String.fromCharCode(code))),
};

/** Standard strings 150 to 228 of CFF (Technical Note 5176, Appendix A). */
const CFF_LETTERS = "ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽ";
const CFF_STRINGS = `¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©${CFF_LETTERS}${CFF_LETTERS.toLowerCase()}`;

/** Text of a standard string of CFF, 1 to 390: the standard encoding's order comes first; of the expert set, digits and ligatures. */
export function standardString(id: number): string | undefined {
  if (id <= 95) return ENCODINGS.StandardEncoding()[31 + id];
  if (id < 150) return STANDARD.replace(/ /g, "")[id - 96];
  if (id <= 228) return CFF_STRINGS[id - 150];
  return id >= 239 && id <= 248 ? String(id - 239) : ["ff", "ffi", "ffl"][id - 268];
}
