/** Builds what the bench loads: the handler with and without attachment readers, and the engine as plain scripts that run under `--jitless` too. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import webpack from "webpack";
import type { Configuration } from "webpack";

const root = join(import.meta.dirname, "..", "..");
const here = (file: string): string => join(import.meta.dirname, file);
const out = join(root, ".bench", "bundles");

export interface Bundles {
  /** Bytes of the minified script, gzipped. */
  readonly handlerSize: number;
  /** The same without attachment readers. */
  readonly bareHandlerSize: number;
  /** Paths of scripts for child processes. */
  readonly start: string;
  readonly speed: string;
}

async function handlerConfig(): Promise<Configuration> {
  const { default: configs } = (await import(new URL("../../webpack.config.js", import.meta.url).href)) as { default: Configuration[] };
  const handler = configs.find(({ name }) => name === "handler");
  if (handler === undefined) throw new Error("webpack.config.js has no configuration named handler.");
  return handler;
}

/** Path of a script that measures memory. */
export async function buildMemoryChild(): Promise<string> {
  const handler = await handlerConfig();
  await compile([{ ...handler, name: "memory", entry: { memory: [here("memory-child.ts")] }, output: { ...handler.output, path: out, filename: "[name].cjs", clean: false }, plugins: [], target: "node20", optimization: { minimize: false } }]);
  return join(out, "memory.cjs");
}

export async function buildBundles(): Promise<Bundles> {
  const handler = await handlerConfig();
  const compat = (handler.plugins ?? []).filter((plugin) => plugin instanceof webpack.ProvidePlugin);
  const readers = new webpack.NormalModuleReplacementPlugin(/^\.\/registry\.ts$/, here("no-readers.ts"));
  const of = (name: string, entry: string[], more: Configuration): Configuration => ({
    ...handler, name, entry: { [name]: entry }, output: { ...handler.output, path: out, filename: "[name].cjs", clean: false }, plugins: compat, ...more,
  });
  const main = join(root, "src", "launchevent", "index.ts");
  await compile([
    of("handler", [main], {}),
    of("handler-bare", [main], { plugins: [...compat, readers] }),
    of("start", [main, here("first-scan.ts")], {}),
    of("speed", [here("speed-child.ts")], { target: "node20", optimization: { minimize: false } }),
  ]);
  const gzipped = (name: string): number => gzipSync(readFileSync(join(out, `${name}.cjs`))).length;
  return { handlerSize: gzipped("handler"), bareHandlerSize: gzipped("handler-bare"), start: join(out, "start.cjs"), speed: join(out, "speed.cjs") };
}

export interface ReadersBundles extends Pick<Bundles, "handlerSize" | "bareHandlerSize"> {
  /** Path of the readers alone, minified, as one plain script. */
  readonly script: string;
}

/** What the bench of the attachment readers loads. */
export async function buildReaders(): Promise<ReadersBundles> {
  const handler = await handlerConfig();
  const { handlerSize, bareHandlerSize } = await buildBundles();
  await compile([{ ...handler, name: "readers", entry: { readers: [here("extract-entry.ts")] }, output: { ...handler.output, path: out, filename: "[name].cjs", clean: false } }]);
  return { handlerSize, bareHandlerSize, script: join(out, "readers.cjs") };
}

function compile(configs: Configuration[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(configs);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error !== null) reject(error);
        else if (stats === undefined || stats.hasErrors()) reject(new Error(stats?.toString({ all: false, errors: true, colors: false }) ?? "webpack gave no result"));
        else resolve();
      });
    });
  });
}
