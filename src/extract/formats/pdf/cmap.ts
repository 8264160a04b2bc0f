/** CMaps (ISO 32000-1, 9.7.5 and 9.10.3): how a string falls into codes, and what each code stands for. */
import type { Budget } from "../../budget.ts";
import { Lexer } from "./lexer.ts";
import { Command, isList } from "./objects.ts";
import type { PdfObject } from "./objects.ts";
import { textOfUtf16 } from "./strings.ts";

export interface CMap {
  /** Unicode text of a code. */
  readonly texts: Map<number, string>;
  /** Character identifier of a code, where it is none of itself. */
  readonly cids: Map<number, number>;
  /** Ranges of codes by their length in bytes, from 1 to 4. */
  readonly spaces: readonly { readonly bytes: number; readonly from: number; readonly to: number }[];
}

const MOST_CODES = 200_000;
const LONGEST_RANGE = 65_536;

function codeOf(bytes: string): number {
  let code = 0;
  for (let at = 0; at < bytes.length && at < 4; at++) code = code * 256 + bytes.charCodeAt(at);
  return code;
}

class Reader {
  readonly texts = new Map<number, string>();
  readonly cids = new Map<number, number>();
  readonly spaces: { readonly bytes: number; readonly from: number; readonly to: number }[] = [];
  private readonly budget: Budget;
  /** Codes that ranges gave, the same one again counted too. */
  private written = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  private chars(operands: readonly PdfObject[]): void {
    for (let at = 0; at + 1 < operands.length; at += 2) {
      const [code, value] = [operands[at], operands[at + 1]];
      if (typeof code === "string" && typeof value === "string") this.texts.set(codeOf(code), textOfUtf16(value));
      if (typeof code === "string" && typeof value === "number") this.cids.set(codeOf(code), value);
    }
  }

  private ranges(operands: readonly PdfObject[]): void {
    for (let at = 0; at + 2 < operands.length; at += 3) {
      const [first, last, value] = [operands[at], operands[at + 1], operands[at + 2]];
      if (typeof first !== "string" || typeof last !== "string" || value === undefined) continue;
      const from = codeOf(first);
      const to = Math.min(codeOf(last), from + LONGEST_RANGE);
      this.budget.step(Math.max(0, to - from) >> 3);
      for (let code = from; code <= to && this.written < MOST_CODES; code++, this.written++) this.range(code, code - from, value);
    }
  }

  private range(code: number, offset: number, value: PdfObject): void {
    if (typeof value === "number") this.cids.set(code, value + offset);
    const text = isList(value) ? value[offset] : value;
    if (typeof text !== "string") return;
    const first = textOfUtf16(text);
    if (isList(value) || offset === 0 || first === "") this.texts.set(code, first);
    else this.texts.set(code, first.slice(0, -1) + String.fromCharCode(first.charCodeAt(first.length - 1) + offset));
  }

  run(word: string, operands: readonly PdfObject[]): void {
    if (word === "endbfchar" || word === "endcidchar") this.chars(operands);
    else if (word === "endbfrange" || word === "endcidrange") this.ranges(operands);
    else if (word === "endcodespacerange") {
      for (let at = 0; at + 1 < operands.length; at += 2) {
        const [first, last] = [operands[at], operands[at + 1]];
        if (typeof first === "string" && typeof last === "string" && first.length > 0 && first.length <= 4) this.spaces.push({ bytes: first.length, from: codeOf(first), to: codeOf(last) });
      }
    }
  }
}

/** @throws LimitReached */
export function readCMap(bytes: Uint8Array, budget: Budget): CMap {
  const lexer = new Lexer(bytes, 0, false);
  const reader = new Reader(budget);
  const operands: PdfObject[] = [];
  for (let object = lexer.next(); object !== undefined; object = lexer.next()) {
    budget.step();
    if (!(object instanceof Command)) operands.push(object);
    else {
      reader.run(object.word, operands);
      operands.length = 0;
    }
  }
  return reader;
}
