/** Transformations `[a b c d e f]` (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** `undefined` where there are not six numbers. */
export function matrixOf(numbers: readonly unknown[] | undefined): Matrix | undefined {
  return numbers?.length === 6 && numbers.every((item) => typeof item === "number" && Number.isFinite(item)) ? (numbers as unknown as Matrix) : undefined;
}
