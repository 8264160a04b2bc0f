/** What the documents say of the house must be true of it. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
const manifest = JSON.parse(read("package.json")) as Record<"scripts" | "dependencies" | "devDependencies" | "overrides", Record<string, string>>;

test.each(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides }))("ARCHITECTURE.md says why %s is here", (name) => {
  const typesOf = /^@types\/(?!office-js)/.test(name);
  expect(typesOf || read("ARCHITECTURE.md").includes(`\`${name}\``)).toBe(true);
});

test("ARCHITECTURE.md names no package that is gone", () => {
  const table = read("ARCHITECTURE.md").split("## Dependencies")[1] ?? "";
  const named = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) => [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""));
  const known = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(named.filter((name) => !(name in known))).toEqual([]);
});

test.each(["README.md", "CONTRIBUTING.md", "docs/deploy.md", "docs/policy.md", "docs/server.md"])("%s names only scripts that exist", (path) => {
  const named = [...read(path).matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test.each(tracked.filter((file) => file.endsWith(".md")))("%s links only to files that exist", (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) => target ?? "");
  const folder = path.split("/").slice(0, -1).join("/");
  expect(links.filter((link) => !existsSync(join(root, folder, link)))).toEqual([]);
});

test("every part under src stands on the map and in the arrow table", () => {
  const parts = readdirSync(join(root, "src"));
  expect(parts.filter((part) => !read("ARCHITECTURE.md").includes(`\n  ${part}/`))).toEqual([]);
  expect(parts.filter((part) => !new RegExp(`^ {2}${part}: \\[`, "m").test(read(".dependency-cruiser.cjs")))).toEqual([]);
});

test("every part opens with its purpose and its limits", () => {
  for (const part of readdirSync(join(root, "src"))) {
    const index = ["index.ts", "index.tsx", "main.ts"].map((name) => `src/${part}/${name}`).find((path) => existsSync(join(root, path)));
    expect({ part, opening: read(index ?? "").slice(0, 600) }).toEqual({ part, opening: expect.stringMatching(/^\/\*\*[\s\S]*May not:/) as string });
  }
});

test("Microsoft's office.js is not tracked", () => {
  expect(tracked.filter((file) => /office-js\/dist|(?:^|\/)office(?:\.debug)?\.js$|outlook-web-\d/.test(file))).toEqual([]);
});

test("the lock file names every optional binary, also those of platforms that the registry at hand lacks", () => {
  type Locked = Record<string, { readonly optionalDependencies?: Record<string, string> }>;
  const { packages } = JSON.parse(read("package-lock.json")) as { readonly packages: Locked };
  // npm leaves out what it cannot fetch, and then `npm ci` refuses the whole file.
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages)));
  expect(missing).toEqual([]);
});
