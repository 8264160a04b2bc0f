/** How large the pictures of a Word document are. */
import type { Budget } from "../../budget.ts";
import { u16le, u32le } from "../../bytes.ts";
import { recordsOf } from "./office-art.ts";

/** PICF (MS-DOC 2.9.190): its length, that of its head, and how it holds the picture: MM_SHAPE or MM_SHAPEFILE. */
const PICF = { headBytes: 4, mapping: 6, head: 0x44, shapes: [0x64, 0x66] } as const;
/** OfficeArtDggContainer, OfficeArtBStoreContainer, OfficeArtFBSE (MS-ODRAW 2.2.12, 2.2.20, 2.2.32). */
const ART = { drawings: 0xf000, store: 0xf001, entry: 0xf007, sizeAt: 20 } as const;

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

/** Pictures beside the text: the drawings' list says their sizes. */
function floating(drawings: Uint8Array, budget: Budget): number {
  let largest = 0;
  for (const group of recordsOf(drawings, 0, drawings.length, budget)) {
    if (group.type !== ART.drawings) break;
    for (const store of recordsOf(drawings, group.from, group.to, budget)) {
      if (store.type !== ART.store) continue;
      for (const { type, from } of recordsOf(drawings, store.from, store.to, budget)) {
        if (type === ART.entry) largest = Math.max(largest, u32le(drawings, from + ART.sizeAt));
      }
    }
  }
  return largest;
}

/** Bytes of the largest picture, 0 where there is none. @throws LimitReached */
export function largestDocPicture(data: Uint8Array | undefined, drawings: Uint8Array, budget: Budget): number {
  return Math.max(data === undefined ? 0 : inline(data, budget), floating(drawings, budget));
}
