import type { FastifyReply, FastifyRequest } from "fastify";

/** Sets the tag and, when the client holds this very answer, turns it into a 304 without a body. Gives true when it did. */
export function notModified(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  void reply.header("etag", etag);
  const held = request.headers["if-none-match"];
  if (held === undefined || !held.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)) return false;
  void reply.code(304);
  return true;
}
