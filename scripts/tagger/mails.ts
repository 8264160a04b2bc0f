/** The mails that the tagger learns from, as the names in them and what the words round each tell. */
import { readFileSync } from "node:fs";
import { genreOf } from "../../src/detect/genre.ts";
import { stretchAt } from "../../src/detect/sections.ts";
import { featuresOf } from "../../src/detect/tagger/features.ts";
import { personsIn } from "../../src/detect/tagger/persons.ts";
import { readUnit } from "../../src/detect/unit.ts";

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
  readonly text: string;
}

/** Reads a file of one JSON object a line. @throws on a line that is none */
export function readMails(path: string): readonly Mail[] {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => {
    const { set, phi, text } = JSON.parse(line) as Row;
    const { scan, stretches } = readUnit({ kind: "body" }, { format: "text", content: text });
    const genre = genreOf(scan);
    const persons = personsIn(scan, 0, scan.count - 1, MOST_PERSONS).filter(({ first }) => !OTHERS.has(stretchAt(stretches, scan.start[first] as number).zone));
    return { set, phi, persons: persons.map((person) => featuresOf(scan, person, genre).values()) };
  });
}
