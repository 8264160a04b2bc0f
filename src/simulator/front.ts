/**
 * The one origin a person opens: the simulator's window, Microsoft's office.js from `node_modules`, and everything else from the
 * product's server behind it. The pages on disk stay as they are shipped; what a simulated host needs changes on the wire.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import proxy from "@fastify/http-proxy";
import { transform } from "@swc/core";
import fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { OFFICE_JS_URL, PATHS } from "../contract/index.ts";
import { serveFolder } from "./files.ts";
import { FAULTS } from "./host/state.ts";
import type { Fault } from "./host/state.ts";

const root = join(import.meta.dirname, "../..");
const officeJs = join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");
const HOME = "/simulator/";
/** `connect-src` falls to 'self': what a page tries to send elsewhere does not leave. */
const SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";
const OFFICE_TAG = new RegExp(`<script[^>]*src="${OFFICE_JS_URL.replaceAll(".", "\\.")}"[^>]*></script>`);
const CLIENT_SCRIPTS = ["msajax", "extension"] as const;

export interface Front {
  readonly origin: string;
  readonly setFaults: (faults: readonly Fault[]) => void;
  readonly close: () => Promise<void>;
}

export interface FrontOptions {
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string };
  /** The server's origin. */
  readonly upstream: string;
}

/** Puts the stand-in, the local office.js and our extension in place of the one tag that loads office.js from Microsoft. */
export function rewriteHtml(html: string): string {
  const tags = ["/__simulator/msajax.js", "/__officejs/office.js", "/__simulator/extension.js"];
  return html.replace(OFFICE_TAG, tags.map((src) => `<script src="${src}"></script>`).join(""));
}

/** Changes the policy under its signature, as someone on the wire would. */
export function tamper(body: string): string {
  const answer = JSON.parse(body) as { readonly jws: string };
  const [header = "", payload = "", signature = ""] = answer.jws.split(".");
  const policy = JSON.parse(Buffer.from(payload, "base64url").toString()) as { readonly version: number };
  const forged = { ...policy, version: policy.version + 1, rules: [] };
  const jws = [header, Buffer.from(JSON.stringify(forged)).toString("base64url"), signature].join(".");
  return JSON.stringify({ ...answer, jws });
}

async function clientScript(name: string): Promise<string> {
  const source = await readFile(join(import.meta.dirname, "client", `${name}.ts`), "utf8");
  const options = { jsc: { parser: { syntax: "typescript" as const }, target: "es2022" as const }, isModule: false, configFile: false, swcrc: false };
  return (await transform(source, options)).code;
}

async function serveOwnFiles(app: FastifyInstance): Promise<void> {
  app.get("/", (_, reply) => reply.redirect(HOME));
  app.get("/__simulator/manifest.xml", async (_, reply) => reply.type("application/xml").send(await readFile(join(root, "manifest.xml"), "utf8")));
  for (const name of CLIENT_SCRIPTS) {
    const script = await clientScript(name);
    app.get(`/__simulator/${name}.js`, (_, reply) => reply.type("text/javascript").header("cache-control", "max-age=300").send(script));
  }
  serveFolder(app, { prefix: HOME, folder: join(root, "dist/simulator"), headers: { "content-security-policy": SECURITY_POLICY, "cache-control": "no-cache" } });
  serveFolder(app, { prefix: "/__officejs/", folder: officeJs, headers: { "cache-control": "max-age=300" } });
}

interface Upstream {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly stream: NodeJS.ReadableStream;
}

async function pass(request: FastifyRequest, reply: FastifyReply, answer: Upstream, tampered: boolean): Promise<void> {
  const html = String(answer.headers["content-type"]).startsWith("text/html");
  const policy = tampered && request.url.startsWith(PATHS.policy) && reply.statusCode === 200;
  if (!html && !policy) return void reply.send(answer.stream);
  const body = await text(answer.stream);
  // `content-length` told the length of the server's own answer.
  reply.removeHeader("content-length");
  if (html) reply.header("content-security-policy", SECURITY_POLICY);
  if (policy) reply.removeHeader("etag");
  reply.send(html ? rewriteHtml(body) : tamper(body));
}

/** Listens on the port of `options`; `close` ends every connection. */
export async function startFront({ port, tls, upstream }: FrontOptions): Promise<Front> {
  let faults: ReadonlySet<Fault> = new Set();
  const setFaults = (names: readonly unknown[]): void => {
    faults = new Set(FAULTS.filter((known) => names.includes(known)));
  };
  const app = fastify({ https: { cert: tls.cert, key: tls.key }, forceCloseConnections: true });
  await serveOwnFiles(app as unknown as FastifyInstance);
  app.put<{ Body: { readonly faults: readonly unknown[] } }>("/__simulator/faults", (request, reply) => {
    setFaults(request.body.faults);
    return reply.code(204).send();
  });
  await app.register(proxy, {
    upstream,
    // "/" is the way to the window.
    routes: ["/*"],
    undici: { connect: { ca: tls.cert } },
    preHandler: (request, reply, done) => {
      if (!faults.has("server-down") || !request.url.startsWith("/api/")) return done();
      // What a browser sees of a dead server: a connection without an answer.
      reply.hijack();
      request.raw.socket.destroy();
    },
    replyOptions: {
      // Uncompressed, so that it can be read and changed here.
      rewriteRequestHeaders: (_, { "if-none-match": tag, ...headers }) => ({
        ...headers,
        "accept-encoding": "identity",
        // A 304 would let the browser fall back on the true policy that it has kept.
        ...(tag === undefined || faults.has("policy-tampered") ? {} : { "if-none-match": tag }),
      }),
      onResponse: (request, reply, answer) => {
        void pass(request as FastifyRequest, reply as FastifyReply, answer as unknown as Upstream, faults.has("policy-tampered"));
      },
    },
  });
  await app.listen({ port, host: "127.0.0.1" });
  return { origin: `https://localhost:${port}`, setFaults, close: () => app.close() };
}
