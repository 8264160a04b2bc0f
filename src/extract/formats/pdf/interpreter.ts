/** Runs a content stream (ISO 32000-1, 7.8.2) as far as text goes: where which letters stand, and how much of the page pictures cover. */
import type { PdfFile } from "./file.ts";
import { readFont } from "./font.ts";
import type { Font } from "./font.ts";
import { isWhite, Lexer } from "./lexer.ts";
import { IDENTITY, matrixOf, multiply } from "./matrix.ts";
import type { Matrix } from "./matrix.ts";
import { Command, isDict, isList, Name, Stream } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";
import { Spans } from "./spans.ts";
import { textOfString } from "./strings.ts";

/** Forms in forms, forms drawn in all, operators in all: a page draws far less, a hostile one has no end. */
const DEEPEST = 12;
const MOST_FORMS = 5_000;
const MOST_OPERATORS = 2_000_000;
const MOST_OPERANDS = 300;
const MOST_STATES = 200;
const NO_DICT: Dict = new Map();

/** What `q` keeps and `Q` brings back (8.4). */
interface State {
  ctm: Matrix;
  font: Font | undefined;
  size: number;
  spacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

/** What was drawn. */
export interface Drawn {
  readonly spans: Spans;
  glyphs: number;
  unmapped: number;
  /** What all pictures cover, in units of the page. */
  pictureArea: number;
  /** Curves drawn: letters as outlines are made of them. */
  curves: number;
}

export class Interpreter {
  readonly drawn: Drawn = { spans: new Spans(), glyphs: 0, unmapped: 0, pictureArea: 0, curves: 0 };
  private readonly file: PdfFile;
  private readonly fonts: Map<Dict, Font>;
  private readonly open = new Set<Stream>();
  /** Forms that draw nothing of interest: run once, then left out. */
  private readonly idle = new Set<Stream>();
  private forms = 0;
  private state: State = { ctm: IDENTITY, font: undefined, size: 1, spacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  private states: State[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private resources: Dict = NO_DICT;
  /** Marked content: text that replaces what is drawn (14.9.4), or `undefined`. */
  private marked: (string | undefined)[] = [];
  private replacement: string | undefined;

  /** `fonts` are kept from page to page. */
  constructor(file: PdfFile, fonts: Map<Dict, Font>) {
    this.file = file;
    this.fonts = fonts;
  }

  /** @throws LimitReached */
  run(bytes: Uint8Array, resources: Dict, depth = 0): void {
    const outer = this.resources;
    this.resources = resources;
    const lexer = new Lexer(bytes, 0, false);
    const operands: PdfObject[] = [];
    for (let object = lexer.next(); object !== undefined && !this.drawn.spans.full; object = lexer.next()) {
      if (!(object instanceof Command)) {
        if (operands.length < MOST_OPERANDS) operands.push(object);
        continue;
      }
      this.file.budget.step();
      this.file.operators += 1;
      if (this.file.operators > MOST_OPERATORS) {
        this.file.tooLong = true;
        break;
      }
      this.operator(object.word, operands, lexer, depth);
      operands.length = 0;
    }
    if (lexer.overflowed || this.drawn.spans.full) this.file.tooLong = true;
    this.resources = outer;
  }

  private operator(word: string, operands: readonly PdfObject[], lexer: Lexer, depth: number): void {
    const last = operands[operands.length - 1];
    if (this.textOperator(word, operands, last) || this.stateOperator(word, operands, last)) return;
    if (word === "c" || word === "v" || word === "y") this.drawn.curves += 1;
    else if (word === "Do") this.paint(last, depth);
    else if (word === "BI") this.inlinePicture(lexer);
    else if (word === "BMC") this.mark(undefined);
    else if (word === "BDC") this.mark(last);
    else if (word === "EMC") {
      this.marked.pop();
      this.replacement = this.marked[this.marked.length - 1];
    }
  }

  private numberAt(operands: readonly PdfObject[], fromEnd: number): number {
    const value = operands[operands.length - fromEnd];
    return typeof value === "number" ? value : 0;
  }

  /** 9.4. False: it is none of text. */
  private textOperator(word: string, operands: readonly PdfObject[], last: PdfObject | undefined): boolean {
    const { state } = this;
    switch (word) {
      case "BT":
        this.text = this.line = IDENTITY;
        return true;
      case "Tm":
        this.text = this.line = matrixOf(operands.slice(-6)) ?? IDENTITY;
        return true;
      case "TD":
        state.leading = -this.numberAt(operands, 1);
        this.move(this.numberAt(operands, 2), this.numberAt(operands, 1));
        return true;
      case "Td":
        this.move(this.numberAt(operands, 2), this.numberAt(operands, 1));
        return true;
      case "T*":
        this.move(0, -state.leading);
        return true;
      case "\"":
        state.wordSpacing = this.numberAt(operands, 3);
        state.spacing = this.numberAt(operands, 2);
        this.move(0, -state.leading);
        this.show(last);
        return true;
      case "'":
        this.move(0, -state.leading);
        this.show(last);
        return true;
      case "Tj":
        this.show(last);
        return true;
      case "TJ":
        if (isList(last)) for (const item of last) this.showItem(item);
        return true;
      default:
        return false;
    }
  }

  /** 8.4.4 and 9.3. */
  private stateOperator(word: string, operands: readonly PdfObject[], last: PdfObject | undefined): boolean {
    const { state } = this;
    const value = typeof last === "number" ? last : 0;
    switch (word) {
      case "Tf":
        state.size = value;
        state.font = this.font(operands[operands.length - 2]);
        return true;
      case "Tc":
        state.spacing = value;
        return true;
      case "Tw":
        state.wordSpacing = value;
        return true;
      case "Tz":
        state.scale = value / 100;
        return true;
      case "TL":
        state.leading = value;
        return true;
      case "Ts":
        state.rise = value;
        return true;
      case "cm":
        state.ctm = multiply(matrixOf(operands.slice(-6)) ?? IDENTITY, state.ctm);
        return true;
      case "q":
        if (this.states.length < MOST_STATES) this.states.push({ ...state });
        return true;
      case "Q":
        this.state = this.states.pop() ?? state;
        return true;
      case "gs":
        this.graphicsState(last);
        return true;
      default:
        return false;
    }
  }

  private resource(kind: string, name: PdfObject | undefined): PdfObject {
    return name instanceof Name ? this.file.resolve(this.file.dict(this.resources.get(kind))?.get(name.name)) : null;
  }

  private font(name: PdfObject | undefined): Font | undefined {
    const dict = this.resource("Font", name);
    return isDict(dict) ? this.fontOf(dict) : undefined;
  }

  private fontOf(dict: Dict): Font {
    const known = this.fonts.get(dict) ?? readFont(dict, this.file);
    this.fonts.set(dict, known);
    return known;
  }

  /** A font may be set here too (8.4.5). */
  private graphicsState(name: PdfObject | undefined): void {
    const own = this.file.dict(this.resource("ExtGState", name));
    const [font, size] = this.file.list(own?.get("Font"));
    const dict = this.file.dict(font);
    if (dict === undefined) return;
    this.state.font = this.fontOf(dict);
    this.state.size = this.file.number(size, 1);
  }

  private move(x: number, y: number): void {
    this.text = this.line = multiply([1, 0, 0, 1, x, y], this.line);
  }

  private advance(by: number): void {
    const [a, b, c, d, e, f] = this.text;
    this.text = [a, b, c, d, e + by * a, f + by * b];
  }

  private showItem(item: PdfObject): void {
    if (typeof item === "number") this.advance((-item / 1000) * this.state.size * this.state.scale);
    else this.show(item);
  }

  private show(bytes: PdfObject | undefined): void {
    if (typeof bytes !== "string" || bytes === "") return;
    const { state, drawn } = this;
    const font = (state.font ??= this.fontOf(NO_DICT));
    const { text, width, glyphs, blanks, unmapped } = font.show(bytes);
    this.file.budget.step(bytes.length >> 4);
    const across = ((width / 1000) * state.size + blanks * state.wordSpacing + glyphs * state.spacing) * state.scale;
    const kept = this.replacement ?? text;
    drawn.glyphs += glyphs;
    drawn.unmapped += this.replacement === undefined ? unmapped : 0;
    const matrix = multiply([1, 0, 0, 1, 0, state.rise], multiply(this.text, state.ctm));
    // The last letter's own spacing parts nothing.
    if (kept !== "") drawn.spans.add(kept, matrix, { width: across - state.spacing * state.scale, size: state.size, inOrder: this.replacement !== undefined });
    if (this.replacement !== undefined && this.replacement !== "") this.replace("");
    this.advance(across);
  }

  /** The replacement was written; what else is drawn under it is not. */
  private replace(text: string): void {
    this.replacement = text;
    this.marked = this.marked.map((own) => (own === undefined ? own : text));
  }

  private mark(properties: PdfObject | undefined): void {
    const dict = isDict(properties) ? properties : this.file.dict(this.resource("Properties", properties));
    const actual = this.file.resolve(dict?.get("ActualText"));
    const own = typeof actual === "string" ? textOfString(actual) : undefined;
    if (this.marked.length < MOST_STATES) this.marked.push(this.replacement ?? own);
    this.replacement ??= own;
  }

  private cover({ ctm }: State): void {
    this.drawn.pictureArea += Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]);
  }

