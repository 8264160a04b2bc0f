/** Pieces of patterns that several rules share, and the words that speak against numbers. */

export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?" +
  "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
export const MONTH_WORDS =
  ("jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december " +
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre").split(" ");

const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)";
const CLOCK = "(?:[T ]\\d{1,2}:\\d\\d(?::\\d\\d)?)?";
const PART = "(?:0?[1-9]|[12]\\d|3[01])";
const END = "(?![\\d]|[/-]\\d|\\.\\d)";

function numeric(separator: string): string {
  return `${PART} ?${separator} ?${PART} ?${separator} ?${YEAR}${CLOCK}${END}`;
}

/** Forms with day, month and year, as alternatives. */
export const FULL_DATES: readonly { readonly name: string; readonly source: string }[] = [
  { name: "iso", source: `(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])${CLOCK}(?!\\d|-\\d)` },
  { name: "y/m/d", source: `(?:19|20)\\d\\d[/.](?:0?[1-9]|1[0-2])[/.]${PART}${END}` },
  { name: "m/d/y", source: numeric("/") },
  { name: "m-d-y", source: numeric("-") },
  { name: "m.d.y", source: `${PART}\\.${PART}\\.${YEAR}${CLOCK}${END}` },
  { name: "d-mon-y", source: `${PART}[ ./-]${MONTH}[ ./-]${YEAR}(?!\\d)` },
  { name: "mon-d-y", source: `${MONTH}[/-]${PART}[/-]${YEAR}(?!\\d)` },
  { name: "month d, y", source: `${MONTH}\\.? ${PART}(?:st|nd|rd|th)?,? ${YEAR}(?!\\d|:)` },
  { name: "d month y", source: `${PART}(?:st|nd|rd|th)?(?: of| de)? ${MONTH}\\.?,?(?: de| del)? ${YEAR}(?!\\d|:)` },
];

const DATES = [...FULL_DATES.map(({ source }) => source), `${MONTH}\\.? ${PART}(?:st|nd|rd|th)?(?!\\d)`, `${PART}/${PART}(?!\\d|/)`, "(?:19|20)\\d{6}(?!\\d)"];
/** Any date, for cue-led shapes: in one pattern, and one by one. */
export const ANY_DATE = `(?:${DATES.join("|")})`;
export const ANY_DATES: readonly RegExp[] = DATES.map(sticky);

/** A number that follows one of these is a thing's, not a patient's. */
export const THING_CUES: readonly string[] = [
  "order", "orders", "invoice", "invoices", "po", "purchase order", "tracking", "ups", "fedex", "usps", "sku", "upc", "part no", "part number", "model",
  "version", "ver", "build", "release", "firmware", "ticket", "bug", "issue", "rma", "quote", "conference", "dial in", "dial", "passcode", "pin", "meeting id",
  "access code", "isbn", "issn", "doi", "rfc", "patent", "page", "pages", "section", "figure", "extension", "ext", "stock", "price", "share", "shares", "mw", "bbl", "mmbtu",
  "uuid", "hash", "message id", "omb", "form no", "form", "cfr", "usc", "docket", "grant", "nct", "pmid", "gtin", "item", "catalog", "cat no", "contract", "deal",
];

/** A pattern tried at one place of a text; case makes no difference. */
export function sticky(source: string): RegExp {
  return new RegExp(source, "iy");
}
