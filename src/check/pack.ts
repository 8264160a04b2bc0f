/** An assessment as a short text: what says the same again and again stands once, in a table. */
import type { AttachmentAssessment, AttachmentFinding, Confidence, Evidence, Part, Role, Section, Weighing } from "../contract/index.ts";

const CONFIDENCES: readonly Confidence[] = ["low", "medium", "high"];
const ROLES: readonly Role[] = ["patient", "sender", "recipient", "provider", "unknown"];
const SECTIONS: readonly Section[] = ["authored", "quoted", "signature"];
/** For the file's name, which is no text of it. */
const NAME = -1;

type Row = readonly [
  rule: number, text: number, start: number, end: number, confidence: number, role: number, section: number, evidence: readonly number[], weighing?: readonly number[],
];

/** JSON, in memory. */
export interface Packed {
  readonly rest: Omit<AttachmentAssessment, "findings">;
  readonly rules: readonly (readonly [ruleId: string, part: Part])[];
  readonly evidence: readonly Evidence[];
  readonly rows: readonly Row[];
}

/** Gives each different value its place in a list. */
class Table<T> {
  readonly values: T[] = [];
  private readonly places = new Map<string, number>();

  placeOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

export function pack({ findings, ...rest }: AttachmentAssessment): Packed {
  const rules = new Table<readonly [string, Part]>();
  const evidence = new Table<Evidence>();
  const rows = findings.map((one): Row => {
    const { ruleId, part, text = NAME, start, end, confidence, role, section, weighing } = one;
    const head = [
      rules.placeOf([ruleId, part]), text, start, end, CONFIDENCES.indexOf(confidence), ROLES.indexOf(role), SECTIONS.indexOf(section), one.evidence.map((each) => evidence.placeOf(each)),
    ] as const;
    return weighing === undefined ? head : [...head, [weighing.at, weighing.force, weighing.anchor ? 1 : 0, weighing.strong, weighing.weak]];
  });
  return { rest, rules: rules.values, evidence: evidence.values, rows };
}

/** The other way. @throws TypeError on what `pack` did not make */
export function unpack({ rest, rules, evidence, rows }: Packed): AttachmentAssessment {
  const at = <T>(list: readonly T[], place: number): T => {
    const value = list[place];
    if (value === undefined) throw new TypeError("no such place");
    return value;
  };
  const findings = rows.map(([rule, text, start, end, confidence, role, section, why, weighing]): AttachmentFinding => {
    const [ruleId, part] = at(rules, rule);
    return {
      ruleId, part, ...(text === NAME ? {} : { text }), start, end, confidence: at(CONFIDENCES, confidence), role: at(ROLES, role), section: at(SECTIONS, section),
      evidence: why.map((place) => at(evidence, place)), ...(weighing === undefined ? {} : { weighing: weighingOf(weighing) }),
    };
  });
  return { ...rest, findings };
}

function weighingOf([at = 0, force = 0, anchor = 0, strong = 0, weak = 0]: readonly number[]): Weighing {
  return { at, force, anchor: anchor === 1, strong, weak };
}
