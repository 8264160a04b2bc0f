/** The one wrapper round Office callbacks: whatever Outlook does, the promise settles once, in time, and never with nothing. */
import { AppError } from "../contract/index.ts";
import type { Timers } from "../contract/index.ts";

/** `Office.AsyncResult` by its running values: Microsoft's types number the statuses, office.js gives `"succeeded"` and `"failed"`. */
export interface OfficeResult<T> {
  readonly status: unknown;
  readonly value: T;
  readonly error?: { readonly code?: number } | null;
}

export type OfficeCallback<T> = (result: OfficeResult<T>) => void;

export interface CallOptions<T> {
  /** ms until the call counts as never answered. */
  readonly timeoutMs?: number;
  /** Error codes that are answers: what each stands for. */
  readonly codes?: Readonly<Record<number, T>>;
}

/** ms. Measured round trips are below 1 ms on the web; a client busy with a large draft may take a second. */
export const CALL_TIMEOUT_MS = 3_000;

/** Only the call's name and Outlook's number go into the fault: Outlook's own message may quote what it was given. */
function failed(name: string, error: { readonly code?: number } | null | undefined): AppError {
  const code = typeof error?.code === "number" ? ` (${error.code})` : "";
  return new AppError("OUTLOOK_CALL_FAILED", `Outlook answered ${name} with an error${code}.`);
}

function settle<T>(timers: Timers, name: string, invoke: (callback: OfficeCallback<T>) => void, options: CallOptions<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = timers.setTimeout(
      () => reject(new AppError("OUTLOOK_CALL_TIMEOUT", `Outlook did not answer ${name} in time.`)),
      options.timeoutMs ?? CALL_TIMEOUT_MS,
    );
    // A second answer, or one after the time is up, finds the promise settled and changes nothing.
    const answer: OfficeCallback<T> = (result) => {
      timers.clearTimeout(timer);
      const code = result?.error?.code;
      if (result?.status === "succeeded") resolve(result.value);
      else if (code !== undefined && options.codes !== undefined && code in options.codes) resolve(options.codes[code] as T);
      else reject(failed(name, result?.error));
    };
    try {
      invoke(answer);
    } catch {
      timers.clearTimeout(timer);
      reject(failed(name, undefined));
    }
  });
}

/**
 * Calls Outlook for a value.
 * @throws AppError `OUTLOOK_CALL_FAILED`, `OUTLOOK_CALL_TIMEOUT`, or `OUTLOOK_CALL_EMPTY` where success came without a value
 */
export async function callFor<T>(
  timers: Timers, name: string, invoke: (callback: OfficeCallback<T>) => void, options: CallOptions<T> = {},
): Promise<NonNullable<T>> {
  const value = await settle(timers, name, invoke, options);
  if (value === undefined || value === null) throw new AppError("OUTLOOK_CALL_EMPTY", `Outlook gave nothing back for ${name}.`);
  return value;
}

/** Calls Outlook for a value that may be absent. @throws AppError `OUTLOOK_CALL_FAILED`, `OUTLOOK_CALL_TIMEOUT` */
export async function callForOptional<T>(
  timers: Timers, name: string, invoke: (callback: OfficeCallback<T>) => void, options: CallOptions<T | undefined> = {},
): Promise<T | undefined> {
  return (await settle<T | undefined>(timers, name, invoke as (callback: OfficeCallback<T | undefined>) => void, options)) ?? undefined;
}

/** Calls Outlook for an effect. @throws AppError `OUTLOOK_CALL_FAILED`, `OUTLOOK_CALL_TIMEOUT` */
export async function callToDo(
  timers: Timers, name: string, invoke: (callback: OfficeCallback<void>) => void, options: CallOptions<void> = {},
): Promise<void> {
  await settle(timers, name, invoke, options);
}
