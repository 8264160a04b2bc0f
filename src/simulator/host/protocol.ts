/** The envelopes that Microsoft's office.js exchanges with a web host: JSON strings through `postMessage`. */

export const MESSAGE = { request: 0, response: 1 } as const;
export const ACTION = { invoke: 0, register: 1, unregister: 2 } as const;
export const RESPONSE = { call: 0, event: 1 } as const;

/** `_errorCode` of an answer. */
export const WIRE_OK = 0;
export const WIRE_REFUSED = -2;

/** `AppCommandInvocationCompleted` and its neighbours among the common-API calls. */
export const COMMON = { completed: 94, closeContainer: 97 } as const;
/** Status of a `completed` call when no function of that name was associated. */
export const NOT_ASSOCIATED = 11101;

/** The event through which the host runs a function of the add-in; registering for it says "ready". */
export const COMMAND_EVENT = "appCommandInvoked";

export interface Request {
  readonly action: string;
  readonly type: number;
  readonly conversation: string;
  readonly correlation: number;
  readonly data: unknown;
}

type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

/** Reads what a frame posted; undefined for anything that is not a request of this protocol. */
export function parseRequest(posted: unknown): Request | undefined {
  if (typeof posted !== "string") return undefined;
  let message: unknown;
  try {
    message = JSON.parse(posted);
  } catch {
    return undefined;
  }
  if (!isObject(message) || message["_messageType"] !== MESSAGE.request) return undefined;
  return {
    action: String(message["_actionName"]),
    type: Number(message["_actionType"]),
    conversation: String(message["_conversationId"]),
    correlation: Number(message["_correlationId"]),
    data: message["_data"],
  };
}

/** The answer to a call; office.js matches it by the correlation id. */
export function answerTo(request: Request, origin: string, data: unknown, errorCode: number = WIRE_OK): string {
  return JSON.stringify({
    _messageType: MESSAGE.response,
    _responseType: RESPONSE.call,
    _actionName: request.action,
    _conversationId: request.conversation,
    _correlationId: request.correlation,
    _origin: origin,
    _errorCode: errorCode,
    _data: data,
    _serializerVersion: 1,
  });
}

/** An event push; office.js matches it by the action name. */
export function eventPush(conversation: string, origin: string, action: string, data: unknown): string {
  return JSON.stringify({
    _messageType: MESSAGE.response,
    _responseType: RESPONSE.event,
    _actionName: action,
    _conversationId: conversation,
    _correlationId: -1,
    _origin: origin,
    _errorCode: WIRE_OK,
    _data: data,
    _serializerVersion: 1,
  });
}

/** What a frame is told about its host before its first script runs. */
export interface FrameIdentity {
  readonly conversation: string;
  readonly control: string;
  readonly origin: string;
  readonly locale: string;
  /** Fresh, for the correlation of Microsoft's telemetry; which is switched off. */
  readonly session: string;
  /** Ours, read by the extension in `client/extension.ts`; office.js passes over what it does not know. */
  readonly extras: Json;
}

/** `disableLogging` keeps office.js from loading its telemetry script and calling out. */
function hostInfo(identity: FrameIdentity, separator: string): string {
  return ["Outlook", "Web", "16.01", identity.locale, identity.session, "", "disableLogging", "0"].join(separator);
}

/** The iframe's `name`, which must be set before its `src`. */
export function frameName(identity: FrameIdentity): string {
  return JSON.stringify({
    baseFrameName: `simulator_${identity.control}`,
    hostInfo: hostInfo(identity, "|"),
    xdmInfo: [identity.conversation, identity.control, identity.origin].join("|"),
    serializerVersion: "1",
    flights: "[]",
    simulator: identity.extras,
  });
}

/** The add-in page's address as the host opens it. */
export function frameAddress(page: string, identity: FrameIdentity): string {
  return `${page}${page.includes("?") ? "&" : "?"}_host_Info=${hostInfo(identity, "$")}`;
}
