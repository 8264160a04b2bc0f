/** Text of a document as a person would copy it: paragraphs as lines, tables as rows of cells, boxes behind their paragraphs; hidden and deleted text apart. */
import type { XmlTag } from "../../xml.ts";
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
/** A page of letter size, in English Metric Units. */
const PAGE_AREA = 7_772_400 * 10_058_400;
/** A label right before a stretch of text, which gives it its meaning: "MRN: ". */
function labelBefore(text: string): string {
  return /[^\n\t.;,:]{1,40}[:#=]\s{0,3}$/.exec(text.slice(-45))?.[0] ?? "";
}

function textOfBlock({ lines }: Block): string {
  return lines.map(({ text }) => text).join("\n");
}

/** Where text of any kind of document is gathered. */
export class DocumentText {
  readonly hidden: string[] = [];
  readonly deleted: string[] = [];
  /** What forms hold: names of fields and controls, codes of fields. */
  readonly codes: string[] = [];
  readonly people = new Set<string>();
  pictures: Picture[] = [];
  /** How many deletions the reading stands in. */
  deletions = 0;
  /** What is written is not shown. */
  vanished = false;

  protected blocks: Block[] = [{ lines: [], open: "", after: [] }];
  private readonly grids: Grid[] = [];
  private gone = "";
  private unseen = "";
  private share: number | undefined;

  /** What was read since the last call. */
  take(): string {
    this.endParagraph();
    // A part that was cut leaves tables and boxes open.
    const rows = this.grids.splice(0).flatMap((grid) => [...grid.rows, ...grid.cells.map(textOfBlock), ...grid.below]);
    const text = [...this.blocks.map(textOfBlock), ...rows].filter((lines) => lines !== "").join("\n");
    this.blocks = [{ lines: [], open: "", after: [] }];
    this.deletions = 0;
    this.vanished = false;
    return text;
  }

  protected get block(): Block {
    return this.blocks[this.blocks.length - 1] as Block;
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
  }

  delete(by: number): void {
    this.deletions = Math.max(0, this.deletions + by);
  }

  person(name: string | undefined): void {
    if (name !== undefined && name !== "") this.people.add(name);
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

  /** The cell covers so many columns. */
  span(columns: number): void {
    const spans = this.grids[this.grids.length - 1]?.spans;
    if (spans !== undefined) spans[spans.length - 1] = Math.max(1, Math.min(WIDEST_SPAN, columns || 1));
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

  extent(tag: XmlTag): void {
    const area = Number(tag.attribute("cx")) * Number(tag.attribute("cy"));
    if (area > 0) this.share = area / PAGE_AREA;
  }

  picture(id: string | undefined): void {
    if (id !== undefined && id !== "") this.pictures.push({ id, ...(this.share === undefined ? {} : { share: this.share }) });
    this.share = undefined;
  }

  /** Some say how large a picture is behind it. */
  extentBehind(tag: XmlTag): void {
    const last = this.pictures[this.pictures.length - 1];
    this.extent(tag);
    if (last !== undefined && last.share === undefined && this.share !== undefined) this.pictures[this.pictures.length - 1] = { id: last.id, share: this.share };
    this.share = undefined;
  }
}
