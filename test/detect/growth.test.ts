/** Twice the hostile text is at most twice the work, in counted steps: no clock, so the answer is the same on every machine. */
import { HOSTILE } from "../../scripts/bench/growth-inputs.ts";
import { createStepCounter } from "../../scripts/bench/steps.ts";
import type { StepCounter } from "../../scripts/bench/steps.ts";
import { assess } from "../../src/detect/index.ts";

const SIZE = 20_000;
const MOST_GROWTH = 2 * 1.15;

let counter: StepCounter;
beforeAll(() => { counter = createStepCounter(); });
afterAll(() => { counter.close(); });

function stepsOf({ content, format }: { readonly content: string; readonly format: "text" | "html" }): number {
  return counter.steps(() => void assess({ subject: "", body: { format, content }, attachments: [], recipients: [] }));
}

test.each(HOSTILE.map(({ name, body }) => [name, body] as const))("%s", (_, body) => {
  const [small, large] = [body(SIZE), body(SIZE * 2)];
  // What is built at first use counts too: both once before.
  for (const one of [small, large]) stepsOf(one);
  const [half, whole] = [stepsOf(small), stepsOf(large)];
  expect(half).toBeGreaterThan(SIZE / 10);
  expect(whole / half).toBeLessThanOrEqual(MOST_GROWTH);
});

test("quadratic work would be seen", () => {
  const grow = (size: number): number => counter.steps(() => {
    for (let i = 0; i < size; i++) "a".repeat(size).indexOf("b", i);
  });
  expect(grow(400) / grow(200)).toBeGreaterThan(3.5);
});
