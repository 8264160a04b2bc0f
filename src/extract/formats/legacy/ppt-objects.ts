/** Which records of a presentation are live (MS-PPT 2.1.2): each save adds its own, and a directory says which count. */
import type { Budget } from "../../budget.ts";
import { u32le } from "../../bytes.ts";
import { recordAt, recordsOf } from "./office-art.ts";
import type { OfficeRecord } from "./office-art.ts";

/** Types of records (MS-PPT 2.13.24). */
export const RECORD = {
  document: 0x3e8, documentAtom: 0x3e9, slide: 0x3ee, notes: 0x3f0, notesAtom: 0x3f1, slidePersist: 0x3f3, slideShowInfo: 0x3f9, drawingGroup: 0x40b, objectList: 0x409,
  outlineReference: 0xf9e, textHeader: 0xf9f, textChars: 0xfa0, textBytes: 0xfa8, string: 0xfba, hyperlink: 0xfd7, headersFooters: 0xfd9, slideList: 0xff0, userEdit: 0xff5,
  object: 0x1011, tags: 0x1388, tag: 0x138a, tagData: 0x138b, directory: 0x1772, comment: 0x2ee0, encryption: 0x2f14,
} as const;

const MOST_EDITS = 10_000;
const MOST_OBJECTS = 100_000;
/** Offset of the current edit in the stream Current User, and of its token (2.3.2). */
const CURRENT = { token: 12, edit: 16, encrypted: 0xf3d1c4df } as const;
/** Of UserEditAtom (2.3.3): the edit before, the directory, the document; a longer one names what it is encrypted with. */
const EDIT = { before: 8, directory: 12, document: 16, encryptedBytes: 32 } as const;

export interface LiveObjects {
  /** Offsets of records by their identifiers. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly document: OfficeRecord;
}

/** True where the stream Current User, or a record at the top, says so. */
export function isEncrypted(top: readonly OfficeRecord[], currentUser: Uint8Array | undefined): boolean {
  const token = currentUser === undefined ? 0 : u32le(currentUser, CURRENT.token);
  return token === CURRENT.encrypted || top.some(({ type, from, to }) => type === RECORD.encryption || (type === RECORD.userEdit && to - from >= EDIT.encryptedBytes));
}

/** Follows the edits from the last one back. `undefined`: there is no document. @throws LimitReached */
export function liveObjects(stream: Uint8Array, top: readonly OfficeRecord[], currentUser: Uint8Array | undefined, budget: Budget): LiveObjects | undefined {
  const offsets = new Map<number, number>();
  const seen = new Set<number>();
  let documentId: number | undefined;
  const lastEdit = top.filter(({ type }) => type === RECORD.userEdit).pop();
  let at = currentUser === undefined ? lastEdit?.at : u32le(currentUser, CURRENT.edit);
  if (at !== undefined && recordAt(stream, at)?.type !== RECORD.userEdit) at = lastEdit?.at;
  for (let edit = at === undefined ? undefined : recordAt(stream, at); edit?.type === RECORD.userEdit && !seen.has(edit.at) && seen.size < MOST_EDITS;) {
    seen.add(edit.at);
    documentId ??= u32le(stream, edit.from + EDIT.document);
    const directory = recordAt(stream, u32le(stream, edit.from + EDIT.directory));
    if (directory?.type === RECORD.directory) enter(stream, directory, offsets, budget);
    const before = u32le(stream, edit.from + EDIT.before);
    edit = before === 0 ? undefined : recordAt(stream, before);
  }
  const document = documentId === undefined ? undefined : recordAt(stream, offsets.get(documentId) ?? stream.length);
  return document?.type === RECORD.document ? { offsets, document } : undefined;
}

/** Entries of a directory (2.3.5): an identifier of 20 bits, a count of 12, then that many offsets. What a later edit said counts. */
function enter(stream: Uint8Array, { from, to }: OfficeRecord, offsets: Map<number, number>, budget: Budget): void {
  for (let at = from; at + 4 <= to && offsets.size < MOST_OBJECTS;) {
    const head = u32le(stream, at);
    const count = head >>> 20;
    budget.step(1 + count);
    for (let index = 0; index < count && at + 8 + index * 4 <= to; index++) {
      const id = (head & 0xfffff) + index;
      if (!offsets.has(id)) offsets.set(id, u32le(stream, at + 4 + index * 4));
    }
    at += 4 + count * 4;
  }
}

/** A slide or page of notes as the document lists it (2.4.14.3). */
export interface ListedSlide {
  readonly at: number | undefined;
  readonly slideId: number;
  /** Texts of its title and bodies, to which its shapes refer. */
  readonly outline: readonly OfficeRecord[];
}

/** Which of the document's three lists: slides, masters, notes. */
export const LIST = { slides: 0, masters: 1, notes: 2 } as const;

export function listedSlides(stream: Uint8Array, { offsets, document }: LiveObjects, list: number, budget: Budget): readonly ListedSlide[] {
  const slides: { at: number | undefined; slideId: number; outline: OfficeRecord[] }[] = [];
  for (const { type, instance, from, to } of recordsOf(stream, document.from, document.to, budget)) {
    if (type !== RECORD.slideList || instance !== list) continue;
    for (const record of recordsOf(stream, from, to, budget)) {
      const last = slides[slides.length - 1];
      if (record.type === RECORD.slidePersist) slides.push({ at: offsets.get(u32le(stream, record.from)), slideId: u32le(stream, record.from + 12), outline: [] });
      else if (record.type === RECORD.textChars || record.type === RECORD.textBytes) last?.outline.push(record);
    }
  }
  return slides;
}
