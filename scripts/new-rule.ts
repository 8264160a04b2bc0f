/** `npm run new:rule us-xyz`: writes the rule, its examples and its two lines in the pack. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "src/detect/rules");

function constantOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, char: string) => char.toUpperCase());
}

function ruleText(id: string): string {
  return `/** What it is, and who sets its form (name the authority and the document). */
import { defineRule } from "../rule.ts";

export const ${constantOf(id)} = defineRule({
  id: "${id}",
  part: "R",
  title: { en: "${id}", es: "${id}" },
  gates: [{ kind: "words", words: ["${id.split("-")[0] ?? id}"] }],
  // The group is the value; what leads to it is the cue.
  shapes: [{ name: "cued", pattern: /${id.split("-")[0] ?? id} ?(?:no\\.?|number|#|:){0,2} {0,2}(\\d{6,10})(?!\\d)/iy, points: 20 }],
  negativeCues: { words: ["order", "invoice"], before: 25, after: 0, points: -25 },
  weight: 45,
});
`;
}

function examplesText(id: string): string {
  const word = id.split("-")[0] ?? id;
  return `import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "${word} no. 000000", value: "000000" }],
  misses: [{ text: "${word} of none", why: "no number" }],
};
`;
}

/** The pack with one more rule, imports in order of file names. */
export function withRule(index: string, id: string): string {
  const line = `import { ${constantOf(id)} } from "./${id}.ts";`;
  const imports = [...(index.match(/^import \{ \w+ \} from "\.\/.*;$/gm) ?? []), line].sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1));
  const first = index.search(/^import \{ \w+ \} from "\.\//m);
  const rest = index.slice(first).replace(/^import \{ \w+ \} from "\.\/.*;\n/gm, "");
  return `${index.slice(0, first)}${imports.join("\n")}\n${rest.replace(/\n\];/, `\n  ${constantOf(id)},\n];`)}`;
}

function fileOf(line: string): string {
  return /"\.\/(.*)\.ts"/.exec(line)?.[1] ?? "";
}

function main(id: string | undefined): number {
  if (id === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    console.error("Usage: npm run new:rule us-xyz (lower case, digits and hyphens)");
    return 2;
  }
  const path = join(folder, `${id}.ts`);
  if (existsSync(path)) {
    console.error(`There is a rule ${id} already.`);
    return 1;
  }
  const indexPath = join(folder, "index.ts");
  const index = withRule(readFileSync(indexPath, "utf8"), id);
  writeFileSync(path, ruleText(id));
  writeFileSync(join(folder, `${id}.examples.ts`), examplesText(id));
  writeFileSync(indexPath, index);
  console.log(`Wrote src/detect/rules/${id}.ts and its examples. Next: fill them in, npx jest test/detect/rules, npm run docs.`);
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv[2]);
