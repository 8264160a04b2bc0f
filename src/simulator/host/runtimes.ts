/** Event runtimes: one hidden page for each event, taken down when its handler completes. The next one is loaded ahead. */
import type { Frame, FrameHost } from "./frames.ts";
import { COMMAND_EVENT, NOT_ASSOCIATED } from "./protocol.ts";
import { TIMEOUT_AFTER } from "./smart-alerts.ts";

export interface Clock {
  /** Milliseconds, only ever rising. */
  readonly now: () => number;
  /** Gives the function that cancels. */
  readonly after: (ms: number, then: () => void) => () => void;
}

/** A page that has not said "ready" by then counts as unavailable. */
const READY_WITHIN = 20_000;
/** A completed page stays this long, unanswered, so that a second completion is seen and counted. */
const GRACE = 60;

export interface RunOptions {
  readonly functionName: string;
  /** The event object as the handler gets it. */
  readonly event: unknown;
  readonly onCompleted?: (options: unknown) => void;
  /** The page never became ready. */
  readonly onUnavailable?: () => void;
  /** No function of that name was associated. */
  readonly onFailed?: () => void;
}

export interface Run {
  readonly stop: () => void;
  /** Calls of `event.completed` so far. */
  readonly completed: () => number;
}

export interface Runtimes {
  readonly run: (options: RunOptions) => Run;
  /** Throws the page loaded ahead away: what it was told at its start no longer holds. */
  readonly refresh: () => void;
  /** Resolves once no handler runs and the next page, if one is wanted, is ready. */
  readonly idle: () => Promise<void>;
}

export interface RuntimesOptions {
  readonly host: FrameHost;
  readonly page: string;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Whether to load the next page ahead. */
  readonly warm: () => boolean;
}

function completedContext(event: unknown): unknown {
  return (event as { readonly completedContext?: unknown }).completedContext;
}

export function createRuntimes(options: RuntimesOptions): Runtimes {
  const { host, clock, newId } = options;
  const running = new Set<Frame>();
  let spare: Frame | undefined;
  let waiting: (() => void)[] = [];
  let cancelSettle: (() => void) | undefined;

  function settle(): void {
    if (running.size > 0) return;
    if (spare === undefined && options.warm()) {
      spare = host.open(options.page);
      spare.onReady = settle;
    }
    if (spare !== undefined && !spare.events.has(COMMAND_EVENT)) return;
    const resolve = waiting;
    waiting = [];
    for (const one of resolve) one();
  }

  function take(): Frame {
    const frame = spare ?? host.open(options.page);
    spare = undefined;
    running.add(frame);
    return frame;
  }

  function run({ functionName, event, onCompleted, onUnavailable, onFailed }: RunOptions): Run {
    const frame = take();
    const invocation = newId();
    let completed = 0;
    const stop = (): void => {
      cancelReady();
      cancelEnd();
      host.close(frame);
      if (running.delete(frame)) settle();
    };
    const start = (): void => {
      cancelReady();
      host.push(frame, COMMAND_EVENT, { 0: invocation, 1: functionName, 2: JSON.stringify(event) });
    };
    const cancelReady = clock.after(READY_WITHIN, () => {
      stop();
      onUnavailable?.();
    });
    const cancelEnd = clock.after(TIMEOUT_AFTER + GRACE, stop);
    frame.onCompleted = (id, status, answer) => {
      if (id !== invocation) return;
      completed += 1;
      if (completed > 1) return;
      frame.ended = true;
      clock.after(GRACE, stop);
      if (status === NOT_ASSOCIATED) onFailed?.();
      else onCompleted?.(completedContext(answer));
    };
    if (frame.events.has(COMMAND_EVENT)) start();
    else frame.onReady = start;
    return { stop, completed: () => completed };
  }

  return {
    run,
    refresh() {
      if (spare !== undefined) host.close(spare);
      spare = undefined;
      // Changes come in bursts; the page is loaded once they are over.
      cancelSettle?.();
      cancelSettle = clock.after(0, settle);
    },
    idle: () => new Promise((resolve) => {
      waiting.push(resolve);
      settle();
    }),
  };
}
