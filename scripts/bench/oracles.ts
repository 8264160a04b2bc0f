/** Other libraries' text of the same files: how many of their words ours has. They run here only; none is shipped. */
import { read, utils } from "@e965/xlsx";
import { createRequire } from "node:module";
import type MsgReaderType from "@kenjiuno/msgreader";
import dicomParser from "dicom-parser";
import mammoth from "mammoth";
import PostalMime from "postal-mime";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import WordExtractor from "word-extractor";
import { attachmentText, extract } from "../../src/extract/index.ts";

/** A CommonJS module whose types describe an ES one. */
const { default: MsgReader } = createRequire(import.meta.url)("@kenjiuno/msgreader") as { readonly default: typeof MsgReaderType };

export interface OracleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OracleRow {
  readonly format: string;
  readonly oracle: string;
  readonly files: number;
  readonly words: number;
  readonly found: number;
  /** Files that the oracle cannot read. */
  readonly refused: number;
}

type Oracle = (bytes: Uint8Array) => Promise<string>;

/** Dates as a person sees them: their serial numbers are in nobody's text. */
const DATES = { dateNF: "yyyy-mm-dd" } as const;

const workbook: Oracle = (bytes) => {
  const book = read(bytes, { type: "array", cellDates: true, ...DATES });
  return Promise.resolve(book.SheetNames.map((name) => { const sheet = book.Sheets[name]; return sheet === undefined ? "" : utils.sheet_to_csv(sheet, { rawNumbers: true, ...DATES }); }).join("\n"));
};

const pdf: Oracle = async (bytes) => {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false, disableFontFace: true }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
  }
  await document.destroy();
  return pages.join("\n");
};

const mail: Oracle = async (bytes) => {
  const { subject, text, html, from } = await PostalMime.parse(bytes);
  return [subject, from?.name, text ?? (html ?? "").replace(/<[^<>]*>/g, " ")].join("\n");
};

const message: Oracle = (bytes) => {
  const { subject, body, senderName, recipients } = new MsgReader(bytes.slice().buffer).getFileData();
  return Promise.resolve([subject, body, senderName, ...(recipients ?? []).map(({ name }) => name)].join("\n"));
};

const word: Oracle = async (bytes) => {
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  return [document.getBody(), document.getHeaders(), document.getFootnotes(), document.getAnnotations(), document.getTextboxes()].join("\n");
};

/** Patient and study values, by tag. */
const DICOM_TAGS = ["x00100010", "x00100020", "x00100030", "x00100040", "x00080080", "x00080090", "x00081030", "x00200010", "x0020000d"];
const dicom: Oracle = (bytes) => {
  const data = dicomParser.parseDicom(bytes);
  return Promise.resolve(DICOM_TAGS.map((tag) => data.string(tag) ?? "").join("\n"));
};

const docx: Oracle = async (bytes) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

const ORACLES: Readonly<Record<string, readonly [name: string, oracle: Oracle]>> = {
  docx: ["mammoth", docx], doc: ["word-extractor", word], xlsx: ["SheetJS", workbook], xlsm: ["SheetJS", workbook], xls: ["SheetJS", workbook], xlsb: ["SheetJS", workbook], ods: ["SheetJS", workbook],
  msg: ["msgreader", message], eml: ["postal-mime", mail], dcm: ["dicom-parser", dicom], pdf: ["pdf.js", pdf],
};

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

function ours({ name, bytes }: OracleFile): ReadonlySet<string> {
  const { parts } = attachmentText(extract({ name, bytes }));
  return wordsOf(parts.map(({ content }) => content).join("\n"));
}

/** One row a format, in the order of the formats' names. */
export async function compareWithOracles(files: readonly OracleFile[]): Promise<readonly OracleRow[]> {
  const rows = new Map<string, { oracle: string; files: number; words: number; found: number; refused: number }>();
  for (const file of files) {
    const ending = /\.([a-z]+)$/.exec(file.name.toLowerCase())?.[1] ?? "";
    const [name, oracle] = ORACLES[ending] ?? [];
    if (name === undefined || oracle === undefined) continue;
    const row = rows.get(ending) ?? { oracle: name, files: 0, words: 0, found: 0, refused: 0 };
    rows.set(ending, row);
    row.files += 1;
    const theirs = await oracle(file.bytes).catch(() => undefined);
    if (theirs === undefined) {
      row.refused += 1;
      continue;
    }
    const own = ours(file);
    for (const one of wordsOf(theirs)) {
      row.words += 1;
      if (own.has(one)) row.found += 1;
    }
  }
  return [...rows].map(([format, row]) => ({ format, ...row })).sort((a, b) => (a.format < b.format ? -1 : 1));
}
