/** The mails that the tagger learns from, as the names in them and what the words round each tell. */
import { readFileSync } from "node:fs";
import { stretchAt } from "../../src/detect/sections.ts";
import { DOUBTFUL, featuresOf } from "../../src/detect/tagger/features.ts";
import { personsIn } from "../../src/detect/tagger/persons.ts";
import type { Scan } from "../../src/detect/scan.ts";
import { talkRound } from "../../src/detect/tagger/tagger.ts";
import { isHeading, readUnit } from "../../src/detect/unit.ts";
import type { Unit } from "../../src/detect/unit.ts";

const MOST_PERSONS = 200;
/** Nobody there is a patient, whatever stands round. */
const OTHERS: ReadonlySet<string> = new Set(["signature", "header", "greeting", "disclaimer"]);

export type MailSet = "clinic" | "ordinary" | "chart";

export interface Mail {
  /** From a clinic; from anywhere else; clinical text that names nobody. */
  readonly set: MailSet;
  readonly phi: boolean;
  /** For each name its features. */
  readonly persons: readonly (readonly number[])[];
}

/** A line of the file. All that is in it is made up. */
interface Row {
  readonly set: MailSet;
  readonly phi: boolean;
  readonly subject?: string;
  readonly text: string;
}

function personsOf({ where, scan, stretches }: Unit, beside: Scan | undefined): Mail["persons"] {
  const passage = { scan, beside, isHeading: isHeading(where) };
  return personsIn(scan, 0, scan.count - 1, MOST_PERSONS)
    .filter(({ first }) => !OTHERS.has(stretchAt(stretches, scan.start[first] as number).zone))
    .map((person) => {
      const { any, doubtful, sure } = talkRound(passage, person);
      return [...any.values(), ...(DOUBTFUL.has(person.shape) ? doubtful : sure).values(), ...featuresOf(passage, person).values()];
    });
}

/** Reads a file of one JSON object a line. @throws on a line that is none */
export function readMails(path: string): readonly Mail[] {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => {
    const { set, phi, subject, text } = JSON.parse(line) as Row;
    const body = readUnit({ kind: "body" }, { format: "text", content: text });
    const heading = subject === undefined ? undefined : readUnit({ kind: "subject" }, { format: "text", content: subject });
    return { set, phi, persons: [...(heading === undefined ? [] : personsOf(heading, body.scan)), ...personsOf(body, heading?.scan)] };
  });
}
