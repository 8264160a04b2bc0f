/** Annotations (ISO 32000-1, 12.5): notes with their authors, text boxes, stamps, links that carry data. */
import type { Sink } from "../../sink.ts";
import { undoEntities } from "../../xml.ts";
import type { PdfFile } from "./file.ts";
import type { Font } from "./font.ts";
import { Interpreter } from "./interpreter.ts";
import { layOut } from "./layout.ts";
import { Stream } from "./objects.ts";
import type { Dict } from "./objects.ts";
import type { Page } from "./pages.ts";

const MOST_ANNOTATIONS = 20_000;
/** Flags (Table 165). */
const HIDDEN = 2;
/** Their text stands in their appearance alone, or is read there when `Contents` lacks it. */
const DRAWN = new Set(["FreeText", "Stamp", "Widget"]);

/** What the normal appearance (12.5.5) draws. */
function appearance(annotation: Dict, page: Page, file: PdfFile, fonts: Map<Dict, Font>): string {
  const normal = file.resolve(file.dict(annotation.get("AP"))?.get("N"));
  const state = normal instanceof Stream ? normal : file.resolve(file.dict(normal)?.get(file.name(annotation.get("AS")) ?? ""));
  if (!(state instanceof Stream)) return "";
  const interpreter = new Interpreter(file, fonts);
  interpreter.appearance(state, page.resources);
  return layOut(interpreter.drawn.spans.list);
}

function contentOf(annotation: Dict, kind: string, page: Page, file: PdfFile, fonts: Map<Dict, Font>): readonly string[] {
  const author = kind === "Widget" ? "" : file.text(annotation.get("T"));
  const rich = file.text(annotation.get("RC")).replace(/<[^<>]*>/g, " ");
  const text = file.text(annotation.get("Contents")) || undoEntities(rich).replace(/\s+/g, " ").trim();
  const subject = file.text(annotation.get("Subj"));
  const lines = [text === "" && subject === "" ? "" : [author, [subject, text].filter((piece) => piece !== "").join(": ")].filter((piece) => piece !== "").join(": ")];
  const action = file.dict(annotation.get("A"));
  const link = file.resolve(action?.get("URI"));
  // Addresses of pages are no content; what is sent along with them may be.
  if (typeof link === "string" && /^(?:mailto|tel):|[?&=]/i.test(link)) lines.push(link);
  if (DRAWN.has(kind)) {
    const drawn = appearance(annotation, page, file, fonts);
    if (drawn.trim() !== text.trim()) lines.push(drawn);
  }
  return lines.filter((line) => line !== "");
}

/** What stands on the pages beside their content. Widgets' appearances go to `form`, where a field's value may be lacking. @throws LimitReached */
export function readAnnotations(pages: readonly Page[], file: PdfFile, out: Sink): void {
  const fonts = new Map<Dict, Font>();
  let count = 0;
  pages.forEach((page, at) => {
    const visible: string[] = [];
    const hidden: string[] = [];
    const widgets: string[] = [];
    for (const entry of file.list(page.dict.get("Annots"))) {
      file.budget.step();
      const annotation = file.dict(entry);
      if (annotation === undefined || ++count > MOST_ANNOTATIONS) continue;
      const kind = file.name(annotation.get("Subtype")) ?? "";
      const lines = contentOf(annotation, kind, page, file, fonts);
      if (kind === "Widget") widgets.push(...lines);
      else if ((file.number(annotation.get("F"), 0) & HIDDEN) !== 0) hidden.push(...lines);
      else visible.push(...lines);
    }
    const place = { kind: "comment", number: at + 1 } as const;
    out.text(visible.join("\n"), place);
    out.text(hidden.join("\n"), { ...place, hidden: true });
    out.text(widgets.join("\n"), { kind: "form", number: at + 1 });
  });
  if (count > MOST_ANNOTATIONS) file.tooLong = true;
}
