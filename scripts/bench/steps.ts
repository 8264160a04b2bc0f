/**
 * Counts what the engine does, so that growth can be told without a clock: every block of its source that is run (V8's precise coverage), and
 * every character that a search of strings or patterns walks over. What a pattern tries and gives up at one place is not seen; that is the lint rule's.
 */
import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

interface Coverage {
  readonly result: readonly { readonly url: string; readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[] }[];
}

const SOURCE = /[\\/]src[\\/]detect[\\/]/;

type IndexOf = (this: string, search: string, from?: number) => number;

/** Runs `work` with searches that count the characters they pass. Their results stay what they are. */
function countingWalks(work: () => void): number {
  let walked = 0;
  const { exec } = RegExp.prototype;
  const { indexOf, lastIndexOf, includes } = String.prototype;
  const counted = (original: IndexOf): IndexOf => function (this: string, search, from) {
    const at = from === undefined ? original.call(this, search) : original.call(this, search, from);
    walked += Math.max(1, (at < 0 ? this.length : at) - (from ?? 0));
    return at;
  };
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    if (match !== null) walked += Math.max(1, match.index + match[0].length - from);
    else walked += this.sticky ? 1 : Math.max(1, text.length - from);
    return match;
  };
  String.prototype.indexOf = counted(indexOf as IndexOf);
  String.prototype.includes = function (this: string, search: string, from?: number) {
    return String.prototype.indexOf.call(this, search, from) >= 0;
  };
  String.prototype.lastIndexOf = function (this: string, search: string, from = Infinity) {
    const at = lastIndexOf.call(this, search, from);
    walked += Math.max(1, Math.min(from, this.length) - Math.max(0, at));
    return at;
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
    Object.assign(String.prototype, { indexOf, lastIndexOf, includes });
  }
  return walked;
}

export interface StepCounter {
  /** How many steps of the engine `work` takes. Warm up first: what is built once counts too. */
  steps(work: () => void): number;
  close(): void;
}

/** Counts from now on; everything in the process is slower until it is closed. */
export function createStepCounter(): StepCounter {
  // Optimized code keeps no count of calls, and code that is thrown away to save memory takes its counts along: when either happens is chance.
  const switchTo = (prefix: string): void => ["opt", "maglev", "flush-bytecode"].forEach((flag) => setFlagsFromString(`${prefix}${flag}`));
  switchTo("--no-");
  const session = new Session();
  session.connect();
  const post = (method: string, params?: object): unknown => {
    let answer: unknown;
    session.post(method, params, (error: Error | null, result?: unknown) => {
      if (error !== null) throw error;
      answer = result;
    });
    return answer;
  };
  const take = (): Coverage["result"] => (post("Profiler.takePreciseCoverage") as Coverage).result;
  post("Profiler.enable");
  post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    steps(work) {
      take();
      let steps = countingWalks(work);
      for (const { url, functions } of take()) {
        if (!SOURCE.test(url)) continue;
        for (const { ranges } of functions) for (const { count } of ranges) steps += count;
      }
      return steps;
    },
    close() {
      post("Profiler.stopPreciseCoverage");
      session.disconnect();
      switchTo("--");
    },
  };
}
