/** One text of a draft, read and searched: the subject, the body, or a part of an attachment. */
import type { Body, Where } from "../contract/index.ts";
import { runRules } from "./engine.ts";
import type { Candidate } from "./engine.ts";
import { compilePack } from "./gates.ts";
import { readHtml } from "./html.ts";
import { findLandmarks } from "./landmarks.ts";
import { mend } from "./mend.ts";
import { messageFields } from "./messages.ts";
import { withOrg } from "./org.ts";
import type { Org } from "./org.ts";
import { settle } from "./resolve.ts";
import { RULES } from "./rules/index.ts";
import { nameInPassage } from "./rules/name-in-passage.ts";
import { INFO } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { scanText } from "./scan-text.ts";
import { splitSections, stretchAt } from "./sections.ts";
import type { Stretch } from "./sections.ts";
import { tableCells } from "./tables.ts";
import { tagNames } from "./tagger/tagger.ts";
import { readPlain } from "./text.ts";
import type { ReadText } from "./text.ts";

export interface Unit {
  readonly where: Where;
  readonly read: ReadText;
  readonly scan: Scan;
  readonly stretches: readonly Stretch[];
  readonly identifiers: readonly Candidate[];
  readonly health: readonly Candidate[];
}

/** The subject and file names stand over the whole draft: what they tell holds for all of it. */
export function isHeading(where: Where): boolean {
  return where.kind === "subject" || where.kind === "attachment-name";
}

/** A note of so many tokens is written in haste, from one who knows to one who knows. */
const SHORT = 30;

export function isShort({ scan }: Unit): boolean {
  return scan.count <= SHORT;
}

const ENGINE = compilePack(RULES);
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

function readTokens(text: string): Scan {
  const scan = scanText(text);
  findLandmarks(scan);
  return scan;
}

/** A text with its tokens, not searched yet. */
export interface Reading {
  readonly where: Where;
  readonly read: ReadText;
  readonly scan: Scan;
}

/** What is written, folded only where the scan meets a character that folding may change: a look through all text for one costs a twentieth. */
function readBody({ format, content }: Body): Omit<Reading, "where"> {
  if (format === "html") {
    const read = readHtml(content);
    return { read, scan: readTokens(read.text) };
  }
  const scan = scanText(content, true);
  if ((scan.seen & INFO.ODD) !== 0) {
    const read = readPlain(content);
    return { read, scan: readTokens(read.text) };
  }
  findLandmarks(scan);
  return { read: { text: content, map: undefined, marks: [] }, scan };
}

export function readText(where: Where, body: Body): Reading {
  const asWritten = readBody(body);
  const read = mend(asWritten.read, asWritten.scan);
  return { where, read, scan: read === asWritten.read ? asWritten.scan : readTokens(read.text) };
}

/** Reads and searches one text, with what the organisation adds. */
export function readUnit(where: Where, body: Body, org?: Org): Unit {
  return search(readText(where, body), org);
}

/** `beside`: the subject's tokens for the body, the body's for the subject, since each tells what the other speaks of. */
export function search({ where, read, scan }: Reading, org: Org | undefined, beside?: Scan): Unit {
  const stretches = splitSections(read, scan, isHeading(where));
  const found = runRules(org?.rules.engine ?? ENGINE, scan);
  for (const c of tableCells(scan, BY_ID)) found.push(c);
  for (const c of messageFields(scan, BY_ID)) found.push(c);
  tagNames({ scan, beside, isHeading: isHeading(where) }, found, nameInPassage);
  const { identifiers, health } = settle(org === undefined ? found : withOrg(org, found, scan), scan.count);
  const recognise = org?.recognise;
  const known = recognise === undefined ? identifiers : identifiers.map((c) => recognise(c, scan));
  if (!stretches.some(({ zone }) => zone === "disclaimer")) return { where, read, scan, stretches, identifiers: known, health };
  const shown = (c: Candidate): boolean => stretchAt(stretches, c.start).zone !== "disclaimer";
  return { where, read, scan, stretches, identifiers: known.filter(shown), health: health.filter(shown) };
}
