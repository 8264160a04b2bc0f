/** From counts to the measures of the table, with what must be reached and what is aimed at. */
import { assess } from "../../src/detect/index.ts";
import type { CaseSummary } from "./cases.ts";
import type { Bundles } from "./bundles.ts";
import { draftOf } from "./corpus.ts";
import type { ClinicRow } from "./corpus.ts";
import { FIXED_FORMATS } from "./formats.ts";
import { describe } from "./measure.ts";
import type { FileResult, JudgedRow, WrongRow } from "./measure.ts";
import { addTo, bootstrapRows, bootstrapShare } from "./random.ts";
import { SPANISH, tallySpanish } from "./spanish.ts";
import { COLUMN, COLUMNS, F1_PARTS, PARTS, spanErrors, tallySpans } from "./spans.ts";
import type { Rates, Start } from "./speed.ts";
import type { Measure } from "./table.ts";

type Targets = Pick<Measure, "must" | "aim">;
type Sums = Float64Array;

const at = (sums: Sums, column: number): number => sums[column] ?? 0;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const f1 = (recall: number, precision: number): number => (recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision));

function flaggedShare(name: string, rows: readonly JudgedRow[], better: Measure["better"], targets: Targets, seed: number): Measure[] {
  if (rows.length === 0) return [];
  const flagged = rows.filter(({ phi }) => phi).length;
  return [{ name, value: flagged / rows.length, unit: "%", count: rows.length, interval: bootstrapShare(flagged, rows.length, seed), better, ...targets }];
}

export function documentMeasures(results: readonly FileResult[], seed: number): readonly Measure[] {
  const rowsOf = (...names: readonly string[]): readonly JudgedRow[] => results.filter(({ name }) => names.includes(name)).flatMap(({ judged }) => judged);
  const from = (rows: readonly JudgedRow[], source: RegExp): readonly JudgedRow[] => rows.filter(({ row }) => source.test(row.source ?? ""));
  const positives = rowsOf("positives-phi");
  return [
    ...flaggedShare("document recall: generated + C-CDA", [...rowsOf("positives-phi-generated"), ...from(positives, /ccda/i)], "more", { must: 0.99, aim: 0.997 }, seed),
    ...flaggedShare("document recall: ASQ-PHI", from(positives, /asq/i), "more", { must: 0.93, aim: 0.97 }, seed),
    ...flaggedShare("false alarms: real business mail", rowsOf("negatives-mail"), "less", { must: 0.001, aim: 0.0003 }, seed),
    ...flaggedShare("false alarms: real mail with medical words", rowsOf("negatives-mail-suspect"), "less", { must: 0.06, aim: 0.03 }, seed),
    ...flaggedShare("false alarms: both pooled", rowsOf("negatives-mail", "negatives-mail-suspect"), "less", {}, seed),
    ...flaggedShare("false alarms: hard generated", rowsOf("negatives-hard-generated"), "less", { must: 0.03, aim: 0.01 }, seed),
    ...flaggedShare("false alarms: clinical text without identifiers", rowsOf("negatives-clinical"), "less", { must: 0.005, aim: 0.002 }, seed),
    ...flaggedShare("identifiers without health called PHI", rowsOf("positives-pii-only"), "less", { must: 0.001, aim: 0 }, seed),
  ];
}

/** Mean over the classes that the rows label. */
function macroRecall(sums: Sums): number {
  const labelled = PARTS.filter((part) => at(sums, COLUMN.labels(part)) > 0);
  return share(labelled.reduce((sum, part) => sum + at(sums, COLUMN.found(part)) / at(sums, COLUMN.labels(part)), 0), labelled.length);
}

function precision(sums: Sums): number {
  const total = (column: (part: (typeof PARTS)[number]) => number): number => PARTS.reduce((sum, part) => sum + at(sums, column(part)), 0);
  return share(total(COLUMN.right), total(COLUMN.findings));
}

function partF1(part: (typeof PARTS)[number]): (sums: Sums) => number {
  return (sums) => f1(share(at(sums, COLUMN.foundAlike(part)), at(sums, COLUMN.labels(part))), share(at(sums, COLUMN.rightAlike(part)), at(sums, COLUMN.findings(part))));
}

/** All formats in one pot. */
function fixedF1(sums: Sums): number {
  const total = (column: (format: number) => number): number => FIXED_FORMATS.reduce((sum, _, k) => sum + at(sums, column(k)), 0);
  return f1(share(total(COLUMN.fixedFound), total(COLUMN.fixedLabels)), share(total(COLUMN.fixedRight), total(COLUMN.fixedFindings)));
}

interface Statistic {
  readonly name: string;
  readonly of: (sums: Sums) => number;
  readonly unit: "%" | "F1";
  readonly targets: Targets;
  /** Nothing to measure where this is 0. */
  readonly labels?: (sums: Sums) => number;
}

const F1_TARGETS: Readonly<Record<(typeof F1_PARTS)[number], Targets & { readonly name: string }>> = {
  A: { name: "names", must: 0.92, aim: 0.95 }, B: { name: "addresses", must: 0.88, aim: 0.93 }, C: { name: "dates", must: 0.96, aim: 0.98 },
};

