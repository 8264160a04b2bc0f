import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import { AppError, PATHS, type Site } from "../contract/index.ts";
import { isStamped, stamp } from "./site.ts";

export interface AddinFile {
  readonly body: Buffer;
  readonly type: string;
  /** Strong: taken over the bytes as they are sent, stamp included. */
  readonly etag: string;
  readonly cacheControl: string | undefined;
  /** In place of the pages' own Content-Security-Policy. */
  readonly securityPolicy: string | undefined;
}

/** Gives the file for a path below the origin, without its leading slash; `undefined` for whatever is not an add-in file. */
export type FindAddinFile = (path: string) => AddinFile | undefined;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  // pdf.js's tables of Asian encodings.
  ".bcmap": "application/octet-stream",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
};

/** One step of a path: no leading dot, no backslash, no colon, nothing encoded. What this refuses never reaches the disk. */
const SEGMENT = /^[\w-][\w.-]*$/;
const HASHED = /\.[0-9a-f]{16,64}\.[a-z0-9]+$/;

/** A Worker obeys the policy that comes with its script. It fetches its tables from us and has no use for anything else. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** Opens the built add-in. Throws `SERVER_BUILD_MISSING` when a file that the manifest or a page points at is not there. */
export function openAddinFiles(folder: string, site: () => Site): FindAddinFile {
  for (const path of [PATHS.handlerScript, PATHS.runtimePage, PATHS.taskpane, PATHS.pdfWorker]) {
    if (existsSync(join(folder, path))) continue;
    throw new AppError(
      "SERVER_BUILD_MISSING",
      `The add-in's files are not in ${resolve(folder)}: ${path.slice(1)} is missing. Run "npm run build", or name their folder with --files.`,
    );
  }
  const root = realpathSync(folder);
  const read = new Map<string, { readonly mark: string; readonly file: AddinFile }>();
  return (path) => {
    const real = locate(root, path);
    if (real === undefined) return undefined;
    const { mtimeNs, size } = statSync(real, { bigint: true });
    const mark = `${mtimeNs}-${size}`;
    const known = read.get(real);
    if (known?.mark === mark) return known.file;
    const file = load(real, site(), `/${path}` === PATHS.pdfWorker ? WORKER_POLICY : undefined);
    read.set(real, { mark, file });
    return file;
  };
}

/** The real path of a regular file below the root; a symbolic link that leads out of it finds nothing. */
function locate(root: string, path: string): string | undefined {
  const segments = path.split("/");
  if (!segments.every((segment) => SEGMENT.test(segment)) || !Object.hasOwn(TYPES, extname(path))) return undefined;
  const wanted = join(root, ...segments);
  if (!statSync(wanted, { throwIfNoEntry: false })?.isFile()) return undefined;
  const real = realpathSync(wanted);
  return real.startsWith(root + sep) ? real : undefined;
}

function load(path: string, site: Site, securityPolicy: string | undefined): AddinFile {
  const bytes = readFileSync(path);
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const script = extname(path) === ".js" ? bytes.toString("utf8") : "";
  const stamped = isStamped(script);
  const body = stamped ? Buffer.from(stamp(script, site), "utf8") : bytes;
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  return { body, type, etag, cacheControl: cacheControl(path, type, stamped), securityPolicy };
}

function cacheControl(path: string, type: string, stamped: boolean): string | undefined {
  // Outlook shows a generic icon when an icon's answer carries Cache-Control.
  if (type.startsWith("image/")) return undefined;
  // A stamped script changes with our keys and origin while its name, hashed at build time, does not.
  return HASHED.test(path) && !stamped ? "public, max-age=31536000, immutable" : "no-cache";
}
