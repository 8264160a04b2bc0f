/** Where the places of a pattern's source begin and end; a group or a class is one place. */

export const [BACKSLASH, BAR, OPEN_GROUP, CLOSE_GROUP, OPEN_CLASS, CLOSE_CLASS] = [92, 124, 40, 41, 91, 93] as const;

/** Where the next `|` stands outside of groups and classes; the length where none does. */
export function nextBar(source: string, from: number): number {
  const { length } = source;
  let depth = 0;
  for (let at = from; at < length; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN_CLASS) at = classEnd(source, at) - 1;
    else if (code === OPEN_GROUP) depth++;
    else if (code === CLOSE_GROUP) depth--;
    else if (code === BAR && depth === 0) return at;
  }
  return length;
}

/** Position behind the place that begins at `at`. */
export function placeEnd(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code === BACKSLASH ? escapeEnd(source, at) : code === OPEN_GROUP ? groupEnd(source, at) : code === OPEN_CLASS ? classEnd(source, at) : at + 1;
}

/** In one loop: patterns are gone through at every start, and calls for each character take five times as long. */
function groupEnd(source: string, open: number): number {
  const { length } = source;
  let depth = 0;
  for (let at = open; at < length; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN_CLASS) at = classEnd(source, at) - 1;
    else if (code === OPEN_GROUP) depth++;
    else if (code === CLOSE_GROUP && --depth === 0) return at + 1;
  }
  return length;
}

function classEnd(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length && source.charCodeAt(at) !== CLOSE_CLASS) at += source.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** `\d`, `\u00b5`, `\u{1d7ce}`, `\x41`, `\p{Lu}`. */
export function escapeEnd(source: string, at: number): number {
  const kind = source.charAt(at + 1);
  if (source.charAt(at + 2) === "{" && "upP".includes(kind)) return source.indexOf("}", at) + 1;
  return at + (kind === "u" ? 6 : kind === "x" ? 4 : 2);
}
