/** Opens add-in pages in iframes and answers what office.js in them asks, over its own message channel. */
import { appContext, initialData } from "./identity.ts";
import type { MethodTools } from "./methods.ts";
import { callMethod } from "./methods.ts";
import type { Request } from "./protocol.ts";
import {
  ACTION, answerTo, COMMAND_EVENT, COMMON, eventPush, frameAddress, frameName, isObject, parseRequest, WIRE_REFUSED,
} from "./protocol.ts";

export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly conversation: string;
  readonly control: string;
  readonly locale: string;
  /** Names of the events that the page registered for. */
  readonly events: Set<string>;
  /** A page whose handler has completed gets no more answers. */
  ended: boolean;
  onReady: (() => void) | undefined;
  onCompleted: ((invocation: string, status: number, event: unknown) => void) | undefined;
}

export interface FrameHost {
  /** In the given element, or hidden at the end of the document. */
  readonly open: (page: string, options?: { readonly parent?: HTMLElement; readonly title?: string }) => Frame;
  readonly close: (frame: Frame) => void;
  readonly push: (frame: Frame, action: string, data: unknown) => void;
  /** Pushes to every page that registered for the event. */
  readonly broadcast: (action: string, data: unknown) => void;
  /** Every API call, by dispatch id, in the order of arrival. */
  readonly calls: readonly number[];
}

export interface FrameHostOptions extends MethodTools {
  readonly addinName: () => string;
}

interface ExecuteData {
  readonly id: number;
  readonly params: unknown;
}

function executeData(value: unknown): ExecuteData | undefined {
  if (!isObject(value) || !isObject(value["MethodData"])) return undefined;
  return { id: Number(value["MethodData"]["DispatchId"]), params: value["ApiParams"] };
}

function executeAnswer(request: Request, tools: MethodTools, calls: number[]): unknown {
  const asked = executeData(request.data);
  if (asked === undefined) return undefined;
  calls.push(asked.id);
  const answer = callMethod(asked.id, asked.params, tools);
  switch (answer.kind) {
    case "data":
      return { error: false, errorCode: 0, data: answer.data };
    case "error":
      return { error: true, errorCode: answer.code, wasSuccessful: false };
    case "raw":
      return answer.body;
    case "silence":
      return undefined;
  }
}

function completedEvent(text: unknown): unknown {
  if (typeof text !== "string" || text === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

/** The calls that office.js shares between all hosts; of them only the end of a command concerns Outlook. */
function commonAnswer(frame: Frame, request: Request): unknown {
  const given = isObject(request.data) ? request.data : {};
  const method = given["DdaMethod"];
  const id = isObject(method) ? Number(method["DispatchId"]) : 0;
  if (id === COMMON.completed) frame.onCompleted?.(String(given["0"]), Number(given["1"]), completedEvent(given["2"]));
  return { Version: 1, Error: id === COMMON.completed || id === COMMON.closeContainer ? 0 : 5000 };
}

const KNOWN_ACTIONS: ReadonlySet<string> = new Set([
  "ContextActivationManager_getAppContextAsync", "ContextActivationManager_notifyHost", "GetInitialData", "ExecuteMethod", "executeMethod",
]);

/** Undefined: no answer at all. */
function answerData(frame: Frame, request: Request, options: FrameHostOptions, calls: number[]): unknown {
  const { store, newId } = options;
  switch (request.action) {
    case "ContextActivationManager_getAppContextAsync":
      return appContext({ control: frame.control, locale: frame.locale, addinName: options.addinName(), newId, state: store.get() });
    case "GetInitialData":
      return initialData(store.get());
    case "ExecuteMethod":
      return executeAnswer(request, options, calls);
    case "executeMethod":
      return commonAnswer(frame, request);
    default:
      return {};
  }
}

export function createFrameHost(options: FrameHostOptions): FrameHost {
  const { store, newId } = options;
  const frames = new Map<string, Frame>();
  const calls: number[] = [];
  const { origin } = window.location;

  function post(frame: Frame, message: string): void {
    frame.element.contentWindow?.postMessage(message, origin);
  }

  function register(frame: Frame, request: Request): void {
    if (request.type === ACTION.register) frame.events.add(request.action);
    else frame.events.delete(request.action);
    post(frame, answerTo(request, origin, { Error: 0 }));
    if (request.action === COMMAND_EVENT && request.type === ACTION.register) frame.onReady?.();
  }

  function reply(frame: Frame, request: Request): void {
    if (!KNOWN_ACTIONS.has(request.action)) return post(frame, answerTo(request, origin, null, WIRE_REFUSED));
    const data = answerData(frame, request, options, calls);
    if (data !== undefined) post(frame, answerTo(request, origin, data));
  }

  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const request = parseRequest(event.data);
    const frame = request && frames.get(request.conversation);
    // Another window could post the same text: only the frame itself, from our origin, is believed.
    if (request === undefined || frame === undefined || event.source !== frame.element.contentWindow || event.origin !== origin) return;
    if (frame.ended && request.action !== "executeMethod") return;
    if (request.type === ACTION.invoke) reply(frame, request);
    else register(frame, request);
  });

  return {
    calls,
    open(page, { parent, title = "" } = {}) {
      const { settings } = store.get();
      const element = document.createElement("iframe");
      const frame: Frame = {
        element, conversation: newId(), control: newId(), locale: settings.locale,
        events: new Set(), ended: false, onReady: undefined, onCompleted: undefined,
      };
      const identity = {
        conversation: frame.conversation, control: frame.control, locale: frame.locale, origin, session: newId(),
        extras: { handlerThrows: settings.faults.includes("handler-throws"), dark: settings.dark },
      };
      frames.set(frame.conversation, frame);
      element.name = frameName(identity);
      element.title = title;
      element.src = frameAddress(page, identity);
      element.hidden = parent === undefined;
      (parent ?? document.body).append(element);
      return frame;
    },
    close(frame) {
      frames.delete(frame.conversation);
      frame.element.remove();
    },
    push: (frame, action, data) => post(frame, eventPush(frame.conversation, origin, action, data)),
    broadcast(action, data) {
      for (const frame of frames.values()) if (frame.events.has(action)) post(frame, eventPush(frame.conversation, origin, action, data));
    },
  };
}
