/** Bundled; assesses the text of a file as one attachment and prints the memory of the process in mebibytes. */
import { readFileSync } from "node:fs";
import { assessAttachment } from "../../src/detect/index.ts";

const content = readFileSync(process.argv[2] ?? "", "latin1");
const before = process.memoryUsage().rss / 2 ** 20;
const { findings, unlisted } = assessAttachment({ name: "a.txt", status: "scanned", parts: [{ format: "text", content }] }, { recipients: [] });
const counted = unlisted.reduce((sum, { count }) => sum + count, findings.length);
console.log(JSON.stringify({ before, most: process.resourceUsage().maxRSS / 1024, findings: counted }));
