import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { ERRORS, type ErrorCode } from "../contract/index.ts";
import { faultEntry, type Log } from "./log.ts";

/** Every answer that is not a success. Says where the input is wrong, never what it said. */
export interface ErrorBody {
  readonly schema: 1;
  readonly error: ErrorCode;
  readonly message: string;
  /** Pointer to the member of the body that was refused. */
  readonly path?: string;
  /** The schema's word that refused it, such as `pattern`. */
  readonly rule?: string;
}

export function errorBody(error: ErrorCode, where: Pick<ErrorBody, "path" | "rule"> = {}): ErrorBody {
  return { schema: 1, error, message: ERRORS[error], ...where };
}

const CLIENT_CODES: Readonly<Record<number, ErrorCode>> = { 404: "NOT_FOUND", 413: "REQUEST_TOO_LARGE", 429: "REQUEST_TOO_OFTEN" };

/**
 * Answers every error in our own words: the messages of the JSON parser, the router and the validator may quote what the client sent.
 * The pointer is safe, since the schema lets no member through that it does not name itself.
 */
export function errorHandler(log: Log): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, _request, reply) => {
    const [problem] = error.validation ?? [];
    if (problem) return reply.code(400).send(errorBody("INPUT_INVALID", { path: problem.instancePath, rule: problem.keyword }));
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return reply.code(status).send(errorBody(CLIENT_CODES[status] ?? "INPUT_INVALID"));
    log(faultEntry(error));
    return reply.code(500).send(errorBody("INTERNAL"));
  };
}