const SPAN_STATISTICS: readonly Statistic[] = [
  { name: "span recall, macro over classes, patient role", of: macroRecall, unit: "%", targets: { must: 0.96, aim: 0.98 } },
  { name: "span precision on positives", of: precision, unit: "%", targets: { must: 0.96, aim: 0.98 } },
  ...F1_PARTS.map((part): Statistic => {
    const { name, ...targets } = F1_TARGETS[part];
    return { name: `span F1: ${name}, patient role`, of: partF1(part), unit: "F1", targets, labels: (sums) => at(sums, COLUMN.labels(part)) };
  }),
];
const FIXED_STATISTIC: Statistic = { name: "span F1: fixed formats", of: fixedF1, unit: "F1", targets: { must: 0.99, aim: 0.995 } };

function sumOf(tallies: readonly Sums[], width: number): Sums {
  const sums = new Float64Array(width);
  for (const tally of tallies) addTo(sums, tally);
  return sums;
}

function statisticMeasures(tallies: readonly Sums[], all: readonly Statistic[], width: number, seed: number): Measure[] {
  const sums = sumOf(tallies, width);
  const statistics = all.filter(({ labels }) => labels === undefined || labels(sums) > 0);
  const intervals = bootstrapRows(tallies, statistics.map(({ of }) => of), seed);
  return statistics.map(({ name, of, unit, targets }, i) => {
    const interval = intervals[i];
    return { name, value: of(sums), unit, count: tallies.length, better: "more", ...targets, ...(interval === undefined ? {} : { interval }) };
  });
}

export interface SpanReport {
  readonly measures: readonly Measure[];
  /** Over the corpus, and over the corpus with the generated formats. */
  readonly sums: Sums;
  readonly formats: Sums;
  readonly wrong: readonly object[];
}

export function spanMeasures(results: readonly FileResult[], formats: FileResult, seed: number): SpanReport {
  const judged = results.filter(({ name }) => name.startsWith("positives-phi")).flatMap((result) => result.judged);
  const tallies = judged.map(({ row, found }) => tallySpans(row, found));
  const withFormats = [...tallies, ...formats.judged.map(({ row, found }) => tallySpans(row, found))];
  const errors = [...judged, ...formats.judged].map(({ row, found }) => spanErrors(row, found));
  return {
    measures: [...statisticMeasures(tallies, SPAN_STATISTICS, COLUMNS, seed), ...statisticMeasures(withFormats, [FIXED_STATISTIC], COLUMNS, seed)],
    sums: sumOf(tallies, COLUMNS),
    formats: sumOf(withFormats, COLUMNS),
    wrong: errors.filter(({ missed, vain }) => missed.length + vain.length > 0),
  };
}

export function caseMeasures({ counted, passed }: CaseSummary, seed: number): readonly Measure[] {
  if (counted === 0) return [];
  return [{ name: "peers' own test tables, after exceptions", value: passed / counted, unit: "%", count: counted, interval: bootstrapShare(passed, counted, seed), better: "more", must: 0.98, aim: 0.995 }];
}

export function spanishMeasures(results: readonly FileResult[], seed: number): readonly Measure[] {
  const judged = results.find(({ name }) => name === "positives-es-meddocan")?.judged ?? [];
  if (judged.length === 0) return [];
  return [
    ...flaggedShare("Spanish (MEDDOCAN): document recall", judged, "more", { must: 0.95, aim: 0.99 }, seed),
    ...statisticMeasures(judged.map(tallySpanish), [
      { name: "Spanish (MEDDOCAN): span recall, patient side", of: (s) => share(at(s, SPANISH.found), at(s, SPANISH.labels)), unit: "%", targets: { must: 0.75, aim: 0.88 } },
      { name: "Spanish (MEDDOCAN): span recall, with staff", of: (s) => share(at(s, SPANISH.found) + at(s, SPANISH.staffFound), at(s, SPANISH.labels) + at(s, SPANISH.staffLabels)), unit: "%", targets: {} },
    ], 4, seed),
  ];
}

/** Our own mails of one set, apart: they are never tuned on row by row. */
export function clinicMeasures(name: string, rows: readonly ClinicRow[], seed: number): { readonly measures: readonly Measure[]; readonly wrong: readonly WrongRow[] } {
  const judged = rows.map((row) => ({ row, assessment: assess(draftOf(row).draft), found: [] }));
  const side = (phi: boolean): readonly JudgedRow[] => judged.filter(({ row }) => row.phi === phi).map(({ row, assessment }) => ({ row, phi: assessment.phi, found: [] }));
  return {
    measures: [...flaggedShare(`${name}: recall`, side(true), "more", { aim: 0.9 }, seed), ...flaggedShare(`${name}: false alarms`, side(false), "less", { aim: 0.05 }, seed)],
    wrong: judged.filter(({ row, assessment }) => assessment.phi !== row.phi).map(({ row, assessment }) => ({ ...describe(name, row, assessment), kind: row.kind })),
  };
}

export function speedMeasures(jit: Rates, jitless: Rates, start: Start, { bareHandlerSize }: Bundles): readonly Measure[] {
  return [
    { name: "speed, real mail, JIT", value: jit["chartseal"] ?? 0, unit: "MB/s", better: "more", must: 20, aim: 40 },
    { name: "speed, real mail, --jitless", value: jitless["chartseal"] ?? 0, unit: "MB/s", better: "more", must: 4, aim: 8 },
    { name: "start in a fresh runtime (load and first scan, CPU)", value: start.cpu, unit: "ms", better: "less", must: 60, aim: 30 },
    { name: "launchevent.js without readers, min + gzip", value: bareHandlerSize / 1000, unit: "kB", better: "less", must: 400, aim: 250 },
  ];
}
