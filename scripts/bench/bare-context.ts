/** A context as bare as classic Outlook's event runtime: the language's own objects, no code from strings, no WASM. */
import { createContext, runInContext, Script } from "node:vm";

export interface Extraction {
  readonly status: string;
  readonly reason?: string;
  readonly format: string;
  readonly characters: number;
  readonly parts: number;
}

export type ExtractFile = (file: { readonly name: string; readonly bytes: Uint8Array }, now: () => number) => Extraction;

/** Loads the script into a fresh context; `ms` is what compiling and running it took. */
export function loadBare(source: string): { readonly extractFile: ExtractFile; readonly ms: number } {
  const context = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  runInContext("delete globalThis.console; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;", context);
  const started = performance.now();
  new Script(source).runInContext(context);
  const ms = performance.now() - started;
  return { extractFile: (context as { extractFile: ExtractFile }).extractFile, ms };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
