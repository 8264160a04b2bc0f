import type { Server } from "node:https";
import { fastifyCors } from "@fastify/cors";
import { fastifyHelmet } from "@fastify/helmet";
import { fastifyRateLimit } from "@fastify/rate-limit";
import { fastify, type FastifyHttpsOptions, type FastifyInstance } from "fastify";
import type { Site } from "../contract/index.ts";
import type { FindAddinFile } from "./addin-files.ts";
import { errorBody, errorHandler } from "./errors.ts";
import type { Log } from "./log.ts";
import type { PolicySource } from "./policy/source.ts";
import { addinFilesRoute } from "./routes/addin-files.ts";
import { auditRoute } from "./routes/audit.ts";
import { healthRoutes } from "./routes/health.ts";
import { policyRoute } from "./routes/policy.ts";
import { wellKnownRoute } from "./routes/well-known.ts";
import { corsOptions, helmetOptions } from "./security.ts";
import type { Store } from "./store/index.ts";

/** All that the server works with. Nothing in it is started or closed here. */
export interface AppParts {
  readonly store: Store;
  readonly policySource: PolicySource;
  /** Asked on use, since the port may be known only once the server listens. */
  readonly site: () => Site;
  readonly files: FindAddinFile;
  readonly log: Log;
  readonly now: () => Date;
  /** Audit requests a minute from one address. */
  readonly auditRate: number;
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[];
  readonly strictTransport: boolean;
  /** Absent in tests, which inject requests without a socket. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

export const MIN_TLS = "TLSv1.2";

export type App = FastifyInstance<Server>;

/** Builds the server; the caller listens and closes. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { log, site } = parts;
  const onError = errorHandler(log);
  const options: FastifyHttpsOptions<Server> = {
    https: parts.tls ? { ...parts.tls, minVersion: MIN_TLS } : null,
    // Fastify's logger would write addresses and whole URLs; ours writes what `LogEntry` allows.
    logger: false,
    requestTimeout: 30_000,
    trustProxy: parts.trustProxy.length > 0 ? [...parts.trustProxy] : false,
    // As the schema says, or not at all: nothing is dropped, converted or filled in quietly.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
    frameworkErrors: (error, request, reply) => void onError(error, request, reply),
  };
  const app = fastify(options) as unknown as App;
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(onError);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody("NOT_FOUND")));
  app.addHook("onResponse", async (request, reply) => {
    // The pattern that matched, never the path that was asked for.
    const route = request.routeOptions.url ?? "none";
    log({ event: "request", method: request.method, route, status: reply.statusCode, ms: reply.elapsedTime });
  });
  await app.register(fastifyHelmet, helmetOptions(parts.strictTransport));
  await app.register(fastifyCors, corsOptions(site));
  await app.register(fastifyRateLimit, { global: false });
  registerRoutes(app as unknown as FastifyInstance, parts);
  return app;
}

function registerRoutes(app: FastifyInstance, { store, policySource, site, files, log, now, auditRate }: AppParts): void {
  wellKnownRoute(app, site);
  policyRoute(app, policySource);
  auditRoute(app, { store, now, log, rate: auditRate });
  healthRoutes(app, { store, policySource, log });
  addinFilesRoute(app, files);
}
