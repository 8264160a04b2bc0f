/** The text of one WordprocessingML part (ECMA-376 part 1, 17): what is shown, what is hidden, what was deleted. */
import type { XmlEvents, XmlTag } from "../../xml.ts";
import type { Picture } from "./parts.ts";

/** Paragraphs that belong together: a body, a cell, a text box. */
interface Block {
  /** A nested table is one item; its rows are lines of their own. */
  readonly lines: { readonly text: string; readonly isTable: boolean }[];
  /** The paragraph that is being written. */
  open: string;
  /** Lines of text boxes that hang on it. */
  after: string[];
}

interface Grid {
  readonly rows: string[];
  /** Tables inside cells, which stand below. */
  readonly below: string[];
  cells: Block[];
  spans: number[];
}

const WIDEST_SPAN = 60;
/** Fields whose code tells nothing (17.16.5). */
const PLAIN_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|NOTEREF|SEQ|DATE|TIME|SAVEDATE|CREATEDATE|PRINTDATE|FILENAME|STYLEREF|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|XE|TC|SYMBOL|EQ|=|TITLE|AUTHOR|NUMWORDS|LISTNUM|SHAPE|EMBED)\b/i;
/** A page of letter size, in English Metric Units. */
const PAGE_AREA = 7_772_400 * 10_058_400;
/** Deeper nesting than any document has. */
const DEEPEST = 400;

function isOn(tag: XmlTag): boolean {
  return !/^(?:0|false|off|none)$/.test(tag.attribute("val") ?? "");
}

