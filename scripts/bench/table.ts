/** The table of measures: what was reached, what must be, what is aimed at. */
import type { Interval } from "./random.ts";

export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: "%" | "F1" | "MB/s" | "ms" | "kB" | "MB";
  /** Rows, spans or cases it rests on. */
  readonly count?: number;
  readonly interval?: Interval;
  readonly better: "more" | "less";
  readonly must?: number;
  readonly aim?: number;
}

export type Grade = "aim" | "pass" | "below" | "";

const NAME_WIDTH = 52;

/** Where a measure stands; empty without a target. A measure with an aim alone passes at its aim. */
export function gradeOf({ value, better, must, aim }: Measure): Grade {
  const reaches = (target: number): boolean => (better === "more" ? value >= target : value <= target);
  if (aim !== undefined && reaches(aim)) return "aim";
  if (must !== undefined && reaches(must)) return "pass";
  return must === undefined && aim === undefined ? "" : "below";
}

function figure(value: number, unit: Measure["unit"]): string {
  if (unit === "%") return `${(value * 100).toFixed(2)} %`;
  if (unit === "F1") return value.toFixed(4);
  return `${value.toFixed(unit === "MB/s" ? 1 : 0)} ${unit}`;
}

function line(cells: readonly (readonly [text: string, width: number])[], name: string): string {
  return [name.padEnd(NAME_WIDTH), ...cells.map(([text, width]) => text.padStart(width))].join(" ").trimEnd();
}

export function printTable(measures: readonly Measure[]): void {
  console.log(line([["n", 6], ["reached", 11], ["95 % interval", 21], ["must", 10], ["aim", 10], ["", 6]], "measure"));
  for (const measure of measures) {
    const { name, value, unit, count, interval, must, aim, better } = measure;
    const target = (at: number | undefined): string => (at === undefined ? "-" : `${better === "more" ? ">=" : "<="}${figure(at, unit)}`);
    const between = interval === undefined ? "" : `${figure(interval.low, unit)} - ${figure(interval.high, unit)}`;
    console.log(line([[count === undefined ? "" : String(count), 6], [figure(value, unit), 11], [between, 21], [target(must), 10], [target(aim), 10], [gradeOf(measure), 6]], name));
  }
}

/** How many measures with a "must" reach it. */
export function countMet(measures: readonly Measure[]): { readonly met: number; readonly total: number; readonly missed: readonly string[] } {
  const musts = measures.filter(({ must }) => must !== undefined);
  const missed = musts.filter((measure) => gradeOf(measure) === "below").map(({ name }) => name);
  return { met: musts.length - missed.length, total: musts.length, missed };
}
