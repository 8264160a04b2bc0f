/** The gates must catch what they are there for: each defect is planted in a copy of the project, and its gate must then fail. */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, dirname } from "node:path";
import { mkdirSync } from "node:fs";

const root = join(__dirname, "..", "..");
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "chartseal-planted-"));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function gate(program: string, ...args: string[]): { code: number | null; output: string } {
  const PATH = `${join(root, "node_modules", ".bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: "utf8", env: { ...process.env, PATH } });
  return { code: status, output: stdout + stderr };
}

const node = process.execPath;

/** Plants a file for the time of one check. */
function withFile(path: string, text: string, check: () => void): void {
  writeFileSync(join(copy, path), text);
  try {
    check();
  } finally {
    rmSync(join(copy, path));
  }
}

test("a wrong arrow fails", () => {
  withFile("src/detect/planted.ts", 'export { DEFAULT_POLICY } from "../decide/index.ts";\n', () => {
    const { code, output } = gate("depcruise", "src/detect", "--config", ".dependency-cruiser.cjs");
    expect(code).not.toBe(0);
    expect(output).toContain("arrow-detect");
  });
}, 60_000);

test("a rule without examples fails", () => {
  const id = "us-planted";
  writeFileSync(join(copy, "src/detect/rules/index.ts.orig"), "");
  const { code } = gate(node, "scripts/new-rule.ts", id);
  expect(code).toBe(0);
  rmSync(join(copy, `src/detect/rules/${id}.examples.ts`));
  const result = gate("jest", "test/detect/rules.test.ts");
  expect(result.code).not.toBe(0);
  expect(result.output).toContain(id);
}, 120_000);

test("a stale docs/rules.md fails", () => {
  appendFileSync(join(copy, "docs/rules.md"), "\nplanted\n");
  const { code, output } = gate(node, "scripts/docs.ts", "--check");
  expect(code).not.toBe(0);
  expect(output).toContain("rules.md");
}, 60_000);

test("an import() in the handler fails", () => {
  appendFileSync(join(copy, "src/launchevent/index.ts"), '\nvoid import("../contract/errors.ts").then((errors) => errors.codeOf(undefined));\n');
  const built = gate(node, "scripts/build.ts", "--quiet");
  const { code, output } = built.code === 0 ? gate(node, "scripts/check-bundle.ts") : built;
  expect(code).not.toBe(0);
  expect(output).not.toBe("");
}, 180_000);
