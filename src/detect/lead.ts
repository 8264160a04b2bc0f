/** What a pattern may begin with, read from its source: most patterns at a number's gate ask for a word first, and need not be tried. */

/** True only where every match of the pattern begins with an ASCII letter. Unsure is false. */
export function beginsWithLetter(source: string): boolean {
  let at = 0;
  while (source.startsWith("(?<", at)) at = groupEnd(source, at);
  return alternatives(source.slice(at));
}

/** Elements in turn, until one that must be there: each must begin with a letter. */
function sequence(source: string, from: number): boolean {
  let at = from;
  for (;;) {
    const char = source.charAt(at);
    let end = at + 1;
    if (char === "(") {
      if (!source.startsWith("(?:", at)) return false;
      end = groupEnd(source, at);
      if (!alternatives(source.slice(at + 3, end - 1))) return false;
    } else if (char === "[") {
      end = source.indexOf("]", at) + 1;
      if (!/^\[(?:[a-z](?:-[a-z])?)+\]$/i.test(source.slice(at, end))) return false;
    } else if (!/[a-z]/i.test(char)) return false;
    if (!/^(?:[?*]|\{0)/.test(source.slice(end, end + 2))) return true;
    at = source.charAt(end) === "{" ? source.indexOf("}", end) + 1 : end + 1;
  }
}

function alternatives(source: string): boolean {
  let from = 0;
  for (let at = 0; at < source.length; at = step(source, at)) {
    if (source.charAt(at) !== "|") continue;
    if (!sequence(source, from)) return false;
    from = at + 1;
  }
  return sequence(source, from);
}

/** Position after the element at `at`; a group or class is one element. */
function step(source: string, at: number): number {
  const char = source.charAt(at);
  if (char === "\\") return at + 2;
  if (char === "(") return groupEnd(source, at);
  if (char !== "[") return at + 1;
  let end = at + 1;
  while (end < source.length && source.charAt(end) !== "]") end += source.charAt(end) === "\\" ? 2 : 1;
  return end + 1;
}

function groupEnd(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length && source.charAt(at) !== ")") at = step(source, at);
  return at + 1;
}
