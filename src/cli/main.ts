/** The commands that people run in a terminal. May not: hold logic; print a word of a message unmasked. */
import { runCommand } from "./commands.ts";
import { nodeIo } from "./node-io.ts";

// `exit` rather than an exit code: a reader that went away leaves our own input open, and nobody will close it.
process.exit(await runCommand(process.argv.slice(2), nodeIo()));
