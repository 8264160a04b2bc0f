/** PowerPoint 97-2003 (MS-PPT). */
import { latin1, u32le } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import { inflateZlib } from "../../inflate.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { openCompound } from "./compound.ts";
import { pictureSizes, recordAt, recordsOf } from "./office-art.ts";
import type { OfficeRecord } from "./office-art.ts";
import { isEncrypted, LIST, listedSlides, liveObjects, RECORD } from "./ppt-objects.ts";
import type { ListedSlide, LiveObjects } from "./ppt-objects.ts";
import { SlideText, textOf } from "./ppt-slide.ts";
import type { PlacedPicture } from "./ppt-slide.ts";

/** The presentation of a file for PowerPoint 95 and 97 alike (2.1.1). */
const DUAL = "PP97_DUALSTORAGE";
const DOCUMENT = "PowerPoint Document";
const CURRENT_USER = "Current User";
/** A picture that takes this share of a slide is content; smaller ones adorn it. */
const CONTENT_SHARE = 0.2;
const FEW_LETTERS = 20;
/** In 1/576 inch: the usual slide, where the document does not say. */
const USUAL_AREA = 5760 * 4320;

class Presentation {
  private readonly stream: Uint8Array;
  private readonly top: readonly OfficeRecord[];
  private readonly out: Sink;
  private readonly read_ = new Set<number>();
  private readonly lines = new Set<string>();
  private readonly pictures: PlacedPicture[] = [];
  private letters = 0;

  constructor(stream: Uint8Array, top: readonly OfficeRecord[], out: Sink) {
    this.stream = stream;
    this.top = top;
    this.out = out;
  }

  read(live: LiveObjects): void {
    const { stream, out } = this;
    const slides = listedSlides(stream, live, LIST.slides, out.budget);
    const numbers = new Map(slides.map(({ slideId }, index) => [slideId, index + 1]));
    slides.forEach((slide, index) => { this.slide(slide, index + 1); });
    for (const notes of listedSlides(stream, live, LIST.notes, out.budget)) this.notes(notes, numbers);
    for (const { at } of listedSlides(stream, live, LIST.masters, out.budget)) if (at !== undefined) this.read_.add(at);
    this.document(live);
    this.leftovers(live);
    this.objects();
    this.picturesOf(live.document);
  }

  /** Without a directory slides are taken in the order of the stream. */
  readUnordered(): void {
    let number = 0;
    for (const { type, at } of this.top) {
      if (type === RECORD.slide) this.slide({ at, slideId: 0, outline: [] }, number += 1);
      else if (type === RECORD.document) this.lists(at, false);
    }
    this.objects();
  }

  private slide({ at, outline }: ListedSlide, number: number): void {
    const record = at === undefined ? undefined : recordAt(this.stream, at);
    const slide = new SlideText(this.stream, outline, this.out.budget);
    if (record?.type !== RECORD.slide || this.read_.has(record.at)) this.out.missed("damaged");
    else {
      this.read_.add(record.at);
      slide.damaged = record.cut;
      slide.read(record.from, record.to);
    }
    if (record?.type !== RECORD.slide) slide.read(0, 0);
    if (slide.damaged) this.out.missed("damaged");
    this.pictures.push(...slide.pictures);
    this.put(slide.lines, { kind: "slide", number, ...(slide.hidden ? { hidden: true } : {}) });
    this.put(slide.comments, { kind: "comment", number });
  }

  private notes({ at, outline }: ListedSlide, numbers: ReadonlyMap<number, number>): void {
    const record = at === undefined ? undefined : recordAt(this.stream, at);
    if (record?.type !== RECORD.notes || this.read_.has(record.at)) return;
    this.read_.add(record.at);
    const atom = recordsOf(this.stream, record.from, record.to, this.out.budget).find(({ type }) => type === RECORD.notesAtom);
    const number = atom === undefined ? undefined : numbers.get(u32le(this.stream, atom.from));
    const notes = new SlideText(this.stream, outline, this.out.budget);
    notes.read(record.from, record.to);
    if (notes.damaged || record.cut) this.out.missed("damaged");
    this.put(notes.lines, { kind: "note", ...(number === undefined ? {} : { number }) });
  }

  private put(lines: readonly string[], place: Parameters<Sink["text"]>[1]): void {
    const text = lines.filter((line) => /\S/.test(line)).join("\n");
    for (const line of text.split("\n")) this.lines.add(line);
    this.letters += text.replace(/[^\p{L}\p{N}]/gu, "").length;
    this.out.text(text, place);
  }

  /** Footers and links of the whole document. */
  private document({ document }: LiveObjects): void {
    const { stream, out } = this;
    this.read_.add(document.at);
    if (document.cut) out.missed("damaged");
    const strings = ({ from, to }: OfficeRecord): readonly string[] =>
      recordsOf(stream, from, to, out.budget).filter(({ type }) => type === RECORD.string).map((record) => textOf(stream, record));
    const footers: string[] = [];
    const links: string[] = [];
    for (const record of recordsOf(stream, document.from, document.to, out.budget)) {
      if (record.type === RECORD.headersFooters) footers.push(...strings(record));
      if (record.type !== RECORD.objectList) continue;
      for (const object of recordsOf(stream, record.from, record.to, out.budget)) if (object.type === RECORD.hyperlink) links.push(...strings(object));
    }
    this.put(footers, { kind: "footer" });
    this.put(links, { kind: "link" });
  }

