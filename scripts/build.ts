/** `npm run build`: the add-in and the simulator's page into `dist/`. `--if-stale` skips when nothing changed, `--quiet` prints errors only. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import webpack from "webpack";
import type { Configuration, MultiStats } from "webpack";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const stampFile = join(dist, ".stamp.json");
const lockFile = join(dist, ".lock");

/** What the bundles are made of. Content counts, not times: a checkout gives every file a new time. */
const INPUTS = ["src", "assets", "manifest.xml", "webpack.config.js", "scripts/build.ts", "scripts/pdfjs-loader.js", "package-lock.json"];

interface Stamp {
  readonly inputs: string;
  readonly files: readonly string[];
}

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function hashInputs(): Promise<string> {
  const files = (await Promise.all(INPUTS.map((input) => filesUnder(join(root, input))))).flat().sort();
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    // A file can vanish between the listing and the reading while someone edits; the next run sees it gone.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    hash.update(`\0${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

async function readStamp(): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(stampFile, "utf8")) as Stamp;
  } catch {
    return undefined;
  }
}

function isFresh(stamp: Stamp | undefined, inputs: string): boolean {
  return stamp?.inputs === inputs && stamp.files.every((file) => existsSync(join(dist, file)));
}

function compile(configs: Configuration[]): Promise<MultiStats> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(configs);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error !== null || stats === undefined) reject(error ?? new Error("webpack gave no result"));
        else resolve(stats);
      });
    });
  });
}

function emitted(stats: MultiStats): string[] {
  return stats.stats.flatMap(({ compilation }) =>
    [...compilation.emittedAssets, ...Object.keys(compilation.assets)].map((name) => relative(dist, join(compilation.outputOptions.path ?? dist, name))),
  );
}

/** Removed after the build, not before: a server may be reading `dist/` meanwhile. */
async function removeOthers(keep: ReadonlySet<string>): Promise<void> {
  for (const file of await filesUnder(dist)) {
    if (!keep.has(relative(dist, file)) && file !== stampFile && file !== lockFile) await rm(file, { force: true });
  }
}

function isAlive(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Two builds at once would remove each other's files: the second waits, and then mostly finds nothing to do. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(dist, { recursive: true });
  const giveUpAt = Date.now() + 180_000;
  for (;;) {
    try {
      await writeFile(lockFile, `${process.pid}`, { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = await readFile(lockFile, "utf8").catch(() => "");
      // An empty file is a lock in the making; a number may have passed to another program since its owner died.
      if ((owner !== "" && !isAlive(owner)) || Date.now() > giveUpAt) await rm(lockFile, { force: true });
      await setTimeout(100);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

/** Gives the exit code. */
async function build(flags: ReadonlySet<string>): Promise<number> {
  const say = (line: string): void => {
    if (!flags.has("--quiet")) console.log(line);
  };
  const inputs = await hashInputs();
  if (flags.has("--if-stale") && isFresh(await readStamp(), inputs)) {
    say("dist/ is up to date.");
    return 0;
  }
  const { default: configs } = (await import(pathToFileURL(join(root, "webpack.config.js")).href)) as { default: Configuration[] };
  const stats = await compile(configs);
  if (stats.hasErrors() || stats.hasWarnings()) console.error(stats.toString({ all: false, errors: true, warnings: true, colors: false }));
  if (stats.hasErrors()) return 1;
  const files = [...new Set(emitted(stats))].sort();
  await removeOthers(new Set(files));
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, `${JSON.stringify({ inputs, files } satisfies Stamp)}\n`);
  say(`Built ${configs.map((config) => config.name).join(", ")}: ${files.length} files in dist/.`);
  return 0;
}

const flags = new Set(process.argv.slice(2));
process.exitCode = await alone(() => build(flags));
