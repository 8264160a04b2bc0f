/** `node scripts/check-bundle.ts [folder]`: the built handler keeps the rules of classic Outlook's engine, and the Worker those of the pages. Exit 1 with a sentence for each breach. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "acorn";
import type { Node } from "acorn";
import { OFFICE_JS_URL, SITE_STAMP } from "../src/contract/index.ts";
import { run } from "./gates.ts";

/** Bytes. The clinician's five seconds begin at the click and include the loading of this file. */
const LARGEST_HANDLER = 1_000_000;

/** Bytes. pdf.js with both its halves; loaded by pages alone, when a file asks for it. */
const LARGEST_PDF_WORKER = 1_700_000;
/** Bytes. It stands in every page's way to its first event. */
const LARGEST_PAGE_SCRIPT = 10_000;

/** Nothing of these exists in classic Outlook, or it may not be used there. */
const FORBIDDEN = new Set([
  "document", "window", "self", "navigator", "location", "history", "localStorage", "sessionStorage", "indexedDB", "XMLHttpRequest", "DOMParser",
  "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "atob", "btoa", "Blob", "FileReader", "Worker", "WebAssembly", "importScripts", "require",
  "module", "exports", "process", "Buffer", "structuredClone", "queueMicrotask", "requestAnimationFrame", "alert", "eval",
]);

/** A package asks whether these exist before it uses them. */
const GUARDED = ["Uint8ArrayToHex", "Uint8ArrayFromHex"];

type Tree = Node & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function* walk(node: Tree, parent?: Tree, key?: string): Generator<{ readonly node: Tree; readonly parent: Tree | undefined; readonly key: string | undefined }> {
  yield { node, parent, key };
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, node, name);
  }
}

/** `a.window` and `{ window: 1 }` only name a property. */
function isPropertyName(parent: Tree | undefined, key: string | undefined): boolean {
  if (parent === undefined || parent["computed"] === true) return false;
  if (parent.type === "MemberExpression") return key === "property";
  return (parent.type === "Property" || parent.type === "MethodDefinition") && key === "key";
}

type Walked = ReturnType<typeof walk> extends Generator<infer T> ? T : never;

function parsed(script: string, ecmaVersion: 2020 | 2022): Tree | string {
  try {
    return parse(script, { ecmaVersion, sourceType: "script" }) as unknown as Tree;
  } catch (error) {
    return `it is not a plain ES${ecmaVersion} script (${error instanceof Error ? error.message : "unknown"})`;
  }
}

/** The name of a variable that is read or called here, as opposed to a property's. */
function variableAt({ node, parent, key }: Walked): string | undefined {
  return node.type === "Identifier" && !isPropertyName(parent, key) ? (node["name"] as string) : undefined;
}

function makesCode({ parent, key }: Walked): boolean {
  return (parent?.type === "NewExpression" || parent?.type === "CallExpression") && key === "callee";
}

/** What the syntax tree tells: one plain script of ES2020 that makes no code and loads none. */
export function breachesOf(script: string): readonly string[] {
  const tree = parsed(script, 2020);
  if (typeof tree === "string") return [tree];
  const found = new Set<string>();
  for (const at of walk(tree)) {
    if (at.node.type === "ImportExpression") found.add("it holds import(), which loads a second file");
    const name = variableAt(at);
    if (name === undefined) continue;
    if (FORBIDDEN.has(name)) found.add(`it uses ${name}, which classic Outlook lacks or forbids`);
    if (name === "Function" && makesCode(at)) found.add("it makes code from text with Function()");
  }
  return [...found];
}

