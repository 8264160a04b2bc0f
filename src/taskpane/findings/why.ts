/** Evidence in words. Says nothing of the matched text; cue words come from our own rules. */
import type { Evidence, Finding } from "../../contract/index.ts";
import type { Wording } from "../wording.ts";

/** Characters of the read text within which a cue is said to stand beside the value. */
const BESIDE = 3;

/** Strongest reason first, as a person would argue. */
const ORDER: readonly Evidence["kind"][] = [
  "cue", "checksum", "structure", "list", "shape", "health", "negative-cue", "test-value", "role",
];

function sentence(evidence: Evidence, w: Wording, titleOf: (ruleId: string) => string | undefined): string | undefined {
  switch (evidence.kind) {
    case "cue":
      return evidence.distance <= BESIDE ? w.evidence.cueBeside(evidence.cue) : w.evidence.cueNear(evidence.cue);
    case "checksum":
      return w.evidence.checksum;
    case "structure":
      return w.evidence.structure;
    case "list":
      return w.evidence.list;
    case "shape":
      return w.evidence.shape;
    case "health": {
      const title = titleOf(evidence.ruleId);
      return title === undefined ? w.evidence.healthSomewhere : w.evidence.health(title);
    }
    case "negative-cue":
      return w.evidence.against(evidence.cue);
    case "test-value":
      return w.evidence.test;
    case "role":
      // The finding's own role says it, in the reader's language.
      return undefined;
  }
}

/** Why a finding counts, one sentence a reason, without repeats. */
export function whySentences(finding: Finding, w: Wording, titleOf: (ruleId: string) => string | undefined): readonly string[] {
  const ranked = [...finding.evidence].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const sentences = ranked.map((evidence) => sentence(evidence, w, titleOf)).filter((said) => said !== undefined);
  if (finding.part !== "health") sentences.push(w.roles[finding.role]);
  return [...new Set(sentences)];
}
