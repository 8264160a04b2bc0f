import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { PATHS } from "../../contract/index.ts";
import { AuditBody } from "../audit/schema.ts";
import { errorBody } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/index.ts";

/** A hundred entries take about 80 kB. */
const BODY_LIMIT = 256 * 1024;

export interface AuditRouteParts {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Log;
  /** Requests a minute from one address. */
  readonly rate: number;
}

/**
 * Takes audit entries; answers after the commit, so that a client may then forget them. Sending an entry again changes nothing.
 * 409 names the ids that the ledger holds with other content; the other entries of the batch are stored all the same.
 */
export function auditRoute(app: FastifyInstance, { store, now, log, rate }: AuditRouteParts): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(PATHS.audit, {
    bodyLimit: BODY_LIMIT,
    schema: { body: AuditBody },
    config: { rateLimit: { max: rate, timeWindow: 60_000 } },
  }, async (request, reply) => {
    const { stored, duplicates, conflicts } = await store.appendEntries(request.body.entries, now().toISOString());
    if (conflicts.length === 0) return reply.send({ schema: 1, stored, duplicates });
    log({ event: "audit-conflict", conflicts: conflicts.length });
    return reply.code(409).send({ ...errorBody("AUDIT_CONFLICT"), ids: conflicts, stored, duplicates });
  });
}
