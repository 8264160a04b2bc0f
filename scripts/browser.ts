/** Finds a Chromium for the end-to-end tests and the scenario player, and starts it so that it calls nobody. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const run = promisify(execFile);

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((file) => join(folder, file));
  }),
];

const FLAGS = [
  // No name but localhost is resolved, so that nothing can leave this machine.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const isRoot = (): boolean => process.getuid?.() === 0;

function installed(): string | undefined {
  const onPath = (process.env["PATH"] ?? "").split(process.platform === "win32" ? ";" : ":")
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...ELSEWHERE].find((path) => existsSync(path));
}

function isDebian(): boolean {
  try {
    return /^ID(?:_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/** Only as root on Debian, where it needs no password and asks nobody. */
async function fromDebian(): Promise<string | undefined> {
  if (!isRoot() || !isDebian()) return undefined;
  say("Browser: none found; installing Debian's chromium package.");
  try {
    await run("apt-get", ["update"]);
    await run("apt-get", ["install", "-y", "chromium"], { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, maxBuffer: 1 << 26 });
  } catch {
    return undefined;
  }
  return installed();
}

async function fromPlaywright(): Promise<string> {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    say("Browser: none found; downloading Playwright's own.");
    await run(process.execPath, [join(import.meta.dirname, "../node_modules/playwright-core/cli.js"), "install", "chromium"], { maxBuffer: 1 << 26 });
  }
  return path;
}

/**
 * The path of a browser, in this order: `CHARTSEAL_BROWSER`, an installed Chromium, Chrome or Edge, Debian's package as root,
 * Playwright's own download. Says on stderr which. Rejects with one sentence where there is none.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env["CHARTSEAL_BROWSER"];
  if (chosen !== undefined && chosen !== "" && !existsSync(chosen)) throw new Error("CHARTSEAL_BROWSER names no file.");
  let path = chosen || installed() || (await fromDebian());
  if (path === undefined) {
    try {
      path = await fromPlaywright();
    } catch {
      throw new Error("No browser found. Install Chromium, Chrome or Edge, or set CHARTSEAL_BROWSER to the path of one.");
    }
  }
  say(`Browser: ${path}`);
  return path;
}

/** Starts it without a window, with an empty profile of its own. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  // Chromium's sandbox does not run as root.
  const args = ["--headless=new", ...FLAGS, ...(isRoot() ? ["--no-sandbox"] : [])];
  return chromium.launch({ executablePath, args, headless: true, handleSIGINT: false, handleSIGTERM: false });
}
