/** Files inside a PDF (ISO 32000-1, 7.11.4): attachments of the document, of annotations, of collections: every file specification there is. */
import type { Sink } from "../../sink.ts";
import type { PdfFile } from "./file.ts";
import { isDict, isList, Ref, Stream } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";

const DEEPEST = 20;

class Files {
  private readonly file: PdfFile;
  private readonly out: Sink;
  private readonly done = new Set<Stream>();

  constructor(file: PdfFile, out: Sink) {
    this.file = file;
    this.out = out;
  }

  /** Looks for specifications in direct objects too: name trees may hold them without a number of their own. */
  search(object: PdfObject, depth: number): void {
    if (depth > DEEPEST) return;
    if (isList(object)) for (const item of object) this.search(item, depth + 1);
    if (!isDict(object)) return;
    if (object.has("EF")) this.specification(object);
    for (const value of object.values()) if (isDict(value) || isList(value)) this.search(value, depth + 1);
  }

  /** Each platform may have a file of its own (Table 44). */
  private specification(dict: Dict): void {
    const { file, out } = this;
    const name = file.text(dict.get("UF")) || file.text(dict.get("F")) || file.text(dict.get("Unix")) || "attachment";
    const about = file.text(dict.get("Desc"));
    if (about !== "" && about !== name) out.text(about, { kind: "names" });
    for (const value of file.dict(dict.get("EF"))?.values() ?? []) {
      const stream = file.resolve(value);
      if (!(stream instanceof Stream) || this.done.has(stream)) continue;
      this.done.add(stream);
      const bytes = file.isLocked(stream) ? undefined : file.data(stream);
      if (bytes !== undefined) out.file({ name, bytes });
      else out.missed(file.isLocked(stream) ? "encrypted" : "unsupported");
    }
  }
}

/** @throws LimitReached */
export function readEmbeddedFiles(file: PdfFile, out: Sink): void {
  const files = new Files(file, out);
  for (const number of file.numbers) {
    file.budget.step();
    const object = file.resolve(new Ref(number));
    files.search(object instanceof Stream ? object.dict : object, 0);
  }
}
