/**
 * Webpack loader: `import * as name` of the modules in `options.late` becomes `import defer * as name`: each runs when first asked for, not when
 * the handler starts. A draft without files needs no reader, and both together took an eighth of the start. Our sources keep the plain form, since
 * Node does not read the new one yet.
 */
import { parse } from "acorn";

export default function lateModules(source) {
  const { late } = this.getOptions();
  if (!late.some((name) => source.includes(name))) return source;
  const found = parse(source, { ecmaVersion: "latest", sourceType: "module" }).body.filter(({ type, source: from }) => type === "ImportDeclaration" && late.includes(from.value));
  let text = source;
  for (const { start, specifiers } of found.reverse()) {
    if (specifiers[0]?.type !== "ImportNamespaceSpecifier") throw new Error("A module that runs late is imported whole: `import * as name from …`. A single name of it would need it at once.");
    text = `${text.slice(0, start)}import defer${text.slice(start + "import".length)}`;
  }
  return text;
}
