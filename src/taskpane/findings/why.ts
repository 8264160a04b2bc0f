/** Evidence in words. Says nothing of the matched text; cue words come from our own rules. */
import type { Evidence, Finding, PlaceKind } from "../../contract/index.ts";
import { HIDDEN, KNOWN_LIST, ORG_LIST } from "../../detect/index.ts";
import type { Wording } from "../wording.ts";

/** Characters of the read text within which a cue is said to stand beside the value. */
const BESIDE = 3;

/** Strongest reason first, as a person would argue. */
const ORDER: readonly Evidence["kind"][] = [
  "cue", "checksum", "structure", "list", "shape", "health", "negative-cue", "test-value", "role",
];

const TELLING: ReadonlySet<Evidence["kind"]> = new Set(["cue", "checksum", "structure"]);

/** Lists that mean something to a reader. The others only keep impossible values out, which is no reason for a finding. */
const LISTS: Readonly<Record<string, (w: Wording) => string>> = {
  names: (w) => w.evidence.names,
  "ICD-10-CM category": (w) => w.evidence.icd,
  [KNOWN_LIST]: (w) => w.evidence.knownPatient,
  [ORG_LIST]: (w) => w.evidence.orgWords,
};
/** `detect` gives this in place of a cue word where any term of its lexicon serves as one. */
const HEALTH_CUE = "health term in the sentence";
/** How `detect` begins the name of a place under a table's head. */
const COLUMN = "column head";
/** How `detect` names the shape of a word that its lexicon knows. */
const TERM_SHAPES: ReadonlySet<string> = new Set(["term", "weak-term"]);

function sentence(evidence: Evidence, { ruleId, part }: Finding, w: Wording, titleOf: (ruleId: string) => string | undefined): string | undefined {
  switch (evidence.kind) {
    case "cue":
      if (evidence.cue === HEALTH_CUE) return w.evidence.healthInSentence;
      return evidence.distance <= BESIDE ? w.evidence.cueBeside(evidence.cue) : w.evidence.cueNear(evidence.cue);
    case "checksum":
      return w.evidence.checksum;
    case "structure":
      return evidence.name.startsWith(COLUMN) ? w.evidence.column : w.evidence.structure;
    case "list":
      return LISTS[evidence.list]?.(w);
    case "shape":
      return TERM_SHAPES.has(evidence.name) ? w.evidence.term : w.evidence.shape;
    case "health": {
      // An identifier can be health evidence by itself: a number such as an MRN, or a name that its sentence ties to care.
      if (evidence.ruleId === ruleId) return part === "A" ? w.evidence.careOf : w.evidence.care;
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

function isHidden(evidence: Evidence): boolean {
  return evidence.kind === "structure" && evidence.name === HIDDEN;
}

/** What the sender cannot see without looking for it; empty for what is in the open. `place`: the kind of place in an attachment. */
export function hiddenSentence({ evidence }: Finding, w: Wording, place: PlaceKind = "text"): string {
  return evidence.some(isHidden) ? w.hiddenIn[place] : "";
}

/** Why a finding counts, one sentence a reason, without repeats. */
export function whySentences(finding: Finding, w: Wording, titleOf: (ruleId: string) => string | undefined): readonly string[] {
  const ranked = finding.evidence.filter((evidence) => !isHidden(evidence)).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  // Every finding has a shape; it is worth saying only where nothing more telling is known.
  const said = ranked.some(({ kind }) => TELLING.has(kind)) ? ranked.filter(({ kind }) => kind !== "shape") : ranked;
  const sentences = said.map((evidence) => sentence(evidence, finding, w, titleOf)).filter((one) => one !== undefined);
  if (finding.part !== "health") sentences.push(w.roles[finding.role]);
  return [...new Set(sentences)];
}
