/** What the files of words share. */

/** The type of the English words, read for any language: a missing entry does not compile. */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

export const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
