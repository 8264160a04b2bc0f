/** The gates must catch what they are there for: each defect is planted in a copy of the project, and its gate must then fail. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

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
}, 120_000);

test("a stale docs/rules.md fails", () => {
  const path = join(copy, "docs/rules.md");
  const kept = readFileSync(path, "utf8");
  writeFileSync(path, `${kept}\nplanted\n`);
  const { code, output } = gate(node, "scripts/docs.ts", "--check");
  writeFileSync(path, kept);
  expect(code).not.toBe(0);
  expect(output).toContain("rules.md");
}, 120_000);

test("an import() in the handler fails", () => {
  withFile("src/launchevent/planted.ts", 'export const later = (): Promise<unknown> => import("../contract/index.ts");\n', () => {
    const { code, output } = gate("eslint", "src/launchevent/planted.ts");
    expect(code).not.toBe(0);
    expect(output).toContain("one plain script");
  });
}, 120_000);

test("a rule without examples fails", () => {
  const id = "us-planted";
  expect(gate(node, "scripts/new-rule.ts", id).code).toBe(0);
  rmSync(join(copy, `src/detect/rules/${id}.examples.ts`));
  const { code, output } = gate(node, "scripts/docs.ts", "--check");
  expect(code).not.toBe(0);
  expect(output).toContain(id);
}, 120_000);
