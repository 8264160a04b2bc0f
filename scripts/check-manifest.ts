/** `node scripts/check-manifest.ts [FILE]`: checks a manifest without internet. One sentence a problem, exit 1; nothing wrong, exit 0. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFacts } from "./manifest/facts.ts";
import { manifestProblems } from "./manifest/problems.ts";

const root = join(import.meta.dirname, "..");
const file = process.argv[2] ?? join(root, "manifest.xml");
const problems = existsSync(file) ? manifestProblems(readFileSync(file, "utf8"), readFacts(root)) : [`There is no file ${file}.`];
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log("The manifest holds.");
process.exitCode = problems.length === 0 ? 0 : 1;
