/** Which findings of a long file are kept: those that decide its score, then the strongest. */
import type { AttachmentFinding } from "../contract/index.ts";
import { scoreText, shareOf, topOf } from "./score.ts";
import type { Shared } from "./score.ts";

/** A person reads no more, and what is kept must fit beside other files in Outlook's store. */
const MOST = 22;
const MOST_IDENTIFIERS = 18;
/** Texts of a file whose strongest identifiers are kept, whatever else is. */
const MOST_TEXTS = 6;
/** The least and the most care that may come from the rest of a draft. */
const AMBIENT = [0, 40, 98] as const;
const CONFIDENCE = { low: 0, medium: 1, high: 2 } as const;

interface Ranked extends Shared {
  readonly finding: AttachmentFinding;
}

function rankedWith(ambient: number, findings: readonly AttachmentFinding[]): readonly Ranked[] {
  return findings.flatMap((finding) => {
    const { weighing, part } = finding;
    return weighing === undefined ? [] : [{ finding, weighing, part, share: shareOf(weighing, [ambient]) }];
  });
}

/** The identifiers that make the score of the best texts, whatever the rest of the draft tells. */
function decisive(findings: readonly AttachmentFinding[]): ReadonlySet<AttachmentFinding> {
  const kept = new Set<AttachmentFinding>();
  for (const ambient of AMBIENT) {
    const texts = new Map<number, Ranked[]>();
    for (const one of rankedWith(ambient, findings)) {
      const known = texts.get(one.finding.text ?? -1);
      if (known === undefined) texts.set(one.finding.text ?? -1, [one]);
      else known.push(one);
    }
    const best = [...texts.values()].map((ranked) => ({ ranked, score: scoreText(ranked) })).sort((a, b) => b.score - a.score).slice(0, MOST_TEXTS);
    for (const { ranked } of best) for (const { finding } of topOf(ranked)) if (kept.size < MOST_IDENTIFIERS) kept.add(finding);
  }
  return kept;
}

/** All of them, in their order, where they are few. */
export function listed(findings: readonly AttachmentFinding[]): { readonly kept: readonly AttachmentFinding[]; readonly left: readonly AttachmentFinding[] } {
  if (findings.length <= MOST) return { kept: findings, left: [] };
  const kept = new Set(decisive(findings));
  const byShare = [...rankedWith(AMBIENT[1], findings)].sort((a, b) => b.share - a.share || b.weighing.force - a.weighing.force);
  for (const { finding } of byShare) if (kept.size < MOST_IDENTIFIERS) kept.add(finding);
  const terms = findings.filter(({ part }) => part === "health").sort((a, b) => CONFIDENCE[b.confidence] - CONFIDENCE[a.confidence]);
  for (const finding of [...terms, ...byShare.map((one) => one.finding)]) if (kept.size < MOST) kept.add(finding);
  return { kept: findings.filter((one) => kept.has(one)), left: findings.filter((one) => !kept.has(one)) };
}