  /** Outline texts of a document that an earlier save left. */
  private lists(at: number, hidden: boolean): void {
    const document = recordAt(this.stream, at);
    if (document === undefined) return;
    const slides = listedSlides(this.stream, { offsets: new Map(), document }, LIST.slides, this.out.budget);
    this.old(slides.flatMap(({ outline }) => outline.map((record) => textOf(this.stream, record))), hidden);
  }

  /** Slides that are no longer part of the presentation are still in the file. What a live one says too is left out. */
  private leftovers(live: LiveObjects): void {
    const kept = new Set(live.offsets.values());
    for (const { type, at, from, to } of this.top) {
      if (this.read_.has(at)) continue;
      if (type === RECORD.document) this.lists(at, true);
      if (type !== RECORD.slide && type !== RECORD.notes) continue;
      // The master of notes is live and on no list.
      if (type === RECORD.notes && kept.has(at)) continue;
      const slide = new SlideText(this.stream, [], this.out.budget);
      slide.read(from, to);
      this.old([...slide.lines, ...slide.comments], true);
    }
  }

  private old(lines: readonly string[], hidden: boolean): void {
    const fresh = lines.flatMap((line) => line.split("\n")).filter((line) => /\S/.test(line) && !this.lines.has(line));
    this.put(fresh, hidden ? { kind: "deleted", hidden } : { kind: "slide" });
  }

  /** Embedded objects (2.10.34): compound files, packed or not. */
  private objects(): void {
    const { stream, out } = this;
    const seen = new Set<string>();
    for (const { type, instance, from, to, cut } of this.top) {
      if (type !== RECORD.object) continue;
      const mark = `${to - from} ${latin1(stream, from, Math.min(to, from + 64))}`;
      if (seen.has(mark)) continue;
      seen.add(mark);
      const bytes = instance === 1 ? this.unpacked(from, to) : stream.subarray(from, to);
      if (cut) out.missed("damaged");
      const root = openCompound(bytes, out.budget)?.root;
      // A macro project that was taken out leaves an empty shell.
      if (root !== undefined && root.streamNames.length === 0 && root.storages.length === 0) continue;
      out.file({ name: "object", bytes });
    }
  }

  /** A size, then a zlib stream. Some programs leave its end away: the size says whether all is there. */
  private unpacked(from: number, to: number): Uint8Array {
    const { stream, out } = this;
    const { bytes } = inflateZlib(stream.subarray(from + 4, to), out.budget);
    if (bytes.length < u32le(stream, from)) out.missed("damaged");
    return bytes;
  }

  private picturesOf(document: OfficeRecord): void {
    const { stream, out } = this;
    const records = recordsOf(stream, document.from, document.to, out.budget);
    const atom = records.find(({ type }) => type === RECORD.documentAtom);
    const group = records.find(({ type }) => type === RECORD.drawingGroup);
    const sizes = group === undefined ? [] : pictureSizes(stream, group.from, group.to, out.budget);
    const slideArea = atom === undefined ? USUAL_AREA : u32le(stream, atom.from) * u32le(stream, atom.from + 4) || USUAL_AREA;
    const counts = this.pictures.some(({ index, area }) => area >= slideArea * CONTENT_SHARE && (sizes[index - 1] ?? 0) >= out.budget.limits.pictureBytes);
    if (!counts) return;
    if (this.letters < FEW_LETTERS) out.unread("image-only");
    else out.missed("image");
  }
}

function read({ bytes }: SourceFile, out: Sink): void {
  const top = openCompound(bytes, out.budget)?.root;
  const root = top?.storage(DUAL) ?? top;
  const stream = root?.stream(DOCUMENT);
  if (root === undefined || stream === undefined) return out.unread("damaged");
  const currentUser = root.stream(CURRENT_USER)?.bytes;
  const records = recordsOf(stream.bytes, 0, stream.bytes.length, out.budget);
  if (isEncrypted(records, currentUser)) return out.unread("encrypted");
  // PowerPoint 95 has streams of the same names.
  if (stream.whole && !records.some(({ type }) => type === RECORD.document || type === RECORD.slide)) return out.unread("unsupported");
  // Behind the last record some programs leave bytes of no meaning.
  if (!stream.whole || records.some(({ type, cut }) => cut && type >= RECORD.document)) out.missed("damaged");
  const presentation = new Presentation(stream.bytes, records, out);
  const live = liveObjects(stream.bytes, records, currentUser, out.budget);
  if (live !== undefined) return presentation.read(live);
  out.missed("damaged");
  presentation.readUnordered();
}

export const PPT: Format = {
  key: "ppt", endings: ["ppt", "pps", "pot"], read,
};
