/** Breakdowns below the table of measures. Printed only. */
import { FIXED_FORMATS } from "./formats.ts";
import { COLUMN, PARTS } from "./spans.ts";
import type { Rates } from "./speed.ts";

function percent(part: number, whole: number): string {
  return (whole === 0 ? "-" : `${((part / whole) * 100).toFixed(2)} %`).padStart(9);
}

function of(part: number, whole: number): string {
  return `${String(part).padStart(5)} of ${String(whole).padStart(5)} ${percent(part, whole)}`;
}

/** Spans class by class, and format by format. */
export function reportParts(sums: Float64Array, formats: Float64Array): void {
  const at = (from: Float64Array, column: number): number => from[column] ?? 0;
  console.log("\nSpans by paragraph of 45 CFR 164.514(b)(2)(i): labels of the patient side found; findings given to the patient that are right");
  for (const part of PARTS) {
    const [labels, findings] = [at(sums, COLUMN.labels(part)), at(sums, COLUMN.findings(part))];
    if (labels + findings === 0) continue;
    console.log(`  (${part})    found ${of(at(sums, COLUMN.found(part)), labels)}   right ${of(at(sums, COLUMN.right(part)), findings)}`);
  }
  console.log("Fixed formats, corpus and generated");
  FIXED_FORMATS.forEach(({ name }, k) => {
    const found = of(at(formats, COLUMN.fixedFound(k)), at(formats, COLUMN.fixedLabels(k)));
    console.log(`  ${name.padEnd(6)} found ${found}   right ${of(at(formats, COLUMN.fixedRight(k)), at(formats, COLUMN.fixedFindings(k)))}`);
  });
}

/** All contenders of the same run side by side; ratios hold on other machines, rates do not. */
export function reportRace(jit: Rates, jitless: Rates): void {
  console.log("\nSpeed on real mail, CPU time, side by side in the same run (ratio: of our speed to theirs)");
  for (const name of Object.keys(jit)) {
    const cell = (rates: Rates): string => `${(rates[name] ?? 0).toFixed(1).padStart(7)} MB/s  ratio ${((rates["chartseal"] ?? 0) / (rates[name] ?? 1)).toFixed(3).padStart(6)}`;
    console.log(`  ${name.padEnd(22)} JIT ${cell(jit)}   --jitless ${cell(jitless)}`);
  }
}
