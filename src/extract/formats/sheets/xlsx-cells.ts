/** The cells of one worksheet part (ECMA-376 part 1, 18.3). */
import type { XmlEvents, XmlTag } from "../../xml.ts";
import type { Cells, Sheet } from "./sheet.ts";
import { columnOf, MOST_COLUMNS } from "./sheet.ts";
import { shownNumber } from "./values.ts";
import type { NumberFormat } from "./values.ts";

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly strings: SharedStrings;
  /** By the index that a cell gives as its style. */
  readonly formats: readonly NumberFormat[];
  readonly since1904: boolean;
}

/** Texts that cells refer to by number. Those that no cell refers to are what Excel kept of deleted cells. */
export class SharedStrings {
  private readonly texts: string[] = [];
  private readonly used: boolean[] = [];

  add(text: string): void {
    this.texts.push(text);
    this.used.push(false);
  }

  use(index: number): string {
    const text = this.texts[index];
    if (text === undefined) return "";
    this.used[index] = true;
    return text;
  }

  unused(): readonly string[] {
    return this.texts.filter((text, index) => text !== "" && this.used[index] === false);
  }
}

const PLAIN: NumberFormat = { date: false };

function isOn(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|true|on)$/.test(value);
}

/** Literals of formulas that hold a word: `="Maria "&B2`. */
const LITERAL = /"([^"]{3,2000})"/g;
const WORD = /[a-z]{3}/i;
const MOST_LITERALS = 2_000;

/** Hands a worksheet's rows to `sheet`; keeps what else it says: prompts, page headers, literals of formulas. */
export class WorksheetReader implements XmlEvents {
  /** Page headers and footers. */
  readonly headers: string[] = [];
  /** Prompts and error texts of data validation. */
  readonly prompts: string[] = [];
  readonly literals = new Set<string>();
  private readonly book: Workbook;
  private readonly sheet: Sheet;
  private cells: Cells = [];
  private rowHidden = false;
  private column = -1;
  private type = "";
  private style = 0;
  private value = "";
  private taking: "value" | "formula" | "header" | undefined;
  private phonetic = false;
  private formula = "";

  constructor(book: Workbook, sheet: Sheet) {
    this.book = book;
    this.sheet = sheet;
  }

  open(tag: XmlTag): void {
    switch (tag.name) {
      case "c":
        return this.openCell(tag);
      case "v":
        this.taking = "value";
        return;
      case "t":
        if (!this.phonetic) this.taking = "value";
        return;
      case "f":
        this.taking = "formula";
        return;
      case "row":
        this.cells = [];
        this.column = -1;
        this.rowHidden = isOn(tag.attribute("hidden"));
        return;
      case "rPh":
        this.phonetic = true;
        return;
      case "col":
        if (isOn(tag.attribute("hidden"))) this.sheet.hideColumns(Number(tag.attribute("min")) - 1, Number(tag.attribute("max")) - 1);
        return;
      case "dataValidation":
        for (const name of ["promptTitle", "prompt", "errorTitle", "error"]) this.prompts.push(tag.attribute(name) ?? "");
        return;
      default:
        if (/^(?:odd|even|first)(?:Header|Footer)$/.test(tag.name)) {
          this.taking = "header";
          this.value = "";
        }
    }
  }

  private openCell(tag: XmlTag): void {
    const reference = tag.attribute("r");
    // A cell without a reference follows the one before it.
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = tag.attribute("t") ?? "n";
    this.style = Number(tag.attribute("s") ?? 0);
    this.value = "";
    this.formula = "";
  }

  text(text: string): void {
    if (this.taking === "formula") this.formula += text;
    else if (this.taking !== undefined) this.value += text;
  }

  close(name: string): void {
    switch (name) {
      case "c":
        return this.closeCell();
      case "row":
        return this.sheet.row(this.cells, this.rowHidden);
      case "rPh":
        this.phonetic = false;
        return;
      case "v": case "t": case "f":
        this.taking = undefined;
        return;
      default:
        if (this.taking !== "header") return;
        this.taking = undefined;
        // "&L&"Arial,Bold"&12Name&RPage &P": codes of place, font and size.
        this.headers.push(this.value.replace(/&"[^"]*"|&[A-ILN-PR-UX-Z]|&\d{1,3}(?!\d)|&K[\dA-F]{6}/g, " ").trim());
    }
  }

  private closeCell(): void {
    if (this.formula !== "" && this.literals.size < MOST_LITERALS) for (const [, literal = ""] of this.formula.matchAll(LITERAL)) if (WORD.test(literal)) this.literals.add(literal);
    if (this.value === "" || this.column < 0 || this.column >= MOST_COLUMNS) return;
    this.cells[this.column] = this.shown();
  }

  private shown(): string {
    const { strings, formats, since1904 } = this.book;
    switch (this.type) {
      case "s":
        return strings.use(Number(this.value));
      case "str": case "inlineStr": case "d":
        return this.value;
      case "b":
        return this.value === "1" ? "TRUE" : "FALSE";
      case "e":
        return "";
      default: {
        const number = Number(this.value);
        return Number.isNaN(number) ? this.value : shownNumber(number, formats[this.style] ?? PLAIN, since1904);
      }
    }
  }
}
