/** The pages of a PDF (ISO 32000-1, 7.7.3): one text part each, and what of them is picture only. */
import { joinedBytes } from "../../bytes.ts";
import type { Sink } from "../../sink.ts";
import type { PdfFile } from "./file.ts";
import type { Font } from "./font.ts";
import { Interpreter } from "./interpreter.ts";
import type { Drawn } from "./interpreter.ts";
import { layOut } from "./layout.ts";
import { isDict, isList, Ref, Stream } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";

export interface Page {
  readonly dict: Dict;
  /** Own or inherited (Table 31). */
  readonly resources: Dict;
  readonly area: number;
}

const DEEPEST = 50;
const MOST_PAGES = 20_000;
const NO_DICT: Dict = new Map();
/** Points; a page that tells no size is a US letter. */
const LETTER = 612 * 792;
/** Fewer letters than this beside a picture that covers this share: the page is a picture. Without any letter a smaller one will do. */
const FEW_LETTERS = 20;
const PICTURE_SHARE = 0.3;
const LONE_PICTURE_SHARE = 0.1;
/** As many curves are some 30 letters drawn as outlines. */
const MANY_CURVES = 300;
const UNMAPPED_SHARE = 0.2;
/** Content this long that shows no letter shows something that was not read. */
const SILENT_BYTES = 2_000;

interface Inherited {
  readonly resources: PdfObject | undefined;
  readonly box: PdfObject | undefined;
}

class Pages {
  readonly found: Page[] = [];
  private readonly file: PdfFile;
  private readonly seen = new Set<number>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  walk(node: PdfObject | undefined, inherited: Inherited, depth: number): void {
    const { file } = this;
    file.budget.step();
    if (node instanceof Ref) {
      if (this.seen.has(node.number)) return;
      this.seen.add(node.number);
    }
    const dict = file.resolve(node);
    if (!isDict(dict)) {
      file.damaged = true;
      return;
    }
    if (depth > DEEPEST || this.found.length >= MOST_PAGES) {
      file.tooLong = true;
      return;
    }
    const own = { resources: dict.get("Resources") ?? inherited.resources, box: dict.get("CropBox") ?? dict.get("MediaBox") ?? inherited.box };
    const kids = file.resolve(dict.get("Kids"));
    if (isList(kids)) for (const kid of kids) this.walk(kid, own, depth + 1);
    else this.found.push({ dict, resources: file.dict(own.resources) ?? NO_DICT, area: this.area(own.box) });
  }

  private area(box: PdfObject | undefined): number {
    const [left = 0, bottom = 0, right = 0, top = 0] = this.file.numbersOf(box, 4) ?? [];
    return Math.abs((right - left) * (top - bottom)) || LETTER;
  }
}

/** By the page tree; where it is broken, every object that says it is a page. */
export function pagesOf(catalog: Dict | undefined, file: PdfFile): readonly Page[] {
  const pages = new Pages(file);
  const none: Inherited = { resources: undefined, box: undefined };
  if (catalog?.has("Pages") === true) pages.walk(catalog.get("Pages"), none, 0);
  if (pages.found.length > 0) return pages.found;
  file.damaged = true;
  for (const number of file.numbers) {
    const dict = file.resolve(new Ref(number));
    if (isDict(dict) && file.name(dict.get("Type")) === "Page") pages.walk(new Ref(number), none, 0);
  }
  return pages.found;
}

const SPACE = Uint8Array.of(32);

/** A page's content: several streams are read as one (7.7.3.3). */
function content(page: Page, file: PdfFile): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const item of file.some(page.dict.get("Contents"))) {
    const stream = file.resolve(item);
    const bytes = stream instanceof Stream ? file.data(stream) : undefined;
    // Not there, or under a filter that no content has.
    if (bytes === undefined) file.damaged = true;
    else pieces.push(...(pieces.length > 0 ? [SPACE] : []), bytes);
  }
  return joinedBytes(pieces);
}

function isPicture({ glyphs, pictureArea, curves }: Drawn, { area }: Page): boolean {
  return glyphs < FEW_LETTERS && (curves >= MANY_CURVES || pictureArea >= (glyphs === 0 ? LONE_PICTURE_SHARE : PICTURE_SHARE) * area);
}

/** Hands over the text of each page. @throws LimitReached */
export function readPages(pages: readonly Page[], file: PdfFile, out: Sink): void {
  const fonts = new Map<Dict, Font>();
  let [pictures, glyphs, unmapped, bytes] = [0, 0, 0, 0];
  let isUnmapped = false;
  pages.forEach((page, at) => {
    file.budget.step();
    const interpreter = new Interpreter(file, fonts);
    const { drawn } = interpreter;
    try {
      const own = content(page, file);
      bytes += own.length;
      interpreter.run(own, page.resources);
    } finally {
      // At a limit the page's text so far is kept.
      out.text(layOut(drawn.spans.list), { kind: "page", number: at + 1 });
    }
    glyphs += drawn.glyphs;
    unmapped += drawn.unmapped;
    isUnmapped ||= drawn.unmapped > 0 && drawn.unmapped >= UNMAPPED_SHARE * drawn.glyphs;
    if (isPicture(drawn, page)) pictures += 1;
  });
  if (isUnmapped || (unmapped > 0 && unmapped >= UNMAPPED_SHARE * glyphs)) out.missed("text-unmapped");
  if (glyphs === 0 && bytes > SILENT_BYTES) out.missed("no-text");
  if (pictures > 0 && pictures === pages.length) out.unread("image-only");
  else if (pictures > 0) out.missed("image-only");
}
