/**
 * Webpack loader: patterns with classes of Unicode are written as calls in place of literals. An engine checks every literal when it reads a script, run or not,
 * and a class of Unicode takes it a tenth of a millisecond each time: together a twentieth of the handler's start. A call costs only who comes by it.
 */
import { parse } from "acorn";

const CLASS = /\\p\{/i;

export default function latePatterns(source) {
  if (!CLASS.test(source)) return source;
  const found = [];
  collect(parse(source, { ecmaVersion: "latest", sourceType: "module" }), found);
  let text = source;
  for (const { start, end, regex } of found.sort((a, b) => b.start - a.start)) {
    text = `${text.slice(0, start)}new RegExp(${JSON.stringify(regex.pattern)}, ${JSON.stringify(regex.flags)})${text.slice(end)}`;
  }
  return text;
}

function collect(node, found) {
  if (node.regex !== undefined && CLASS.test(node.regex.pattern)) found.push(node);
  for (const value of Object.values(node)) for (const one of Array.isArray(value) ? value : [value]) if (typeof one?.type === "string") collect(one, found);
}
