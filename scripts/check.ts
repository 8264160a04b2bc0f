/** `npm run check`: the fast gate before a commit. Types, lint, arrows, generated files, bundle, manifest, unit tests. */
import { runGates, runJest } from "./gates.ts";

const gates = await runGates();
const unit = await runJest(["--testPathIgnorePatterns", "/test/e2e/", "--silent"]);
console.log(`${gates.passed + unit.passed} passed, ${gates.failed + unit.failed} failed`);
process.exitCode = gates.failed + unit.failed === 0 ? 0 : 1;
