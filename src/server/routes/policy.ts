import type { FastifyInstance } from "fastify";
import { PATHS, type SignedPolicy } from "../../contract/index.ts";
import type { PolicySource } from "../policy/source.ts";
import { notModified } from "./etag.ts";

/** The organisation's policy, signed. */
export function policyRoute(app: FastifyInstance, source: PolicySource): void {
  app.get(PATHS.policy, async (request, reply) => {
    const { jws, etag } = await source.current();
    void reply.header("cache-control", "no-cache");
    if (notModified(request, reply, etag)) return reply.send();
    const answer: SignedPolicy = { schema: 1, jws };
    return reply.send(answer);
  });
}
