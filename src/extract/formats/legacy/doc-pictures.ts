/** How large the pictures of a Word document are, and what is written in its drawings. */
import type { Budget } from "../../budget.ts";
import { u16le, u32le } from "../../bytes.ts";
import { ART, pictureSizes, recordAt, recordsOf, shapeOptions } from "./office-art.ts";

/** PICF (MS-DOC 2.9.190): its length, that of its head, and how it holds the picture: MM_SHAPE or MM_SHAPEFILE. */
const PICF = { headBytes: 4, mapping: 6, head: 0x44, shapes: [0x64, 0x66] } as const;
const DEEPEST = 20;
const LARGEST_GROUP = 2 ** 31;

/** Pictures in the text lie in the stream Data one after another, with other things between them. */
function inline(data: Uint8Array, budget: Budget): number {
  let largest = 0;
  for (let at = 0; at + PICF.head <= data.length;) {
    budget.step();
    const length = u32le(data, at);
    if (length < PICF.headBytes) at += 4;
    else {
      const mapping = u16le(data, at + PICF.mapping);
      if (u16le(data, at + PICF.headBytes) === PICF.head && PICF.shapes.some((shape) => shape === mapping)) largest = Math.max(largest, Math.min(length, data.length - at));
      at += length;
    }
  }
  return largest;
}

/** Bytes of the largest picture, 0 where there is none. Those beside the text are told by the list of `drawings`. @throws LimitReached */
export function largestDocPicture(data: Uint8Array | undefined, drawings: Uint8Array, budget: Budget): number {
  const sizes = pictureSizes(drawings, 0, drawings.length, budget).filter((size) => size < LARGEST_GROUP);
  return sizes.reduce((largest, size) => Math.max(largest, size), data === undefined ? 0 : inline(data, budget));
}

function gather(bytes: Uint8Array, from: number, to: number, depth: number, texts: string[], budget: Budget): void {
  for (const record of recordsOf(bytes, from, to, budget)) {
    if (record.type === ART.options) texts.push(...shapeOptions(bytes, record).texts);
    else if (record.container && depth < DEEPEST) gather(bytes, record.from, record.to, depth + 1, texts, budget);
  }
}

/** WordArt and descriptions of pictures. A byte stands before each drawing (MS-DOC 2.9.172). @throws LimitReached */
export function drawingTexts(drawings: Uint8Array, budget: Budget): readonly string[] {
  const texts: string[] = [];
  for (let at = recordAt(drawings, 0)?.to ?? drawings.length; at < drawings.length;) {
    budget.step();
    const drawing = recordAt(drawings, at + 1);
    if (drawing === undefined) break;
    gather(drawings, drawing.from, drawing.to, 0, texts, budget);
    at = drawing.to;
  }
  return texts;
}
