/** Writes docs/rules.md from the rules, docs/errors.md from the error codes and docs/attachments.md from the readers. `--check` writes nothing and exits 1 where one is stale. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ERRORS } from "../src/contract/index.ts";
import type { HipaaPart } from "../src/contract/index.ts";
import type { Gate, Rule, RuleExamples } from "../src/detect/rule.ts";
import { PACK, RULES } from "../src/detect/rules/index.ts";
import { attachmentsPage } from "./docs-attachments.ts";

const root = join(import.meta.dirname, "..");
const rulesFolder = join(root, "src/detect/rules");

/** 45 CFR 164.514(b)(2)(i), in our words. */
const PARAGRAPHS: Readonly<Record<HipaaPart, string>> = {
  A: "Names", B: "Geography smaller than a state", C: "Dates but the year, ages over 89", D: "Telephone numbers", E: "Fax numbers", F: "E-mail addresses",
  G: "Social Security numbers", H: "Medical record numbers", I: "Health plan beneficiary numbers", J: "Account numbers", K: "Certificate and licence numbers",
  L: "Vehicle identifiers", M: "Device identifiers", N: "Web addresses", O: "IP addresses", P: "Biometric identifiers", Q: "Full-face photographs", R: "Any other unique number",
};

async function examplesOf(id: string): Promise<RuleExamples> {
  const module = (await import(pathToFileURL(join(rulesFolder, `${id}.examples.ts`)).href)) as { readonly examples: RuleExamples };
  return module.examples;
}

function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|").replaceAll("\n", " ")}\``;
}

function gateText(gate: Gate): string {
  switch (gate.kind) {
    case "digits": return `a run of ${rangeText(gate.lengths)} digits`;
    case "mixed": return `${rangeText(gate.lengths)} letters and digits`;
    case "words": return `the words ${gate.words.slice(0, 8).join(", ")}${gate.words.length > 8 ? ", …" : ""}`;
    case "capital": return { near: "a capital letter, where something near may tell of care", pair: "a capital letter before another", comma: "a capital letter, a comma and another" }[gate.where];
    case "passage": return "a passage that speaks of care (`tagger/`)";
    case "at": return "an @";
    case "link": return "a web address";
    case "term": return `the lexicon's ${gate.classes.join(", ")} terms`;
  }
}

function rangeText(lengths: readonly number[]): string {
  const sorted = [...lengths].sort((a, b) => a - b);
  const [first = 0, last = first] = [sorted[0], sorted[sorted.length - 1]];
  return sorted.length > 2 && last - first === sorted.length - 1 ? `${first} to ${last}` : sorted.join(" or ");
}

async function ruleSection(rule: Rule): Promise<string> {
  const { hits, misses, knownGaps = [] } = await examplesOf(rule.id);
  const lines = [
    `### ${rule.id}`, "",
    `${rule.title.en} (${rule.part === "health" ? "health evidence" : `paragraph ${rule.part}`}; weight ${rule.weight}${rule.role === undefined ? "" : `; a ${rule.role}'s by nature`}).`, "",
    `- Tried at: ${rule.gates.map(gateText).join("; ")}.`,
    ...(rule.checks ?? []).map((check) => `- Checked: ${check.name}${check.required ? "" : " (raises confidence)"}.`),
    ...(rule.cues === undefined ? [] : [`- Speak for it: ${rule.cues.words.join(", ")}.`]),
    ...(rule.negativeCues === undefined ? [] : [`- Speak against it: ${rule.negativeCues.words.join(", ")}.`]),
    ...hits.map(({ text, value }) => `- Found: ${code(value)} in ${code(text)}`),
    ...misses.map(({ text, why }) => `- Not found: ${code(text)}, ${why}.`),
    ...knownGaps.map(({ text, why }) => `- Known gap: ${code(text)}, ${why}.`),
  ];
  return lines.join("\n");
}

/** The text of docs/rules.md. */
export async function rulesPage(): Promise<string> {
  const table = (Object.entries(PARAGRAPHS) as [HipaaPart, string][]).map(([part, name]) => {
    const ids = RULES.filter((rule) => rule.part === part).map((rule) => `[${rule.id}](#${rule.id})`);
    return `| (${part}) | ${name} | ${ids.join(", ")} |`;
  });
  const health = RULES.filter((rule) => rule.part === "health").map((rule) => `[${rule.id}](#${rule.id})`);
  const sections = await Promise.all(RULES.map(ruleSection));
  return [
    "<!-- Written by `npm run docs` from src/detect/rules. Do not edit. -->", "", "# Rules", "",
    `Pack ${PACK.name}, version ${PACK.version}: ${RULES.length} rules. A draft counts as PHI when an identifier of the patient's side stands near evidence of care.`, "",
    "## Coverage of 45 CFR 164.514(b)(2)(i)", "", "| paragraph | identifiers | rules |", "|---|---|---|", ...table, `| | Health evidence | ${health.join(", ")} |`, "",
    "## Every rule", "", sections.join("\n\n"), "",
  ].join("\n");
}

/** The text of docs/errors.md. */
export function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
  return ["<!-- Written by `npm run docs` from src/contract/errors.ts. Do not edit. -->", "", "# Error codes", "", "| code | meaning |", "|---|---|", ...rows, ""].join("\n");
}

/** Rule files without an examples file, and the other way round. */
function unpaired(): readonly string[] {
  const files = readdirSync(rulesFolder).filter((name) => name !== "index.ts");
  return files.flatMap((name) => {
    const other = name.endsWith(".examples.ts") ? name.replace(".examples.ts", ".ts") : name.replace(".ts", ".examples.ts");
    return files.includes(other) ? [] : [`${name} has no ${other}`];
  });
}

async function main(): Promise<number> {
  const problems = unpaired();
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    return 1;
  }
  const pages = { "docs/rules.md": await rulesPage(), "docs/errors.md": errorsPage(), "docs/attachments.md": attachmentsPage() };
  const stale = Object.entries(pages).filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text);
  if (process.argv.includes("--check")) {
    for (const [path] of stale) console.error(`${path} is stale: run \`npm run docs\`.`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [path, text] of stale) writeFileSync(join(root, path), text);
  console.log(stale.length > 0 ? `Wrote ${stale.map(([path]) => path).join(", ")}.` : "Nothing to write.");
  return 0;
}

if (import.meta.main) process.exitCode = await main();
