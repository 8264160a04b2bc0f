import type { Fetch, Timers } from "../contract/index.ts";

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Http {
  readonly fetch?: Fetch | undefined;
  readonly timers: Timers;
}

/**
 * One request with a bound in ms on the whole of it, body included. Undefined when there was no answer in time, or no way to
 * ask: to a client that must work offline these are one case. Never rejects.
 */
export function request({ fetch, timers }: Http, url: string, init: NonNullable<Parameters<Fetch>[1]>, ms: number): Promise<Answer | undefined> {
  if (fetch === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const timer = timers.setTimeout(() => resolve(undefined), ms);
    const settle = (answer: Answer | undefined): void => {
      timers.clearTimeout(timer);
      resolve(answer);
    };
    const ask = async (): Promise<Answer> => {
      const response = await fetch(url, { credentials: "omit", ...init });
      return { status: response.status, body: await response.text() };
    };
    ask().then(settle, () => settle(undefined));
  });
}
