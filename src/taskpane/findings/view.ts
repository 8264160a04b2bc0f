/** A checked draft as rows and groups, ready to be drawn. Pure. */
import type { AttachmentScan, Body, Confidence, Finding, TextPart } from "../../contract/index.ts";
import type { Checked } from "../ports.ts";
import type { Wording } from "../wording.ts";
import { formatInWords } from "./format-in-words.ts";
import { placeInWords } from "./place-in-words.ts";
import { hiddenSentence, whySentences } from "./why.ts";

/** How rules are named and values masked; `detect` knows both. */
export interface FindingWords {
  titleOf(ruleId: string): string | undefined;
  /** The value with all but a hint of it covered. */
  mask(text: Body, finding: Finding): string;
  /** 1 is the first line a reader sees. */
  lineOf(text: Body, offset: number): number;
}

/** Findings of one rule whose masked value is the same make one row. */
export interface FindingRow {
  readonly key: string;
  readonly title: string;
  readonly masked: string;
  readonly times: number;
  /** Empty in the subject and in a file name, which have one line. */
  readonly lines: readonly number[];
  readonly why: readonly string[];
  readonly confidence: Confidence;
  readonly inSignature: boolean;
  /** That it stands where the sender does not see it, in words; empty for what is in the open. */
  readonly hidden: string;
  /** Where in an attachment, in words; empty for the file as a whole. */
  readonly place: string;
}

/** A file inside an attachment that was not wholly read. */
export interface InnerRow {
  readonly path: string;
  readonly scan: AttachmentScan;
}

export interface FindingGroup {
  readonly key: string;
  readonly heading: string;
  /** Attachments only: the name, for the screen and nowhere else. */
  readonly name?: string;
  readonly scan?: AttachmentScan;
  /** Place of the attachment in the draft. */
  readonly index?: number;
  /** It can be taken off: a file of its own, not a link or a picture in the text. */
  readonly isListed?: boolean;
  /** What the content is, in words, where the name says otherwise. */
  readonly isReally?: string;
  readonly inner?: readonly InnerRow[];
  readonly identifiers: readonly FindingRow[];
  readonly alsoSeen: readonly FindingRow[];
  readonly health: readonly FindingRow[];
}

const STRENGTH: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

function groupKey({ where, section }: Finding): string {
  if (where.kind === "attachment" || where.kind === "attachment-name") return `attachment-${where.index}`;
  if (where.kind === "subject") return "subject";
  return section === "quoted" ? "quoted" : "message";
}

function textOf({ draft, texts }: Checked, { where }: Finding): Body | undefined {
  if (where.kind === "subject") return { format: "text", content: draft.subject };
  if (where.kind === "attachment-name") return { format: "text", content: draft.attachments[where.index]?.name ?? "" };
  return where.kind === "body" ? draft.body : texts[where.index]?.parts[where.part];
}

function placeOf({ texts }: Checked, { where }: Finding): TextPart["place"] {
  return where.kind === "attachment" ? texts[where.index]?.parts[where.part]?.place : undefined;
}

function rowOf(checked: Checked, finding: Finding, w: Wording, words: FindingWords): FindingRow {
  const text = textOf(checked, finding);
  const place = placeOf(checked, finding);
  return {
    key: `${finding.ruleId}-${finding.start}-${JSON.stringify(finding.where)}`,
    title: words.titleOf(finding.ruleId) ?? finding.ruleId,
    masked: text === undefined ? "" : words.mask(text, finding),
    times: 1,
    lines: text === undefined || finding.where.kind === "subject" || finding.where.kind === "attachment-name" ? [] : [words.lineOf(text, finding.start)],
    why: whySentences(finding, w, words.titleOf),
    hidden: hiddenSentence(finding, w, place?.kind),
    place: finding.where.kind === "attachment-name" ? w.inName : place === undefined ? "" : placeInWords(place, w),
    confidence: finding.confidence,
    inSignature: finding.section === "signature",
  };
}

/** Rows that read the same become one: the surest of them, with all their lines. */
function mergeRows(rows: readonly FindingRow[]): FindingRow {
  const surest = rows.reduce((best, row) => (STRENGTH[row.confidence] > STRENGTH[best.confidence] ? row : best));
  const lines = [...new Set(rows.flatMap((row) => row.lines))].sort((a, b) => a - b);
  return { ...surest, times: rows.length, lines };
}

function rowsOf(checked: Checked, findings: readonly Finding[], w: Wording, words: FindingWords): readonly FindingRow[] {
  const alike = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    const row = rowOf(checked, finding, w, words);
    const look = `${row.place}\n${row.title}\n${row.masked}\n${row.inSignature}`;
    const known = alike.get(look);
    if (known === undefined) alike.set(look, [row]);
    else known.push(row);
  }
  const rows = [...alike.values()].map(mergeRows);
  // The file as a whole, which has no heading of its own, then places in the order of the file; the surest first in each.
  const places = new Map([...new Set(["", ...rows.map(({ place }) => place)])].map((place, k) => [place, k]));
  return rows.sort((a, b) => (places.get(a.place) ?? 0) - (places.get(b.place) ?? 0) || STRENGTH[b.confidence] - STRENGTH[a.confidence]);
}

/** Rows of the same place, one after another. */
export function byPlace(rows: readonly FindingRow[]): readonly (readonly FindingRow[])[] {
  const groups: FindingRow[][] = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last?.[0]?.place === row.place) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function aboutFile({ draft, texts, assessment }: Checked, index: number, w: Wording): Partial<FindingGroup> {
  const info = draft.attachments[index];
  const { inner = [], misnamed, format } = texts[index] ?? {};
  const scan = assessment.attachments[index];
  return {
    index, name: info?.name ?? "", isListed: (info?.id ?? "") !== "", ...(scan === undefined ? {} : { scan }), ...(misnamed === true && format !== undefined ? { isReally: formatInWords(format, w) } : {}),
    inner: inner.map(({ path, ...rest }) => ({ path: path.join(" / "), scan: rest })),
  };
}

/** Subject, message and quoted thread where something stands in them; then every attachment, found or not. */
export function groupsOf(checked: Checked, w: Wording, words: FindingWords): readonly FindingGroup[] {
  const group = (key: string, heading: string, about: Partial<FindingGroup> = {}): FindingGroup => {
    const findings = checked.assessment.findings.filter((finding) => groupKey(finding) === key);
    const identifiers = findings.filter((finding) => finding.part !== "health");
    return {
      key,
      heading,
      ...about,
      identifiers: rowsOf(checked, identifiers.filter(({ phi }) => phi), w, words),
      alsoSeen: rowsOf(checked, identifiers.filter(({ phi }) => !phi), w, words),
      health: rowsOf(checked, findings.filter(({ part }) => part === "health"), w, words),
    };
  };
  const texts = [group("subject", w.places.subject), group("message", w.places.message), group("quoted", w.places.quoted)];
  const attachments = checked.assessment.attachments.map((_, index) => group(`attachment-${index}`, w.places.attachment(index + 1), aboutFile(checked, index, w)));
  return [...texts.filter((one) => sizeOf(one) > 0), ...attachments];
}

/** Rows of all kinds. */
export const sizeOf = ({ identifiers, alsoSeen, health }: FindingGroup): number => identifiers.length + alsoSeen.length + health.length;

/** What the line under the heading says when no identifier of a patient was found. */
export function foundWhat(groups: readonly FindingGroup[]): "identifiers" | "others" | "nothing" {
  if (groups.some(({ identifiers }) => identifiers.length > 0)) return "identifiers";
  return groups.some((one) => sizeOf(one) > 0) ? "others" : "nothing";
}
