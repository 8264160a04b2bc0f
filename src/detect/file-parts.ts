/**
 * How the parts of one file stand to each other: the header of a letter names the patient of its pages, and what the pages tell
 * is that patient's care.
 */
import type { Place, PlaceKind } from "../contract/index.ts";
import { doubtAfter, FAR_PERCENT, strongestTerms } from "./evidence.ts";
import type { Field, Health } from "./evidence.ts";
import type { Judged } from "./roles.ts";
import { AMBIENT_PERCENT, sharesOf, SUBJECT_PERCENT, weigh } from "./score.ts";
import type { Weighed } from "./score.ts";

/** Parts that stand over a whole file, as a subject does over a mail. */
const OVER_ALL: ReadonlySet<PlaceKind> = new Set(["header", "footer", "properties", "names", "form"]);

interface FilePart {
  readonly place: Place | undefined;
  /** The attachment's own name, which the draft joins. */
  readonly isName: boolean;
  readonly care: readonly Health[];
}

/** Care told in the other parts of a file, as shares of 0 to 100. */
export interface Sides {
  /** For any identifier. */
  readonly all: readonly number[];
  /** For one that is a patient's in its own right. */
  readonly own: readonly number[];
}

export const NO_SIDES: Sides = { all: [], own: [] };

function isOverAll({ place }: FilePart): boolean {
  return place !== undefined && OVER_ALL.has(place.kind);
}

/** Files in an archive have nothing to do with each other. */
export function fileOf({ place }: Pick<FilePart, "place">): string {
  return (place?.within ?? []).join("\n");
}

/** What reaches each part from the others of its file. */
export function sidesOf(parts: readonly FilePart[]): readonly Sides[] {
  const files = new Map<string, FilePart[]>();
  for (const part of parts) {
    if (part.isName) continue;
    const file = files.get(fileOf(part));
    if (file === undefined) files.set(fileOf(part), [part]);
    else file.push(part);
  }
  const shares = new Map<FilePart, Sides>();
  for (const file of files.values()) {
    if (file.length < 2) continue;
    const over = file.filter(isOverAll);
    const under = file.filter((part) => !isOverAll(part));
    const fromOver = sharesOf(over.flatMap(({ care }) => care), AMBIENT_PERCENT);
    // A table tells of care tens of thousands of times: looked through only for those whom it reaches.
    const told = under.length > 1 || over.length > 0 ? strongestTerms(under.length === 1 ? under[0]?.care ?? [] : under.flatMap(({ care }) => care)) : [];
    const fromUnder = sharesOf(told, SUBJECT_PERCENT);
    const far = under.length > 1 ? sharesOf(told, FAR_PERCENT) : [];
    for (const part of over) shares.set(part, { all: fromUnder, own: [] });
    for (const part of under) shares.set(part, { all: fromOver, own: far });
  }
  return parts.map((part) => shares.get(part) ?? NO_SIDES);
}

/** Weighs an identifier in its own part, with what the others tell. */
export function weighBeside(judged: Judged, field: Field, { all, own }: Sides): Weighed {
  const weighed = weigh(judged, field);
  const beside = judged.role === "patient" ? own : NO_SIDES.own;
  if (all.length + beside.length === 0) return weighed;
  const { at, force, anchor, strong, weak } = weighed.weighing;
  return { judged, nearest: weighed.nearest, weighing: { at, force, anchor, strong: doubtAfter(beside, doubtAfter(all, strong)), weak } };
}
