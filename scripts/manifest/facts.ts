/** What the manifest's promises are held against: the icons on disk and the built handler. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export interface ManifestFacts {
  /** Size of the image at a path below the origin, e.g. `/assets/icon-16.png`; undefined if there is no PNG. */
  readonly pngAt: (path: string) => PixelSize | undefined;
  /** Whether a file is served at a path below the origin as it lies in the repository. Paths outside /assets/ are built and not asked for. */
  readonly hasAsset: (path: string) => boolean;
  /** Names given to `Office.actions.associate` by the built handler; undefined if it has not been built; a sentence if it does not run. */
  readonly associated: readonly string[] | string | undefined;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads width and height in pixels from a PNG's header; undefined if the bytes are no PNG. */
export function pngSize(bytes: Buffer): PixelSize | undefined {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG_SIGNATURE) || bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/**
 * Runs a handler script as classic Outlook does, with nothing but `Office` beside the language, and gives the names it associates.
 * A sentence instead of names if the script throws: in Outlook it would never answer an event.
 */
export function associatedNames(script: string): readonly string[] | string {
  const names: string[] = [];
  const associate = (name: string): void => {
    names.push(name);
  };
  const onReady = (): Promise<void> => new Promise(() => undefined);
  try {
    new Script(script).runInContext(createContext({ Office: { actions: { associate }, onReady } }), { timeout: 10_000 });
    return names;
  } catch (thrown) {
    const { name, message } = thrown as { readonly name?: string; readonly message?: string };
    return `${name ?? "Error"}: ${message ?? "unknown"}`;
  }
}

/** The facts of a checkout. */
export function readFacts(root: string): ManifestFacts {
  const handler = join(root, "dist", "addin", "launchevent.js");
  return {
    pngAt: (path) => {
      const file = join(root, path);
      return existsSync(file) ? pngSize(readFileSync(file)) : undefined;
    },
    hasAsset: (path) => existsSync(join(root, path)),
    associated: existsSync(handler) ? associatedNames(readFileSync(handler, "utf8")) : undefined,
  };
}
