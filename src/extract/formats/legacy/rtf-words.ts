/** What the control words of RTF mean (Rich Text Format Specification 1.9.1; MS-OXRTFEX for HTML inside). */

/** Where the text of a group goes. `skip`: nowhere, for it is no text. */
export type Target =
  | "body" | "hidden" | "header" | "footer" | "note" | "comment" | "properties" | "form" | "field" | "shape" | "tag" | "fonts" | "object" | "picture" | "skip";

const NOT_TEXT = [
  "colortbl", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "filetbl", "info", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "objclass", "objname",
  "nonshppict", "sn", "template", "falt", "panose", "upr", "mmathPict", "mmathPr", "themedata", "pgdsctbl", "generator", "datafield", "picprop", "pntxta", "pntxtb",
];

/** Destinations. One that is not here and is marked as optional by `\*` is skipped. */
export const DESTINATIONS: ReadonlyMap<string, Target> = new Map<string, Target>([
  ...NOT_TEXT.map((word) => [word, "skip"] as const),
  ["fonttbl", "fonts"], ["pict", "picture"], ["objdata", "object"], ["fldinst", "field"], ["sv", "shape"], ["htmltag", "tag"],
  ["header", "header"], ["headerl", "header"], ["headerr", "header"], ["headerf", "header"], ["footer", "footer"], ["footerl", "footer"], ["footerr", "footer"], ["footerf", "footer"],
  ["footnote", "note"], ["annotation", "comment"], ["atnauthor", "comment"], ["atnid", "comment"],
  ["title", "properties"], ["subject", "properties"], ["author", "properties"], ["operator", "properties"], ["keywords", "properties"], ["doccomm", "properties"],
  ["comment", "properties"], ["manager", "properties"], ["company", "properties"], ["category", "properties"], ["hlinkbase", "properties"], ["revtbl", "properties"],
  ["userprops", "properties"], ["docvar", "properties"],
  ["formfield", "form"], ["ffname", "form"], ["ffdeftext", "form"], ["ffhelptext", "form"], ["ffstattext", "form"], ["ffl", "form"],
]);

/** Optional destinations whose text belongs to what surrounds them. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  "shpinst", "shptxt", "shppict", "shp", "do", "dptxbxtext", "background", "sp", "result", "fldrslt", "propname", "staticval", "linkval", "moMath", "moMathPara", "mmath", "xe", "tc",
  "hlfr", "hlloc", "hlsrc", "protusertbl", "txfieldtext", "ffentrymcr",
]);

/** What stands before the text of a destination. */
export const LABELS: Readonly<Record<string, string>> = {
  title: "Title: ", subject: "Subject: ", author: "Author: ", operator: "Last saved by: ", keywords: "Keywords: ", doccomm: "Comments: ", comment: "Comments: ", manager: "Manager: ",
  company: "Company: ", category: "Category: ", revtbl: "Revision authors: ", atnauthor: "Author: ",
};

/** Words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  par: "\n", line: "\n", sect: "\n", page: "\n", column: "\n", softline: "\n", softpage: "\n", tab: "\t", cell: "\t", nestcell: "\t", row: "\n", nestrow: "\n",
  emdash: "\u2014", endash: "\u2013", lquote: "\u2018", rquote: "\u2019", ldblquote: "\u201c", rdblquote: "\u201d", bullet: "\u2022", emspace: " ", enspace: " ", qmspace: " ",
};

/** Code page by a font's character set. Those of two bytes a letter cannot be decoded here. */
export const CHARSETS: Readonly<Record<number, number>> = {
  77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
};
/** Code page of a document by the word that opens it. */
export const DOCUMENT_PAGES: Readonly<Record<string, number>> = { ansi: 1252, mac: 10000, pc: 437, pca: 850 };
