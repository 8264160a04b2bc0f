/** Formats that are text themselves: RTF, mail, CSV, HTML; and the zip file that holds a document. */
import type { Content, DocumentWriter } from "./document.ts";
import { latin1, utf8, xml } from "./document.ts";
import { DOCX } from "./docx.ts";
import { zip } from "./zip.ts";

function rtfText(text: string): string {
  return text.replace(/[\\{}]/g, "\\$&").replace(/\n/g, "\\par ").replace(/\t/g, "\\tab ").replace(/[\x80-\uffff]/g, (char) => `\\u${char.charCodeAt(0)}?`);
}

function writeRtf({ title, paragraphs, table, header, comment, metadata, deleted, hidden }: Content): Uint8Array {
  const rows = (table ?? []).map((row) => `\\trowd${row.map((_, c) => `\\cellx${(c + 1) * 2000}`).join("")} ${row.map((cell) => `${rtfText(cell)}\\cell `).join("")}\\row`);
  return latin1(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\info{\\title ${rtfText(title)}}{\\doccomm ${rtfText(metadata ?? "")}}}`
    + (header === undefined ? "" : `{\\header ${rtfText(header)}\\par}`) + `${rtfText(title)}\\par ${paragraphs.map((text) => `${rtfText(text)}\\par `).join("")}${rows.join("\n")}`
    + (comment === undefined ? "" : `{\\*\\atnid AB}{\\*\\atnauthor ${rtfText(comment.author)}}\\chatn{\\*\\annotation ${rtfText(comment.text)}}`)
    + (deleted === undefined ? "" : `{\\deleted ${rtfText(deleted)}}`) + (hidden === undefined ? "" : `{\\v ${rtfText(hidden)}}`) + "\\par}");
}

function grid(rows: readonly (readonly string[])[]): string {
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${xml(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
}

function page({ title, paragraphs, table, comment }: Content): string {
  const texts = paragraphs.map((text) => `<p>${xml(text).replace(/\n/g, "<br>")}</p>`).join("\n");
  return `<!DOCTYPE html><html><head><title>${xml(title)}</title></head><body>${texts}${table === undefined ? "" : grid(table)}${comment === undefined ? "" : `<!-- ${xml(comment.text)} -->`}</body></html>`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
}

function writeMail(content: Content): Uint8Array {
  const { title, paragraphs, metadata, inner } = content;
  const bound = "=_made";
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(utf8(paragraphs.join("\n\n")))}`,
    ...(content.table === undefined ? [] : [`Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(utf8(page(content)))}`]),
    ...(inner === undefined ? [] : [`Content-Type: application/octet-stream; name="${inner.name}"\r\nContent-Disposition: attachment; filename="${inner.name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(inner.bytes)}`]),
  ];
  return latin1(`From: Front Desk <desk@clinic.example>\r\nTo: Billing <billing@clinic.example>\r\nSubject: ${metadata ?? title}\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\n`
    + `Content-Type: multipart/mixed; boundary="${bound}"\r\n\r\n${parts.map((part) => `--${bound}\r\n${part}\r\n`).join("")}--${bound}--\r\n`);
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replace(/"/g, "\"\"")}"` : cell;
}

function writeCsv({ paragraphs, table }: Content): Uint8Array {
  const rows = table ?? [["Item", "Note"], ...paragraphs.map((text, index) => [String(index + 1), text])];
  return utf8(rows.map((row) => row.map(quoted).join(",")).join("\r\n"));
}

/** A zip in a zip, with a Word file in it. */
function writeZip(content: Content): Uint8Array {
  return zip({ "readme.txt": "See the archive inside.", "inner.zip": zip({ "notes/letter.docx": DOCX.write(content) }) });
}

export const RTF: DocumentWriter = { format: "rtf", ending: "rtf", spots: ["body", "table", "header", "comment", "metadata", "deleted", "hidden"], write: writeRtf };
export const EML: DocumentWriter = { format: "eml", ending: "eml", spots: ["body", "table", "metadata", "inner"], write: writeMail };
export const CSV: DocumentWriter = { format: "csv", ending: "csv", spots: ["table", "body"], write: writeCsv };
export const HTML: DocumentWriter = { format: "html", ending: "html", spots: ["body", "table", "comment"], write: (content) => utf8(page(content)) };
export const ZIP: DocumentWriter = { format: "zip", ending: "zip", spots: ["body", "table", "comment", "header", "metadata"], write: writeZip };
