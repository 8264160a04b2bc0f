/**
 * What another reader adds to PDFs that ours could not tell all of. It can only add. Its text may raise the verdict, but never
 * makes a file `scanned`: where a font has no map, pdf.js gives the codes of its letters for the letters, so that its text is no
 * proof that anything was read as it is seen. So the verdict of a client without it differs only where a page finds more.
 */
import type { AttachmentText, DoubtfulPdf, InnerFile, SecondOpinion, SecondReading, TextPart, Timers, UnreadReason } from "../contract/index.ts";
import type { DoubtfulFile } from "../extract/index.ts";
import { inTime } from "./deadline.ts";

export interface OpinionRequest {
  readonly ask: SecondOpinion;
  readonly timers: Timers;
  /** ms, as `timers.now()` gives it. */
  readonly until: number;
  /** Code units of text, ours and the other reader's. */
  readonly characters: number;
}

export interface Opinion {
  readonly text: AttachmentText;
  /** `false`: the other reader was ended or failed, so that another time it may tell more. */
  readonly isWhole: boolean;
}

/** Reasons for which a file of which ours read nothing becomes partly read by what the other reader tells. */
const RAISED: readonly (UnreadReason | undefined)[] = ["damaged", "text-unmapped"];

const lettersOf = (text: string): string => text.replace(/\s+/g, "");
const pathOf = (path: readonly string[] = []): string => JSON.stringify(path);

function started(ask: SecondOpinion, pdf: DoubtfulPdf): SecondReading | undefined {
  try {
    return ask(pdf);
  } catch {
    return undefined;
  }
}

interface Answer {
  readonly parts: readonly TextPart[];
  readonly isWhole: boolean;
}

async function partsOf({ path, bytes }: DoubtfulFile, { ask, timers, until }: OpinionRequest, characters: number): Promise<Answer> {
  const left = until - timers.now();
  if (left <= 0 || characters <= 0) return { parts: [], isWhole: left > 0 };
  const reading = started(ask, { bytes, characters });
  if (reading === undefined) return { parts: [], isWhole: false };
  const isWhole = await inTime(timers, left, reading.whole, () => false).catch(() => false);
  reading.end();
  const parts = reading.parts.slice();
  return { parts: path.length === 0 ? parts : parts.map((part) => ({ ...part, place: { kind: "text", ...part.place, within: path } })), isWhole };
}

/** What ours read of the very same page, letter for letter, is not said twice. */
function isNew(own: readonly TextPart[]): (part: TextPart) => boolean {
  const known = new Set(own.filter(({ place }) => place?.kind === "page").map(({ content, place }) => `${pathOf(place?.within)}${place?.number}:${lettersOf(content)}`));
  return ({ content, place }) => place?.kind !== "page" || !known.has(`${pathOf(place.within)}${place.number}:${lettersOf(content)}`);
}

function raised<F extends Pick<InnerFile, "status" | "reason">>(file: F): F {
  return file.status === "unread" && RAISED.includes(file.reason) ? { ...file, status: "partial" } : file;
}

/** Asks about one file after another until the time is up. Never rejects. */
export async function withSecondOpinion(text: AttachmentText, files: readonly DoubtfulFile[], request: OpinionRequest): Promise<Opinion> {
  const added: TextPart[] = [];
  const told = new Set<string>();
  let room = text.parts.reduce((left, { content }) => left - content.length, request.characters);
  let isWhole = true;
  for (const file of files) {
    const one = await partsOf(file, request, room);
    isWhole &&= one.isWhole;
    for (const part of one.parts) room -= part.content.length;
    added.push(...one.parts.filter(isNew(text.parts)));
    if (one.parts.length > 0) told.add(pathOf(file.path));
  }
  if (told.size === 0) return { text, isWhole };
  const { inner } = text;
  const seen = { ...raised(text), parts: [...text.parts, ...added] };
  return { text: inner === undefined ? seen : { ...seen, inner: inner.map((one) => (told.has(pathOf(one.path)) ? raised(one) : one)) }, isWhole };
}
