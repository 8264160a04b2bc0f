import type { Timers } from "../../src/contract/index.ts";

export interface Clock extends Timers {
  /** Lets ms pass: what falls due runs in order, and all promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Timers still waiting. */
  pending(): number;
}

/** Lets every promise that can settle do so. A macrotask comes after all microtasks. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A clock that moves only when told. */
export function createClock(startsAt = Date.UTC(2026, 0, 5, 9, 0, 0)): Clock {
  let now = startsAt;
  let last = 0;
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  return {
    now: () => now,
    setTimeout(run, ms) {
      last += 1;
      waiting.set(last, { at: now + ms, run });
      return last;
    },
    clearTimeout(handle) {
      waiting.delete(handle as number);
    },
    async advance(ms) {
      const end = now + ms;
      await settled();
      for (;;) {
        const [next] = [...waiting].filter(([, { at }]) => at <= end).sort(([a, one], [b, other]) => one.at - other.at || a - b);
        if (next === undefined) break;
        const [id, { at, run }] = next;
        waiting.delete(id);
        now = at;
        run();
        await settled();
      }
      now = end;
    },
    pending: () => waiting.size,
  };
}