/** A label right before a stretch of text, which gives it its meaning: "MRN: ". */
function labelBefore(text: string): string {
  return /[^\n\t.;,:]{1,40}[:#=]\s{0,3}$/.exec(text.slice(-45))?.[0] ?? "";
}

function textOfBlock({ lines }: Block): string {
  return lines.map(({ text }) => text).join("\n");
}

/** Handles the events of one part after another. */
export class WordText implements XmlEvents {
  readonly hidden: string[] = [];
  readonly deleted: string[] = [];
  /** Codes of fields, and what form fields and content controls are called. */
  readonly codes: string[] = [];
  readonly people = new Set<string>();
  pictures: Picture[] = [];

  private readonly hiddenStyles: ReadonlySet<string>;
  private blocks: Block[] = [{ lines: [], open: "", after: [] }];
  private readonly grids: Grid[] = [];
  private readonly alternates: boolean[] = [];
  private readonly fields: string[] = [];
  private readonly controls: { name: string; from: number }[] = [];
  private skipped = 0;
  private depth = 0;
  private deletions = 0;
  private inRun = false;
  private inForm = false;
  private taking: "" | "text" | "code" = "";
  private vanished = false;
  private vanishedStyle = false;
  private gone = "";
  private unseen = "";
  private share: number | undefined;

  constructor(hiddenStyles: ReadonlySet<string>) {
    this.hiddenStyles = hiddenStyles;
  }

  /** What was read since the last call. */
  take(): string {
    this.endParagraph();
    // A part that was cut leaves tables and boxes open.
    const rows = this.grids.splice(0).flatMap((grid) => [...grid.rows, ...grid.cells.map(textOfBlock), ...grid.below]);
    const text = [...this.blocks.map(textOfBlock), ...rows].filter((lines) => lines !== "").join("\n");
    this.blocks = [{ lines: [], open: "", after: [] }];
    this.alternates.length = this.fields.length = this.controls.length = 0;
    this.skipped = this.depth = this.deletions = 0;
    this.taking = "";
    this.inRun = this.inForm = this.vanished = false;
    return text;
  }

  private get block(): Block {
    return this.blocks[this.blocks.length - 1] as Block;
  }

  open(tag: XmlTag): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    if (++this.depth > DEEPEST) throw new RangeError("XML nests too deep");
    (STARTS[tag.name] ?? nothing)(this, tag);
  }

  text(text: string): void {
    if (this.taking === "" || this.skipped > 0) return;
    if (this.taking === "code") this.fields.push((this.fields.pop() ?? "") + text);
    else this.write(text);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    this.depth -= 1;
    (ENDS[name] ?? nothing)(this);
  }

  skip(): void {
    this.skipped = 1;
    this.depth -= 1;
  }

  write(text: string): void {
    const block = this.block;
    if (this.deletions > 0) this.gone += (this.gone === "" ? labelBefore(block.open) : "") + text;
    else if (this.vanished) this.unseen += (this.unseen === "" ? labelBefore(block.open) : "") + text;
    else block.open += text;
  }

  aside(text: string | undefined): void {
    if (text !== undefined && text.trim() !== "") this.hidden.push(text);
  }

  endParagraph(): void {
    const block = this.block;
    if (block.open !== "") block.lines.push({ text: block.open, isTable: false });
    for (const text of block.after) block.lines.push({ text, isTable: false });
    block.open = "";
    block.after = [];
    if (this.unseen !== "") this.hidden.push(this.unseen);
    if (this.gone !== "") this.deleted.push(this.gone);
    this.unseen = this.gone = "";
    this.vanishedStyle = false;
  }

  startRun(): void {
    this.inRun = true;
    this.vanished = this.vanishedStyle;
  }

  endRun(): void {
    this.inRun = this.vanished = false;
  }

  style(tag: XmlTag, ofRun: boolean): void {
    if (!this.hiddenStyles.has(tag.attribute("val") ?? "")) return;
    if (ofRun) this.vanished = true;
    else this.vanishedStyle = true;
  }

  vanish(tag: XmlTag): void {
    if (this.inRun) this.vanished = isOn(tag);
  }

  tab(): void {
    if (this.inRun) this.write("\t");
  }

  alternate(taken: boolean): void {
    if (this.alternates[this.alternates.length - 1] === true) this.skip();
    else if (taken) this.alternates[this.alternates.length - 1] = true;
  }

  startAlternates(): void {
    this.alternates.push(false);
  }

  endAlternates(): void {
    this.alternates.pop();
  }

  takeText(deleted: boolean): void {
    this.taking = "text";
    if (deleted) this.deletions += 1;
  }

  endText(deleted: boolean): void {
    this.taking = "";
    if (deleted) this.deletions -= 1;
  }

  takeCode(): void {
    this.taking = "code";
    if (this.fields.length === 0) this.fields.push("");
  }

  field(type: string | undefined): void {
    if (type === "begin") this.fields.push("");
    else if (type === "separate") this.code(this.fields[this.fields.length - 1] ?? "");
    else if (type === "end") this.fields.pop();
    if (type === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = "";
  }

  code(code: string): void {
    if (code.trim() !== "" && !PLAIN_FIELD.test(code)) this.codes.push(code.trim());
  }

  delete(by: number): void {
    this.deletions = Math.max(0, this.deletions + by);
  }

  author(tag: XmlTag): void {
    const author = tag.attribute("author");
    if (author !== undefined && author !== "") this.people.add(author);
  }

  startBox(): void {
    this.blocks.push({ lines: [], open: "", after: [] });
  }

  endBox(): void {
    if (this.blocks.length < 2) return;
    this.endParagraph();
    const text = textOfBlock(this.blocks.pop() as Block);
    if (text !== "") this.block.after.push(text);
  }

  startTable(): void {
    if (this.block.open !== "") this.endParagraph();
    this.grids.push({ rows: [], below: [], cells: [], spans: [] });
  }

  startCell(): void {
    this.grids[this.grids.length - 1]?.spans.push(1);
    this.startBox();
  }

  span(tag: XmlTag): void {
    const spans = this.grids[this.grids.length - 1]?.spans;
    if (spans !== undefined) spans[spans.length - 1] = Math.min(WIDEST_SPAN, Number(tag.attribute("val")) || 1);
  }

  endCell(): void {
    if (this.blocks.length < 2) return;
    this.endParagraph();
    this.grids[this.grids.length - 1]?.cells.push(this.blocks.pop() as Block);
  }

  /** A row of one cell is a frame around paragraphs: they keep their lines. */
  endRow(): void {
    const grid = this.grids[this.grids.length - 1];
    if (grid === undefined) return;
    const { cells, spans, rows, below } = grid;
    if (cells.length === 1) rows.push(textOfBlock(cells[0] as Block));
    else {
      const row = cells.map(({ lines }, at) => {
        below.push(...lines.filter(({ isTable }) => isTable).map(({ text }) => text));
        return lines.filter(({ isTable }) => !isTable).map(({ text }) => text.replace(/[\t\n]+/g, " ").trim()).join(" ") + "\t".repeat((spans[at] ?? 1) - 1);
      }).join("\t").trimEnd();
      if (row !== "") rows.push(row);
    }
    grid.cells = [];
    grid.spans = [];
  }

  endTable(): void {
    const grid = this.grids.pop();
    if (grid === undefined) return;
    const text = [...grid.rows, ...grid.below].join("\n");
    if (text !== "") this.block.lines.push({ text, isTable: true });
  }

  startControl(): void {
    this.controls.push({ name: "", from: this.block.open.length });
  }

  nameControl(tag: XmlTag): void {
    const control = this.controls[this.controls.length - 1];
    if (control !== undefined) control.name = tag.attribute("val") ?? "";
  }

  endControl(): void {
    const control = this.controls.pop();
    if (control === undefined || control.name === "") return;
    const content = this.block.open.slice(control.from).trim();
    this.codes.push(content === "" ? control.name : `${control.name}: ${content}`);
  }

  form(on: boolean): void {
    this.inForm = on;
  }

  formText(tag: XmlTag): void {
    const value = this.inForm ? tag.attribute("val") ?? "" : "";
    if (/\p{L}{2}/u.test(value)) this.codes.push(value);
  }

  extent(tag: XmlTag): void {
    const area = Number(tag.attribute("cx")) * Number(tag.attribute("cy"));
    if (area > 0) this.share = area / PAGE_AREA;
  }

  picture(id: string | undefined, sized: boolean): void {
    if (id !== undefined) this.pictures.push({ id, ...(sized && this.share !== undefined ? { share: this.share } : {}) });
  }
}

function nothing(): void { /* Most elements only say how text looks. */ }

type Start = (text: WordText, tag: XmlTag) => void;
const drop: Start = (text) => text.skip();
const formText: Start = (text, tag) => text.formText(tag);

const STARTS: Readonly<Record<string, Start>> = {
  r: (text) => text.startRun(), t: (text) => text.takeText(false), delText: (text) => text.takeText(true), instrText: (text) => text.takeCode(), delInstrText: (text) => text.takeCode(),
  tab: (text) => text.tab(), ptab: (text) => text.tab(), br: (text) => text.write("\n"), cr: (text) => text.write("\n"), noBreakHyphen: (text) => text.write("-"),
  sym: (text, tag) => {
    const point = parseInt(tag.attribute("char") ?? "", 16);
    // The private use area holds dingbats.
    text.write(point > 0x20 && point < 0xe000 ? String.fromCharCode(point) : " ");
  },
  rStyle: (text, tag) => text.style(tag, true), pStyle: (text, tag) => text.style(tag, false), vanish: (text, tag) => text.vanish(tag), specVanish: (text, tag) => text.vanish(tag),
  tbl: (text) => text.startTable(), tc: (text) => text.startCell(), gridSpan: (text, tag) => text.span(tag), txbxContent: (text) => text.startBox(),
  AlternateContent: (text) => text.startAlternates(), Choice: (text) => text.alternate(true), Fallback: (text) => text.alternate(false), rt: drop,
  del: (text, tag) => { text.delete(1); text.author(tag); }, moveFrom: (text, tag) => { text.delete(1); text.author(tag); }, ins: (text, tag) => text.author(tag), moveTo: (text, tag) => text.author(tag),
  comment: (text, tag) => { text.author(tag); text.write(`${tag.attribute("author") ?? ""}: `); },
  fldChar: (text, tag) => text.field(tag.attribute("fldCharType")), fldSimple: (text, tag) => text.code(tag.attribute("instr") ?? ""),
  sdt: (text) => text.startControl(), alias: (text, tag) => text.nameControl(tag),
  ffData: (text) => text.form(true), helpText: formText, statusText: formText, default: formText, listEntry: formText,
  docPr: (text, tag) => { text.aside(tag.attribute("title")); text.aside(tag.attribute("descr")); }, cNvPr: (text, tag) => text.aside(tag.attribute("descr")), textpath: (text, tag) => text.write(tag.attribute("string") ?? ""),
  extent: (text, tag) => text.extent(tag), blip: (text, tag) => text.picture(tag.attribute("embed"), true), imagedata: (text, tag) => { text.picture(tag.attribute("id"), false); text.aside(tag.attribute("title")); },
};

const ENDS: Readonly<Record<string, (text: WordText) => void>> = {
  p: (text) => text.endParagraph(), r: (text) => text.endRun(), t: (text) => text.endText(false), delText: (text) => text.endText(true), instrText: (text) => text.endText(false), delInstrText: (text) => text.endText(false),
  tc: (text) => text.endCell(), tr: (text) => text.endRow(), tbl: (text) => text.endTable(), txbxContent: (text) => text.endBox(), AlternateContent: (text) => text.endAlternates(),
  del: (text) => text.delete(-1), moveFrom: (text) => text.delete(-1), sdt: (text) => text.endControl(), ffData: (text) => text.form(false),
};
