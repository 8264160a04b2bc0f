/** What a pattern may begin with, read from its source: most shapes at a gate ask for another first character than the token has, and need not be tried. */

const DIGITS = "0123456789";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** What an escape stands for; those not named are taken for anything. */
const ESCAPES: Readonly<Record<string, string>> = { d: DIGITS, w: `${LETTERS}${DIGITS}_` };

/** First characters, letters in lower case, and whether there may be none of them: the pattern goes on behind. */
interface First {
  readonly chars: string;
  readonly empty: boolean;
}

/** Characters a match may begin with, letters in lower case; undefined where it may be any. Letters beyond ASCII are among them only if the pattern names them. */
export function firstCharacters(source: string): string | undefined {
  const first = alternatives(source);
  return first === undefined || first.empty ? undefined : first.chars;
}

function alternatives(source: string): First | undefined {
  let from = 0;
  let chars = "";
  let empty = false;
  for (let at = 0; at <= source.length; at = at === source.length ? at + 1 : step(source, at)) {
    if (at < source.length && source.charAt(at) !== "|") continue;
    const first = sequence(source.slice(from, at));
    if (first === undefined) return undefined;
    chars += first.chars;
    empty = empty || first.empty;
    from = at + 1;
  }
  return { chars, empty };
}

/** Elements in turn, until one that must be there. */
function sequence(source: string): First | undefined {
  let chars = "";
  for (let at = 0; at < source.length;) {
    const end = step(source, at);
    const element = source.slice(at, end);
    const first = /^\(\?<?[=!]/.test(element) ? { chars: "", empty: true } : elementOf(element);
    if (first === undefined) return undefined;
    chars += first.chars;
    const optional = /^(?:[?*]|\{0)/.test(source.slice(end, end + 2));
    if (!first.empty && !optional) return { chars, empty: false };
    at = afterQuantifier(source, end);
  }
  return { chars, empty: true };
}

function elementOf(element: string): First | undefined {
  const char = element.charAt(0);
  if (element.startsWith("(?") && !element.startsWith("(?:")) return undefined;
  if (char === "(") return alternatives(element.slice(element.startsWith("(?:") ? 3 : 1, -1));
  if (char === "^" || char === "$") return { chars: "", empty: true };
  const chars = char === "[" ? classOf(element) : char === "\\" ? escapeOf(element) : char === "." ? undefined : char.toLowerCase();
  return chars === undefined ? undefined : { chars, empty: element === "\\b" };
}

function escapeOf(element: string): string | undefined {
  const char = element.charAt(1);
  if (char === "b") return "";
  return ESCAPES[char] ?? (/[a-z]/i.test(char) ? undefined : char);
}

function classOf(element: string): string | undefined {
  if (element.startsWith("[^")) return undefined;
  let chars = "";
  for (let at = 1; at < element.length - 1;) {
    const end = step(element, at);
    const part = element.slice(at, end);
    const known = part.startsWith("\\") ? escapeOf(part) : part.toLowerCase();
    if (known === undefined) return undefined;
    if (element.charAt(end) === "-" && end + 1 < element.length - 1 && known.length === 1) {
      const to = element.charAt(end + 1).toLowerCase();
      for (let code = known.charCodeAt(0); code <= to.charCodeAt(0); code++) chars += String.fromCharCode(code);
      at = end + 2;
    } else {
      chars += known;
      at = end;
    }
  }
  return chars;
}

function afterQuantifier(source: string, end: number): number {
  const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(end, end + 12));
  return end + (quantifier?.[0].length ?? 0);
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
