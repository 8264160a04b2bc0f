/** Generated samples, so that the bench runs anywhere. Seeded: the same seed gives the same rows. */
import type { CorpusFile } from "./corpus.ts";
import { seeded } from "./random.ts";
import { CLINICAL, HARD, MAIL, PII_ONLY } from "./samples-negative.ts";
import { POSITIVE } from "./samples-positive.ts";
import type { Shape } from "./samples-positive.ts";
import { writer } from "./sample-writer.ts";

const ROWS_PER_SHAPE = 40;

/** The files of the corpus that can be made up, under the same names, so that the same targets hold. */
export function generateSamples(seed: number): CorpusFile[] {
  const random = seeded(seed);
  const file = (name: string, shapes: readonly Shape[]): CorpusFile => ({
    name,
    rows: shapes.flatMap((shape, s) => Array.from({ length: ROWS_PER_SHAPE }, (_, k) => {
      const w = writer(random);
      shape(w);
      return w.row(`${name}-${s}-${k}`);
    })),
  });
  return [
    file("positives-phi-generated", POSITIVE), file("negatives-mail", MAIL), file("negatives-clinical", CLINICAL),
    file("negatives-hard-generated", HARD), file("positives-pii-only", PII_ONLY),
  ];
}