/** The Worker's script: as plain, and without WASM or another script; what else a browser has, it may use. */
export function workerBreachesOf(script: string): readonly string[] {
  const tree = parsed(script, 2022);
  if (typeof tree === "string") return [tree];
  const found = new Set<string>();
  for (const at of walk(tree)) {
    if (at.node.type === "ImportExpression") found.add("it holds import(), which loads a second script");
    const name = variableAt(at);
    if (name === "eval" || (name === "Function" && makesCode(at))) found.add(`it makes code from text with ${name}()`);
    if (name === "WebAssembly" || name === "importScripts") found.add(`it uses ${name}`);
  }
  return [...found];
}

function stampBreach(name: string, script: string): readonly string[] {
  return script.includes(`"${SITE_STAMP}"`) ? [] : [`${name}: the literal "${SITE_STAMP}" is gone, so that the server cannot name the site`];
}

async function handlerBreaches(folder: string): Promise<readonly string[]> {
  const path = join(folder, "launchevent.js");
  const script = await readFile(path, "utf8");
  const size = Buffer.byteLength(script);
  const features = await run(["es-check", "es2020", path, "--checkFeatures", "--noCache", "--ignore", GUARDED.join(",")]);
  const newer = /Unsupported features detected: ([\w, ]+)/.exec(features.output)?.[1];
  return [
    ...breachesOf(script).map((breach) => `launchevent.js: ${breach}`),
    ...stampBreach("launchevent.js", script),
    ...(size > LARGEST_HANDLER ? [`launchevent.js: ${size} bytes are more than ${LARGEST_HANDLER}`] : []),
    ...(features.code === 0 ? [] : [`launchevent.js: it uses what ES2020 lacks: ${newer ?? "es-check failed"}`]),
  ];
}

/** Apache-2.0 asks that its notice and its text go with every copy. */
async function workerBreaches(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const script = await readFile(join(folder, "pdf-worker.js"), "utf8");
  const page = Buffer.byteLength(await readFile(join(folder, "launchevent-page.js")));
  const size = Buffer.byteLength(script);
  return [
    ...workerBreachesOf(script).map((breach) => `pdf-worker.js: ${breach}`),
    ...(size > LARGEST_PDF_WORKER ? [`pdf-worker.js: ${size} bytes are more than ${LARGEST_PDF_WORKER}`] : []),
    ...(script.includes("Apache License") && names.includes("pdf-worker.LICENSE.txt") ? [] : ["pdf-worker.js: the licence of pdf.js is gone"]),
    ...(page > LARGEST_PAGE_SCRIPT ? [`launchevent-page.js: ${page} bytes are more than ${LARGEST_PAGE_SCRIPT}`] : []),
  ];
}

async function folderBreaches(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const breaches = [...(await workerBreaches(folder, names))];
  for (const name of names) {
    const isKnown = ["launchevent.js", "launchevent-page.js", "launchevent.html"].includes(name);
    if (name.includes("launchevent") && !isKnown) breaches.push(`${name}: the handler is more than one file`);
    if (/^taskpane\..*\.js$/.test(name)) breaches.push(...stampBreach(name, await readFile(join(folder, name), "utf8")));
    if (name.endsWith(".html")) {
      const first = /<script[^>]*\ssrc="([^"]+)"/.exec(await readFile(join(folder, name), "utf8"))?.[1];
      if (first !== OFFICE_JS_URL && /launchevent|taskpane/.test(name)) breaches.push(`${name}: its first script is not office.js from ${OFFICE_JS_URL}`);
    }
  }
  return breaches;
}

async function main(folder: string): Promise<void> {
  try {
    const breaches = [...(await handlerBreaches(folder)), ...(await folderBreaches(folder))];
    for (const breach of breaches) console.error(`${breach}.`);
    if (breaches.length === 0) console.log("The handler is one plain script within the rules, and so is the Worker.");
    process.exitCode = breaches.length === 0 ? 0 : 1;
  } catch {
    console.error(`There is no built handler in ${folder}; run npm run build.`);
    process.exitCode = 1;
  }
}

if (import.meta.filename === process.argv[1]) void main(process.argv[2] ?? join(import.meta.dirname, "..", "dist", "addin"));
