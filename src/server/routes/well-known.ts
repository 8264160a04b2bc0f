import type { FastifyInstance } from "fastify";
import { PATHS, type Site } from "../../contract/index.ts";

/** Tells classic Outlook that the handler script may call this origin. It asks for the file's whole address, and for nothing else in the file. */
export function wellKnownRoute(app: FastifyInstance, site: () => Site): void {
  app.get(PATHS.wellKnown, (_request, reply) =>
    reply.header("cache-control", "no-cache").send({ allowed: [`${site().origin}${PATHS.handlerScript}`] }));
}
