/** Interactive forms (ISO 32000-1, 12.7): one `label: value` line a field, and the data of XFA forms. */
import { decodeText } from "../../charset.ts";
import type { Sink } from "../../sink.ts";
import { scanXml } from "../../xml.ts";
import type { PdfFile } from "./file.ts";
import { isDict, isList, Name, Ref, Stream } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";
import { textOfString } from "./strings.ts";

const DEEPEST = 30;
const MOST_FIELDS = 50_000;

class Fields {
  readonly lines: string[] = [];
  private readonly file: PdfFile;
  private readonly seen = new Set<number>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  private textOf(value: PdfObject): string {
    const { file } = this;
    if (typeof value === "string") return textOfString(value);
    if (value instanceof Name) return value.name;
    if (value instanceof Stream) return decodeText(file.data(value) ?? new Uint8Array(0))?.text ?? "";
    // Several choices: no lists in lists, which a few shared ones could make endless.
    if (isList(value)) return value.slice(0, MOST_FIELDS).map((item) => file.text(item)).filter((text) => text !== "").join(", ");
    // A signature: who signed, why and where (Table 252).
    return isDict(value) ? ["Name", "Reason", "Location", "ContactInfo"].map((key) => file.text(value.get(key))).filter((text) => text !== "").join(", ") : "";
  }

  /** Choices of the options that are shown for an exported value (12.7.4.4). */
  private shown(dict: Dict, value: string): string {
    for (const option of this.file.list(dict.get("Opt")).slice(0, 1_000)) {
      const [exported, display] = this.file.list(option);
      if (value !== "" && this.file.text(exported) === value) return this.file.text(display) || value;
    }
    return value;
  }

  walk(node: PdfObject, label: string, inherited: PdfObject, depth: number): void {
    const { file } = this;
    file.budget.step();
    if (depth > DEEPEST || this.lines.length > MOST_FIELDS) {
      file.tooLong = true;
      return;
    }
    if (node instanceof Ref) {
      if (this.seen.has(node.number)) return;
      this.seen.add(node.number);
    }
    const dict = file.dict(node);
    if (dict === undefined) return;
    const own = file.text(dict.get("T"));
    const full = label !== "" && own !== "" ? `${label}.${own}` : label + own;
    const kids = file.list(dict.get("Kids"));
    const value = dict.get("V") ?? inherited;
    const isParent = kids.some((kid) => file.dict(kid)?.has("T") === true);
    if (!isParent) {
      const text = this.shown(dict, this.textOf(file.resolve(value)));
      // Unticked boxes say "Off", and a button that was never pressed says nothing.
      if (text !== "" && text !== "Off") this.lines.push(`${file.text(dict.get("TU")) || full}: ${text}`);
    }
    for (const kid of isParent ? kids : []) this.walk(kid, full, value, depth + 1);
  }
}

/** XFA (12.7.8): the datasets hold what was filled in, one element a field. */
function xfaLines(bytes: Uint8Array, file: PdfFile): string[] {
  const xml = decodeText(bytes)?.text ?? "";
  if (!/<(?:\w{1,20}:)?datasets[\s>]/.test(xml)) return [];
  const lines: string[] = [];
  let [element, text, inside] = ["", "", false];
  const close = (): void => {
    if (inside && text.trim() !== "") lines.push(`${element}: ${text.trim()}`);
    text = "";
  };
  scanXml(xml, {
    open: ({ name }) => {
      close();
      inside ||= name === "datasets";
      element = name;
    },
    close: (name) => {
      close();
      if (name === "datasets") inside = false;
    },
    text: (piece) => { text += piece; },
  }, file.budget);
  return lines;
}

/** @throws LimitReached */
export function readFields(catalog: Dict, file: PdfFile, out: Sink): void {
  const form = file.dict(catalog.get("AcroForm"));
  if (form === undefined) return;
  const fields = new Fields(file);
  for (const field of file.list(form.get("Fields"))) fields.walk(field, "", null, 0);
  for (const packet of file.some(form.get("XFA"))) {
    const stream = file.resolve(packet);
    const bytes = stream instanceof Stream ? file.data(stream) : undefined;
    if (bytes !== undefined) fields.lines.push(...xfaLines(bytes, file));
  }
  out.text(fields.lines.join("\n"), { kind: "form" });
}
