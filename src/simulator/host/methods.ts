/** Outlook's API calls by Microsoft's dispatch id, answered from the store. Ids from 10000 on are ours: `client/extension.ts`. */
import { applicableLabels } from "./labels.ts";
import { isObject } from "./protocol.ts";
import { FIELDS, editMessage } from "./state.ts";
import type { Attachment, Fault, Field, Message, Notice, Person, State, Store } from "./state.ts";

export type Answer =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "error"; readonly code: number }
  /** An answer without the usual wrapper. */
  | { readonly kind: "raw"; readonly body: unknown }
  | { readonly kind: "silence" };

export interface MethodTools {
  readonly store: Store;
  readonly newId: () => string;
  readonly htmlToText: (html: string) => string;
}

type Params = Readonly<Record<string, unknown>>;
type Method = (params: Params, tools: MethodTools) => Answer;

/** Microsoft's error codes; office.js turns them into its own names and sentences. */
const CODES = {
  invalidAttachment: 9003, attachmentMissing: 9008, generic: 9020, duplicateNotice: 9023, unknownNotice: 9024,
  tooManyNotices: 9025, noSuchLabel: 9031, notSaved: 9046, keyNotFound: 9050, sessionFull: 9051, unknownMethod: 5000,
} as const;
const SESSION_LIMIT = 50_000;
const NOTICES_AT_MOST = 5;
const HTML = 3;
const NOTICE_TYPES = ["informationalMessage", "progressIndicator", "errorMessage", "insightMessage"] as const;
const ATTACHMENT_TYPES = { file: 0, item: 1, cloud: 2 } as const;

const data = (value?: unknown): Answer => ({ kind: "data", data: value });
const error = (code: number): Answer => ({ kind: "error", code });
const string = (value: unknown): string => (typeof value === "string" ? value : "");
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(string) : []);

function fieldOf(params: Params): Field {
  return FIELDS[Number(params["recipientField"])] ?? "to";
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** 2 = user of the organisation, 3 = external user. */
function recipient(person: Person, user: Person): unknown {
  const inside = domainOf(person.address) === domainOf(user.address);
  return { address: person.address, name: person.name, recipientType: inside ? 2 : 3, appointmentResponse: 0 };
}

function people(value: unknown): readonly Person[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((one) => ({ address: string(one["address"]), name: string(one["name"]) || string(one["address"]) }));
}

export function attachmentDetails(attachment: Attachment): unknown {
  const { id, name, size, contentType, inline, kind } = attachment;
  return { id, name, size, attachmentType: ATTACHMENT_TYPES[kind], contentType, isInline: inline };
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function asHtml(text: string): string {
  return `<html><body><div>${escape(text).replace(/\r\n|\r|\n/g, "<br>")}</div></body></html>`;
}

function readBody(message: Message, coercion: unknown, tools: MethodTools): string {
  if (coercion === HTML) return message.format === "html" ? message.body : asHtml(message.body);
  return message.format === "html" ? tools.htmlToText(message.body) : message.body;
}

/** `content` in the form the message's own body has. */
function converted(message: Message, params: Params, tools: MethodTools): string {
  const content = string(params["data"]);
  const given = params["coercionType"] === HTML ? "html" : "text";
  if (given === message.format) return content;
  return message.format === "html" ? escape(content).replace(/\r\n|\r|\n/g, "<br>") : tools.htmlToText(content);
}

function addAttachment(params: Params, tools: MethodTools): Answer {
  const base64 = string(params["base64String"]);
  const id = tools.newId();
  const attachment: Attachment = {
    id, name: string(params["name"]), size: Math.floor((base64.length * 3) / 4), kind: "file",
    contentType: "application/octet-stream", inline: params["isInline"] === true, base64,
  };
  editMessage(tools.store, (message) => ({ attachments: [...message.attachments, attachment] }));
  return data(id);
}

function removeAttachment(params: Params, { store }: MethodTools): Answer {
  const id = params["attachmentIndex"];
  if (!store.get().message.attachments.some((one) => one.id === id)) return error(CODES.attachmentMissing);
  editMessage(store, (message) => ({ attachments: message.attachments.filter((one) => one.id !== id) }));
  return data();
}

function attachmentContent(params: Params, { store }: MethodTools): Answer {
  const found = store.get().message.attachments.find((one) => one.id === params["id"]);
  if (found === undefined) return error(CODES.invalidAttachment);
  return data({ content: found.base64, format: found.kind === "item" ? "eml" : found.kind === "cloud" ? "url" : "base64" });
}

function notice(params: Params): Notice {
  return { key: string(params["key"]), type: NOTICE_TYPES[Number(params["type"])] ?? "informationalMessage", message: string(params["message"]) };
}

function addNotice(params: Params, { store }: MethodTools): Answer {
  const { notices } = store.get().message;
  const added = notice(params);
  if (notices.some((one) => one.key === added.key)) return error(CODES.duplicateNotice);
  if (notices.length >= NOTICES_AT_MOST) return error(CODES.tooManyNotices);
  editMessage(store, () => ({ notices: [...notices, added] }));
  return data();
}

/** `next` is what becomes of the notice of that key; undefined removes it. */
function changeNotice(key: string, next: Notice | undefined, { store }: MethodTools): Answer {
  const { notices } = store.get().message;
  if (!notices.some((one) => one.key === key)) return error(CODES.unknownNotice);
  editMessage(store, () => ({ notices: notices.flatMap((one) => (one.key === key ? (next ? [next] : []) : [one])) }));
  return data();
}

function setHeaders(params: Params, { store }: MethodTools): Answer {
  const pairs = params["internetHeaderNameValuePairs"];
  if (!isObject(pairs)) return error(CODES.generic);
  const added = Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, String(value)]));
  editMessage(store, (message) => ({ headers: { ...message.headers, ...added } }));
  return data();
}

