/** What stands on one slide of a presentation (MS-PPT 2.5). */
import type { Budget } from "../../budget.ts";
import { u16le, u32le } from "../../bytes.ts";
import { Table } from "../../table.ts";
import { ART, OPTION, recordsOf, shapeOptions } from "./office-art.ts";
import type { OfficeRecord } from "./office-art.ts";
import { pageText } from "./page-text.ts";
import { RECORD } from "./ppt-objects.ts";

/** Left, top, right, bottom, in units of 1/576 inch. */
type Box = readonly [number, number, number, number];

export interface PlacedPicture {
  /** Its place in the presentation's list, 1 for the first. */
  readonly index: number;
  readonly area: number;
}

const DEEPEST = 40;
const HIDDEN = 4;
const SHOW_FLAGS_AT = 10;

function i16(bytes: Uint8Array, at: number): number {
  return (u16le(bytes, at) << 16) >> 16;
}

/** Text records; a title's line break is a vertical tab. */
export function textOf(bytes: Uint8Array, { type, from, to }: OfficeRecord): string {
  const text = pageText(bytes.subarray(from, type === RECORD.textBytes ? to : to - ((to - from) % 2)), type === RECORD.textBytes ? 1252 : 1200) ?? "";
  return text.replace(/[\r\v]/g, "\n").replace(/\0/g, "");
}

export class SlideText {
  readonly lines: string[] = [];
  readonly comments: string[] = [];
  readonly pictures: PlacedPicture[] = [];
  hidden = false;
  /** A record is longer than what holds it. */
  damaged = false;
  private readonly bytes: Uint8Array;
  private readonly outline: readonly OfficeRecord[];
  private readonly budget: Budget;
  private readonly referred = new Set<number>();

  /** `outline`: texts that the shapes refer to by number. */
  constructor(bytes: Uint8Array, outline: readonly OfficeRecord[], budget: Budget) {
    this.bytes = bytes;
    this.outline = outline;
    this.budget = budget;
  }

  /** Reads the slide whose content lies between two offsets. @throws LimitReached */
  read(from: number, to: number): void {
    this.walk(from, to, 0);
    this.lines.unshift(...this.outline.filter((_, index) => !this.referred.has(index)).map((record) => textOf(this.bytes, record)));
  }

  private walk(from: number, to: number, depth: number): void {
    for (const record of recordsOf(this.bytes, from, to, this.budget)) {
      if (record.cut || depth > DEEPEST) this.damaged = true;
      if (depth <= DEEPEST) this.take(record, depth);
    }
  }

  private take(record: OfficeRecord, depth: number): void {
    const { bytes, lines } = this;
    switch (record.type) {
      case RECORD.textChars: case RECORD.textBytes: lines.push(textOf(bytes, record)); break;
      case RECORD.string: {
        const text = textOf(bytes, record);
        // Programs mark their own data so.
        if (!text.startsWith("___PPT")) lines.push(text);
        break;
      }
      case RECORD.outlineReference: this.refer(u32le(bytes, record.from)); break;
      case RECORD.slideShowInfo: this.hidden = (u16le(bytes, record.from + SHOW_FLAGS_AT) & HIDDEN) !== 0; break;
      case RECORD.comment: this.comment(record); break;
      // Its head says it is no container, yet it holds the comments.
      case RECORD.tagData: this.walk(record.from, record.to, depth + 1); break;
      case ART.group: this.table(record, depth); break;
      case ART.shape: this.shape(record, depth); break;
      case ART.options: lines.push(...shapeOptions(bytes, record).texts); break;
      default: if (record.container) this.walk(record.from, record.to, depth + 1);
    }
  }

  private refer(index: number): void {
    const record = this.outline[index];
    if (record === undefined || this.referred.has(index)) return;
    this.referred.add(index);
    this.lines.push(textOf(this.bytes, record));
  }

  /** Author, text and initials (2.5.16). */
  private comment({ from, to }: OfficeRecord): void {
    const strings = recordsOf(this.bytes, from, to, this.budget).filter(({ type, instance }) => type === RECORD.string && instance < 2);
    this.comments.push(strings.map((record) => textOf(this.bytes, record)).join(": "));
  }

  private boxOf(shape: readonly OfficeRecord[]): Box | undefined {
    const { bytes } = this;
    const child = shape.find(({ type }) => type === ART.childAnchor);
    if (child !== undefined) return [0, 4, 8, 12].map((at) => u32le(bytes, child.from + at) | 0) as unknown as Box;
    const anchor = shape.find(({ type }) => type === ART.anchor);
    if (anchor === undefined) return undefined;
    // Top, left, right, bottom (2.7.1), in two or four bytes each.
    const [top, left, right, bottom] = [0, 1, 2, 3].map((index) => (anchor.to - anchor.from >= 16 ? u32le(bytes, anchor.from + index * 4) | 0 : i16(bytes, anchor.from + index * 2)));
    return [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0];
  }

  private shape({ from, to }: OfficeRecord, depth: number): void {
    const records = recordsOf(this.bytes, from, to, this.budget);
    const options = records.find(({ type }) => type === ART.options);
    const picture = options === undefined ? undefined : shapeOptions(this.bytes, options).values.get(OPTION.picture);
    const box = picture === undefined ? undefined : this.boxOf(records);
    if (picture !== undefined && picture > 0) this.pictures.push({ index: picture, area: box === undefined ? Infinity : Math.abs((box[2] - box[0]) * (box[3] - box[1])) });
    this.walk(from, to, depth + 1);
  }

  /** A table is a group of shapes, one a cell, that stand in rows. */
  private table({ from, to }: OfficeRecord, depth: number): void {
    const { bytes, budget } = this;
    const shapes = recordsOf(bytes, from, to, budget).filter(({ type }) => type === ART.shape);
    const [head] = shapes;
    const more = head === undefined ? undefined : recordsOf(bytes, head.from, head.to, budget).find(({ type }) => type === ART.moreOptions);
    if (more === undefined || !shapeOptions(bytes, more).values.has(OPTION.table)) return this.walk(from, to, depth + 1);
    const cells: { readonly box: Box; readonly text: string }[] = [];
    for (const shape of shapes) {
      const box = this.boxOf(recordsOf(bytes, shape.from, shape.to, budget));
      const before = this.lines.length;
      this.walk(shape.from, shape.to, depth + 1);
      const text = this.lines.splice(before).join(" ");
      if (box !== undefined && text !== "") cells.push({ box, text });
      else if (text !== "") this.lines.push(text);
    }
    this.lines.push(this.rows(cells));
  }

  private rows(cells: readonly { readonly box: Box; readonly text: string }[]): string {
    const lefts = [...new Set(cells.map(({ box }) => box[0]))].sort((a, b) => a - b);
    const table = new Table(this.budget);
    const rows = new Map<number, (string | undefined)[]>();
    for (const { box, text } of cells) {
      const row = rows.get(box[1]) ?? [];
      rows.set(box[1], row);
      row[lefts.indexOf(box[0])] = text;
    }
    for (const [, row] of [...rows].sort(([a], [b]) => a - b)) table.row(row);
    return table.toString();
  }
}
