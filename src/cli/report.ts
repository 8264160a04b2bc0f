/** A judged message as text for a terminal: one summary line, then a table of what was found. */
import type { Finding } from "../contract/index.ts";
import { inWords } from "./evidence.ts";
import type { Judgement } from "./judge.ts";
import { mask, printable } from "./mask.ts";
import { ruleTitle } from "./rule-title.ts";

/** Files inside one file that are named. */
const MOST_INNER = 50;
const HEAD = ["Rule", "Part", "Where", "Confidence", "Role", "PHI", "Masked"] as const;

interface Place {
  readonly name: string;
  readonly text: string;
}

function placeOf({ where }: Finding, { message }: Judgement): Place {
  if (where.kind === "subject") return { name: "subject", text: message.subject };
  if (where.kind === "body") return { name: "body", text: message.body.content };
  const attachment = message.attachments[where.index];
  if (where.kind === "attachment-name") return { name: `name of ${printable(attachment?.name ?? "attachment")}`, text: attachment?.name ?? "" };
  return { name: printable(attachment?.name ?? "attachment"), text: attachment?.parts[where.part]?.content ?? "" };
}

/** `3:14`: line and column, both from 1, columns in UTF-16 code units. */
export function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return `${before.length}:${(before[before.length - 1]?.length ?? 0) + 1}`;
}

function row(finding: Finding, judgement: Judgement): readonly string[] {
  const { name, text } = placeOf(finding, judgement);
  return [
    ruleTitle(finding.ruleId, judgement.policy), finding.part, `${name} ${lineAndColumn(text, finding.start)}`, finding.confidence, finding.role,
    finding.phi ? "yes" : "no", mask(text.slice(finding.start, finding.end)),
  ];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function summary(name: string, { message, assessment, verdict }: Judgement): string {
  const unread = message.attachments.filter(({ status }) => status !== "scanned");
  const found = assessment.phi
    ? `protected health information found (${counted(assessment.patients, "patient", "patients")}, score ${assessment.score})`
    : `no listed pattern of protected health information found (score ${assessment.score})`;
  const codes = [...new Set(verdict.reasons.map(({ code }) => code))];
  const verdictWords = `verdict: ${verdict.action}${codes.length === 0 ? "" : ` (${codes.join(", ")})`}`;
  const unreadWords = unread.length === 0 ? [] : [`${counted(unread.length, "attachment was", "attachments were")} not fully read`];
  return `${printable(name)}: ${[found, ...unreadWords, verdictWords].join("; ")}`;
}

function attachmentLines({ message }: Judgement): readonly string[] {
  return message.attachments
    .filter(({ status }) => status !== "scanned")
    .flatMap(({ name, status, reason, inner = [] }) => [
      `  not fully read: ${printable(name)} (${status}, ${reason ?? "unknown"})`,
      ...inner.slice(0, MOST_INNER).map((one) => `    inside it: ${printable(one.path.join(" / "))} (${one.status}, ${one.reason ?? "unknown"})`),
      ...(inner.length > MOST_INNER ? [`    and ${inner.length - MOST_INNER} more`] : []),
    ]);
}

/** The report on one file. `explain` adds, under each finding, why it counts. Found text is masked. */
export function report(name: string, judgement: Judgement, explain: boolean): string {
  const { findings } = judgement.assessment;
  const table = findings.length === 0 ? [] : aligned([HEAD, ...findings.map((finding) => row(finding, judgement))]);
  const [head, ...rows] = table;
  const lines = rows.flatMap((line, index) => {
    const evidence = explain ? findings[index]?.evidence ?? [] : [];
    return [line, ...evidence.map((one) => `      ${inWords(one)}`)];
  });
  return `${[summary(name, judgement), ...attachmentLines(judgement), ...(head === undefined ? [] : [head]), ...lines].join("\n")}\n`;
}
