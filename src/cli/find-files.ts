/** The files that `scan` is given, those in folders too. */
import { AppError } from "../contract/index.ts";
import type { Io } from "./io.ts";

/** A folder that a loop of mounts makes endless must end. */
const MOST_FILES = 1_000_000;
const MOST_DEPTH = 64;

/** A file as given; of a folder all files below it, by name. Links are not followed: they may lead anywhere, and round in circles. */
export async function* filesIn(path: string, io: Pick<Io, "list">): AsyncGenerator<string> {
  let given = 0;
  async function* below(folder: string, depth: number): AsyncGenerator<string> {
    const entries = await io.list(folder);
    if (entries === undefined) {
      yield folder;
      return;
    }
    if (depth >= MOST_DEPTH) throw new AppError("INPUT_INVALID", "The folder is too deep.");
    for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++given > MOST_FILES) throw new AppError("INPUT_INVALID", "The folder holds too many files.");
      const inside = `${folder.replace(/[\\/]$/, "")}/${name}`;
      if (kind === "folder") yield* below(inside, depth + 1);
      else if (kind === "file") yield inside;
    }
  }
  yield* below(path, 0);
}