function setSession(params: Params, { store }: MethodTools): Answer {
  const session = { ...store.get().message.session, [string(params["name"])]: string(params["value"]) };
  const length = Object.entries(session).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (length > SESSION_LIMIT) return error(CODES.sessionFull);
  editMessage(store, () => ({ session }));
  return data();
}

function save({ store, newId }: MethodTools): Answer {
  const id = store.get().message.savedId ?? newId();
  editMessage(store, () => ({ savedId: id }));
  return data(id);
}

function without<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function picked(record: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.some((wanted) => wanted.toLowerCase() === name.toLowerCase())));
}

const message = ({ store }: MethodTools): Message => store.get().message;
const edit = ({ store }: MethodTools, change: (message: Message) => Partial<Message>): Answer => {
  editMessage(store, change);
  return data();
};

const METHODS: Readonly<Record<number, Method>> = {
  3: (_, tools) => ({ kind: "raw", body: { wasSuccessful: true, customProperties: message(tools).customProperties } }),
  4: (params, tools) => {
    edit(tools, () => ({ customProperties: string(params["customProperties"]) }));
    return { kind: "raw", body: { wasSuccessful: true, error: false } };
  },
  13: (params, tools) => edit(tools, (now) => ({ body: now.body + converted(now, params, tools) })),
  14: (_, tools) => data(message(tools).format),
  15: (params, tools) => data(message(tools)[fieldOf(params)].map((one) => recipient(one, tools.store.get().user))),
  17: (params, tools) => edit(tools, () => ({ subject: string(params["subject"]) })),
  18: (_, tools) => data(message(tools).subject),
  20: removeAttachment,
  21: (params, tools) => edit(tools, () => ({ [fieldOf(params)]: people(params["recipientArray"]) })),
  22: (params, tools) => edit(tools, (now) => ({ [fieldOf(params)]: [...now[fieldOf(params)], ...people(params["recipientArray"])] })),
  23: (params, tools) => edit(tools, (now) => ({ body: converted(now, params, tools) + now.body })),
  29: (params, tools) => edit(tools, (now) => ({ body: now.body + converted(now, params, tools) })),
  32: (_, tools) => save(tools),
  33: addNotice,
  34: (_, tools) => data(message(tools).notices),
  35: (params, tools) => changeNotice(string(params["key"]), notice(params), tools),
  36: (params, tools) => changeNotice(string(params["key"]), undefined, tools),
  37: (params, tools) => data(readBody(message(tools), params["coercionType"], tools)),
  38: (params, tools) => edit(tools, (now) => ({ body: converted(now, params, tools) })),
  99: (_, tools) => data(tools.store.get().pane.context),
  107: (_, tools) => data(recipient(tools.store.get().user, tools.store.get().user)),
  148: addAttachment,
  149: (_, tools) => data(message(tools).attachments.map(attachmentDetails)),
  150: attachmentContent,
  151: (params, tools) => data(picked(message(tools).headers, strings(params["internetHeaderKeys"]))),
  152: setHeaders,
  153: (params, tools) => edit(tools, (now) => ({ headers: without(now.headers, strings(params["internetHeaderKeys"])) })),
  163: () => data(),
  164: (_, tools) => (message(tools).savedId === null ? error(CODES.notSaved) : data(message(tools).savedId)),
  174: (_, tools) => data({ composeType: "newMail", coercionType: message(tools).format }),
  175: () => data(false),
  185: setSession,
  186: (params, tools) => {
    const value = message(tools).session[string(params["name"])];
    return value === undefined ? error(CODES.keyNotFound) : data(value);
  },
  187: (_, tools) => data(message(tools).session),
  188: (_, tools) => edit(tools, () => ({ session: {} })),
  189: (params, tools) => edit(tools, (now) => ({ session: without(now.session, [string(params["name"])]) })),
  193: () => data(),
  404: (params, tools) => {
    const saved = params["0"];
    if (!isObject(saved)) return error(CODES.generic);
    tools.store.update((state: State) => ({ ...state, roaming: Object.fromEntries(Object.entries(saved).map(([key, value]) => [key, String(value)])) }));
    return data();
  },
  10001: (_, tools) => data(message(tools).label),
  10002: (params, tools) => {
    const id = string(params["sensitivityLabel"]);
    if (id !== "" && !applicableLabels(tools.store.get().labels).some((label) => label.id === id)) return error(CODES.noSuchLabel);
    return edit(tools, () => ({ label: id }));
  },
  10003: () => data(true),
  10004: (_, tools) => data(tools.store.get().labels),
};

interface ApiFault {
  readonly id: number;
  readonly answer: Answer;
}

/** Faults of single API calls. `attachment-empty` is a success that gives nothing, as reported from the field. */
const API_FAULTS: Partial<Readonly<Record<Fault, ApiFault>>> = {
  "body-fails": { id: 37, answer: error(CODES.generic) },
  "body-never-answers": { id: 37, answer: { kind: "silence" } },
  "attachment-empty": { id: 150, answer: data({ content: "", format: "base64" }) },
  "header-fails": { id: 152, answer: error(CODES.generic) },
  "label-fails": { id: 10002, answer: error(CODES.generic) },
};

/** Answers one API call, or what the faults that are switched on make of it. */
export function callMethod(id: number, params: unknown, tools: MethodTools): Answer {
  for (const name of tools.store.get().settings.faults) {
    const fault = API_FAULTS[name];
    if (fault?.id === id) return fault.answer;
  }
  const method = METHODS[id];
  if (method === undefined) return error(CODES.unknownMethod);
  return method(isObject(params) ? params : {}, tools);
}
