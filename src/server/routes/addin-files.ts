import type { FastifyInstance } from "fastify";
import { errorBody } from "../errors.ts";
import type { FindAddinFile } from "../addin-files.ts";
import { notModified } from "./etag.ts";

/** The built add-in: pages, scripts, icons. */
export function addinFilesRoute(app: FastifyInstance, find: FindAddinFile): void {
  app.get<{ Params: { "*": string } }>("/*", (request, reply) => {
    const file = find(request.params["*"]);
    if (!file) return reply.code(404).send(errorBody("NOT_FOUND"));
    if (file.cacheControl !== undefined) void reply.header("cache-control", file.cacheControl);
    if (file.securityPolicy !== undefined) void reply.header("content-security-policy", file.securityPolicy);
    if (notModified(request, reply, file.etag)) return reply.send();
    return reply.type(file.type).send(file.body);
  });
}
