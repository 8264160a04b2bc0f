import type { FastifyInstance } from "fastify";
import type { ErrorCode } from "../../contract/index.ts";
import { faultEntry, type Log } from "../log.ts";
import type { PolicySource } from "../policy/source.ts";
import type { Store } from "../store/index.ts";

interface Readiness {
  readonly schema: 1;
  readonly ready: boolean;
  readonly database: "ok" | ErrorCode;
  /** The version in force, and why the file as it stands is not, if so. A broken file does not take the server out of service. */
  readonly policy: { readonly version: number; readonly fault?: ErrorCode };
}

/** `/livez`: the process answers. `/readyz`: it can do its work. */
export function healthRoutes(app: FastifyInstance, { store, policySource, log }: {
  readonly store: Store; readonly policySource: PolicySource; readonly log: Log;
}): void {
  app.get("/livez", () => ({ schema: 1, live: true }));
  app.get("/readyz", async (_request, reply) => {
    const database = await store.ready().then(() => "ok" as const, (thrown: unknown) => {
      log(faultEntry(thrown));
      return "SERVER_DATABASE" as const;
    });
    const { version } = await policySource.current();
    const fault = policySource.fault();
    const ready = database === "ok";
    const answer: Readiness = { schema: 1, ready, database, policy: { version, ...(fault ? { fault } : {}) } };
    return reply.code(ready ? 200 : 503).header("cache-control", "no-store").send(answer);
  });
}
