/** Content lines of calendars and cards (RFC 5545 section 3.1, vCard 2.1): `group.NAME;PARAMETER=value:value`, unfolded. */
import { linesOf, Pieces, withLineFeeds } from "../../lines.ts";

export interface ContentLine {
  /** Upper case, without its group. */
  readonly name: string;
  /** By upper-case name. A bare word of vCard 2.1 (`BASE64`) stands as `ENCODING`. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** Undone folds; a line in quoted-printable goes on while it ends in `=`. */
function* unfolded(text: string): Generator<string> {
  let open: Pieces | undefined;
  let soft = false;
  for (const line of linesOf(withLineFeeds(text))) {
    if (open !== undefined && soft) open.add(`\r\n${line}`);
    else if (open !== undefined && /^[ \t]/.test(line)) open.add(line.slice(1));
    else {
      if (open !== undefined) yield open.toString();
      open = new Pieces();
      open.add(line);
    }
    soft = line.endsWith("=") && (soft || /;(?:ENCODING=)?QUOTED-PRINTABLE\b/i.test(line.slice(0, 400)));
  }
  if (open !== undefined) yield open.toString();
}

/** Offset of the first unquoted `wanted`, or -1. */
function outsideQuotes(line: string, from: number, wanted: readonly string[]): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    const char = line[at] as string;
    if (char === "\"") quoted = !quoted;
    else if (!quoted && wanted.includes(char)) return at;
  }
  return -1;
}

const ENCODINGS = /^(?:BASE64|QUOTED-PRINTABLE|8BIT|7BIT)$/i;

function contentLine(line: string): ContentLine | undefined {
  const head = outsideQuotes(line, 0, [":", ";"]);
  if (head === -1) return undefined;
  const parameters = new Map<string, string>();
  let at = head;
  while (line[at] === ";") {
    const next = outsideQuotes(line, at + 1, [":", ";"]);
    if (next === -1) return undefined;
    const parameter = line.slice(at + 1, next);
    const equals = parameter.indexOf("=");
    if (equals !== -1) parameters.set(parameter.slice(0, equals).toUpperCase(), parameter.slice(equals + 1).replace(/"/g, ""));
    else if (ENCODINGS.test(parameter)) parameters.set("ENCODING", parameter);
    at = next;
  }
  const name = line.slice(0, head).toUpperCase();
  return { name: name.slice(name.lastIndexOf(".") + 1).trim(), parameters, value: line.slice(at + 1) };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** All lines. What is no content line stands with an empty name, so that no text is lost. */
export function* contentLines(text: string): Iterable<ContentLine> {
  for (const line of unfolded(text)) if (line.trim() !== "") yield contentLine(line) ?? { name: "", parameters: NONE, value: line };
}
