/** How one faked Office call behaves, and the types that tie it to Microsoft's declaration of that call. */

/** `later` answers when `release` is called; `empty` succeeds with nothing. */
export type Behaviour = "succeed" | "fail" | "never" | "twice" | "throw" | "empty" | "later" | { readonly value: unknown } | { readonly code: number };

type CallbackOf<F> = F extends (...args: infer A) => void ? (Required<A> extends [...unknown[], infer C] ? C : never) : never;
type ValueOf<F> = CallbackOf<F> extends (result: Office.AsyncResult<infer T>) => void ? T : never;
type ArgsOf<F> = F extends (...args: infer A) => void ? (Required<A> extends [...infer H, unknown] ? H : never) : never;

/** Thrown inside a call by its producer: the call then fails with the number. */
export class OfficeFailure extends Error {
  readonly code: number;

  constructor(code: number) {
    super("office failure");
    this.code = code;
  }
}

/** Makes a call of the type it is asked for. */
export type MakeMethod = <F>(name: string, produce: (...args: ArgsOf<F>) => ValueOf<F>) => F;

export interface MethodParts {
  /** Read at every call, so that a test may change it on the way. */
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  readonly calls: string[];
  /** Answers of calls that behave as `later`. */
  readonly heldBack: (() => void)[];
  /** Stands in Outlook's own error messages. */
  readonly errorText: string;
}

function asyncContextOf(args: readonly unknown[]): unknown {
  const options = args.length >= 2 ? args[args.length - 2] : undefined;
  return typeof options === "object" && options !== null && "asyncContext" in options ? options.asyncContext : undefined;
}

export function createMethodMaker({ behaviours, calls, heldBack, errorText }: MethodParts): MakeMethod {
  const failure = (code: number) => ({
    status: "failed", value: undefined, asyncContext: undefined, error: { code, name: "Fault", message: `Outlook says: ${errorText}` },
  });

  function resultOf(behaviour: Behaviour, asyncContext: unknown, produce: () => unknown): unknown {
    if (behaviour === "fail") return failure(5001);
    if (behaviour === "empty") return { status: "succeeded", value: undefined, asyncContext };
    if (typeof behaviour === "object") return "code" in behaviour ? failure(behaviour.code) : { status: "succeeded", value: behaviour.value, asyncContext };
    try {
      return { status: "succeeded", value: produce(), asyncContext };
    } catch (thrown) {
      return failure(thrown instanceof OfficeFailure ? thrown.code : 5001);
    }
  }

  // Answers come in a microtask: no real host answers inside the call itself.
  return <F>(name: string, produce: (...args: ArgsOf<F>) => ValueOf<F>): F => {
    const run = (...args: unknown[]): void => {
      calls.push(name);
      const behaviour = behaviours[name] ?? "succeed";
      if (behaviour === "throw") throw new Error(`Sys.ArgumentException: ${errorText}`);
      if (behaviour === "never") return;
      const callback = args[args.length - 1];
      const answer = (): void => {
        if (typeof callback === "function") callback(resultOf(behaviour, asyncContextOf(args), () => produce(...(args.slice(0, -1) as ArgsOf<F>))));
      };
      if (behaviour === "later") heldBack.push(answer);
      else void Promise.resolve().then(answer).then(() => (behaviour === "twice" ? answer() : undefined));
    };
    return run as F;
  };
}
