/** Serves the files below one folder. */
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { FastifyInstance } from "fastify";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
};

export interface FolderOptions {
  /** Begins and ends with a slash. */
  readonly prefix: string;
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function serveFolder(app: FastifyInstance, { prefix, folder, headers }: FolderOptions): void {
  app.get<{ Params: { readonly "*": string } }>(`${prefix}*`, async (request, reply) => {
    const path = join(folder, request.params["*"] || "index.html");
    const bytes = path.startsWith(folder + sep) ? await readFile(path).catch(() => undefined) : undefined;
    if (bytes === undefined) return reply.code(404).type("text/plain").send("Not found.");
    return reply.type(TYPES[extname(path)] ?? "application/octet-stream").headers(headers).send(bytes);
  });
}
