/** JSON (RFC 8259) to values, where these are not made to fill the memory. */

/** Deeper nesting than any document has; a deeper one is an attack on the stack. */
const DEEPEST = 200;
/** Each takes some fifty bytes. */
const MOST_VALUES = 500_000;

/** Values, counted by what parts them. @throws RangeError where they nest too deep */
function valuesIn(text: string): number {
  let [values, depth, quoted] = [1, 0, false];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) quoted = !quoted;
    else if (quoted) at += unit === 92 ? 1 : 0;
    else if (unit === 91 || unit === 123) {
      depth += 1;
      values += 1;
      if (depth > DEEPEST) throw new RangeError("JSON nests too deep");
    } else if (unit === 93 || unit === 125) depth -= 1;
    else if (unit === 44) values += 1;
  }
  return values;
}

/** `undefined`: no JSON. `"too many"`: more values than are looked at. @throws RangeError where they nest too deep */
export function parsedJson(text: string): { readonly value: unknown } | "too many" | undefined {
  if (valuesIn(text) > MOST_VALUES) return "too many";
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