  private paint(name: PdfObject | undefined, depth: number): void {
    const object = this.resource("XObject", name);
    if (!(object instanceof Stream)) return;
    const kind = this.file.name(object.dict.get("Subtype"));
    if (kind === "Image") this.cover(this.state);
    else if (kind === "Form") this.form(object, depth);
  }

  private get weight(): number {
    const { glyphs, pictureArea, curves } = this.drawn;
    return glyphs + pictureArea + curves;
  }

  /** Draws an annotation's appearance (12.5.5), which is a form. @throws LimitReached */
  appearance(stream: Stream, resources: Dict): void {
    this.resources = resources;
    this.form(stream, 0);
  }

  private form(stream: Stream, depth: number): void {
    if (this.open.has(stream) || this.idle.has(stream)) return;
    if (depth >= DEEPEST || ++this.forms > MOST_FORMS) {
      this.file.tooLong = true;
      return;
    }
    const bytes = this.file.data(stream);
    if (bytes === undefined) return;
    const { state, states, text, line, marked } = this;
    const before = this.weight;
    this.open.add(stream);
    this.states = [];
    this.state = { ...state, ctm: multiply(matrixOf(this.file.numbersOf(stream.dict.get("Matrix"), 6)) ?? IDENTITY, state.ctm) };
    this.run(bytes, this.file.dict(stream.dict.get("Resources")) ?? this.resources, depth + 1);
    this.open.delete(stream);
    if (this.weight === before) this.idle.add(stream);
    this.state = state;
    this.states = states;
    this.text = text;
    this.line = line;
    this.marked = marked;
  }

  /** Skips the data between `ID` and `EI` (8.9.7): an end mark between white space, with text behind it. */
  private inlinePicture(lexer: Lexer): void {
    this.cover(this.state);
    const { bytes, end } = lexer;
    let at = lexer.at;
    while (at < end && !(bytes[at] === 73 && bytes[at + 1] === 68 && isWhite(bytes[at + 2]))) at++;
    for (at += 3; at < end; at++) {
      if (bytes[at] !== 69 || bytes[at + 1] !== 73 || !isWhite(bytes[at - 1]) || !(at + 2 >= end || isWhite(bytes[at + 2]))) continue;
      if (bytes.subarray(at + 2, at + 12).every((byte) => byte < 127 && (byte > 31 || isWhite(byte)))) break;
    }
    lexer.at = Math.min(end, at + 2);
  }
}
