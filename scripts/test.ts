/** `npm test`: all that CI needs. The gates, the unit tests, then the end-to-end tests in a browser, one after another. */
import { runGates, runJest } from "./gates.ts";

const gates = await runGates();
const unit = await runJest(["--testPathIgnorePatterns", "/test/e2e/"]);
const browser = await runJest(["--runInBand", "test/e2e"]);
const passed = gates.passed + unit.passed + browser.passed;
const failed = gates.failed + unit.failed + browser.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
