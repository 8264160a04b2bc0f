/**
 * A typed fake of the Office members that we use. Every member takes its type from Microsoft's own declarations, so that a
 * changed signature is a type error here; how each call behaves can be set by its name.
 */
import type { ComposeItem, OfficeApi, OfficeContext } from "../../src/outlook/office.ts";
import { createMethodMaker, OfficeFailure } from "./fake-office-method.ts";
import type { Behaviour } from "./fake-office-method.ts";

export type { Behaviour } from "./fake-office-method.ts";

export interface FakeAttachment {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  readonly attachmentType?: "file" | "item" | "cloud";
  readonly isInline?: boolean;
  readonly content?: string;
  readonly format?: "base64" | "eml" | "iCalendar" | "url";
}

/** The state of the compose window. Tests read it to see what was done. */
export interface FakeModel {
  subject: string;
  body: string;
  from: string;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  attachments: readonly FakeAttachment[];
  headers: Record<string, string>;
  label: string;
  labelsEnabled: boolean;
  /** GUIDs that `setAsync` takes. */
  labels: readonly string[];
  session: Record<string, string>;
  settings: Record<string, unknown>;
  savedSettings: Record<string, unknown>;
  initializationContext: string;
  displayLanguage: string;
}

export interface FakeOptions {
  readonly model?: Partial<FakeModel>;
  /** By call name, such as `body.getAsync`. */
  readonly behaviours?: Readonly<Record<string, Behaviour>>;
  /** Members to leave out, such as `item.sensitivityLabel` or `roamingSettings`. */
  readonly without?: readonly string[];
  /** Put into Outlook's own error messages, to prove that they go nowhere. */
  readonly errorText?: string;
}

export interface FakeOffice {
  readonly office: OfficeApi;
  readonly model: FakeModel;
  /** Names of the calls, in order. */
  readonly calls: readonly string[];
  readonly behaviours: Record<string, Behaviour>;
  /** Gives the answers held back by `later`. */
  release(): void;
  /** Raises an event by its type, such as `RecipientsChanged`. */
  raise(type: string): void;
}

const DEFAULTS: FakeModel = {
  subject: "Lunch on Friday",
  body: "<html><body><p>Shall we meet at noon?</p></body></html>",
  from: "dr.rivera@clinic.example",
  to: ["friend@elsewhere.example"],
  cc: [],
  bcc: [],
  attachments: [],
  headers: {},
  label: "",
  labelsEnabled: true,
  labels: [],
  session: {},
  settings: {},
  savedSettings: {},
  initializationContext: "",
  displayLanguage: "en-US",
};

const EVENT_TYPES = ["RecipientsChanged", "AttachmentsChanged", "InitializationContextChanged", "OfficeThemeChanged"] as const;

export function createFakeOffice(options: FakeOptions = {}): FakeOffice {
  const model: FakeModel = structuredClone({ ...DEFAULTS, ...options.model });
  const behaviours: Record<string, Behaviour> = { ...options.behaviours };
  const calls: string[] = [];
  const heldBack: (() => void)[] = [];
  const method = createMethodMaker({ behaviours, calls, heldBack, errorText: options.errorText ?? "no" });
  const handlers = new Map<unknown, ((args: unknown) => void)[]>();

  type Item = Required<ComposeItem>;
  const person = (emailAddress: string): Office.EmailAddressDetails => ({
    emailAddress, displayName: emailAddress.split("@")[0] ?? "", recipientType: "other", appointmentResponse: "none",
  } as unknown as Office.EmailAddressDetails);
  const people = (field: "to" | "cc" | "bcc"): Item["to"] => ({
    getAsync: method<Item["to"]["getAsync"]>(`${field}.getAsync`, () => model[field].map(person)),
  });
  const details = ({ id, name, size = 10, attachmentType = "file", isInline = false }: FakeAttachment): Office.AttachmentDetailsCompose => ({
    id, name, size, attachmentType, isInline, contentId: "", isServiceAccessible: false, url: "",
  });
  const contentOf = (id: string): Office.AttachmentContent => {
    const found = model.attachments.find((one) => one.id === id);
    if (found === undefined) throw new OfficeFailure(9003);
    return { content: found.content ?? "", format: found.format ?? "base64" };
  };
  const headersOf = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(Object.entries(model.headers).filter(([name]) => names.some((one) => one.toLowerCase() === name.toLowerCase())));
  const setLabel = (label: string | Office.SensitivityLabelDetails): void => {
    const id = typeof label === "string" ? label : label.id;
    if (!model.labels.includes(id)) throw new OfficeFailure(9031);
    model.label = id;
  };

  const item: Item = {
    subject: { getAsync: method<Item["subject"]["getAsync"]>("subject.getAsync", () => model.subject) },
    body: { getAsync: method<Item["body"]["getAsync"]>("body.getAsync", () => model.body) },
    from: { getAsync: method<Item["from"]["getAsync"]>("from.getAsync", () => person(model.from)) },
    to: people("to"),
    cc: people("cc"),
    bcc: people("bcc"),
    getAttachmentsAsync: method<Item["getAttachmentsAsync"]>("getAttachmentsAsync", () => model.attachments.map(details)),
    getAttachmentContentAsync: method<Item["getAttachmentContentAsync"]>("getAttachmentContentAsync", contentOf),
    removeAttachmentAsync: method<Item["removeAttachmentAsync"]>("removeAttachmentAsync", (id) => {
      if (!model.attachments.some((one) => one.id === id)) throw new OfficeFailure(9008);
      model.attachments = model.attachments.filter((one) => one.id !== id);
    }),
    internetHeaders: {
      getAsync: method<Item["internetHeaders"]["getAsync"]>("internetHeaders.getAsync", headersOf),
      setAsync: method<Item["internetHeaders"]["setAsync"]>("internetHeaders.setAsync", (added) => void Object.assign(model.headers, added)),
      removeAsync: method<Item["internetHeaders"]["removeAsync"]>("internetHeaders.removeAsync", (names) => {
        for (const name of names) Reflect.deleteProperty(model.headers, name);
      }),
    },
    sensitivityLabel: {
      getAsync: method<Item["sensitivityLabel"]["getAsync"]>("sensitivityLabel.getAsync", () => model.label),
      setAsync: method<Item["sensitivityLabel"]["setAsync"]>("sensitivityLabel.setAsync", setLabel),
    },
    sessionData: {
      getAsync: method<Item["sessionData"]["getAsync"]>("sessionData.getAsync", (name) => {
        const value = model.session[name];
        if (value === undefined) throw new OfficeFailure(9050);
        return value;
      }),
      setAsync: method<Item["sessionData"]["setAsync"]>("sessionData.setAsync", (name, value) => {
        model.session[name] = value;
      }),
      removeAsync: method<Item["sessionData"]["removeAsync"]>("sessionData.removeAsync", (name) => {
        if (!(name in model.session)) throw new OfficeFailure(9050);
        Reflect.deleteProperty(model.session, name);
      }),
    },
    getInitializationContextAsync: method<Item["getInitializationContextAsync"]>("getInitializationContextAsync", () => model.initializationContext),
    addHandlerAsync: method<Item["addHandlerAsync"]>("addHandlerAsync", (type, handler: (args: unknown) => void) => {
      handlers.set(type, [...(handlers.get(type) ?? []), handler]);
    }),
  };
  const context: Required<Omit<OfficeContext, "officeTheme">> = {
    get displayLanguage() {
      return model.displayLanguage;
    },
    mailbox: { item, userProfile: { emailAddress: model.from }, addHandlerAsync: item.addHandlerAsync },
    roamingSettings: {
      get: (name) => model.settings[name],
      set: (name, value: unknown) => {
        model.settings[name] = value;
      },
      remove: (name) => void Reflect.deleteProperty(model.settings, name),
      saveAsync: method<Office.RoamingSettings["saveAsync"]>("roamingSettings.saveAsync", () => {
        model.savedSettings = { ...model.settings };
      }),
    },
    sensitivityLabelsCatalog: {
      getIsEnabledAsync: method<Office.SensitivityLabelsCatalog["getIsEnabledAsync"]>("sensitivityLabelsCatalog.getIsEnabledAsync", () => model.labelsEnabled),
    },
  };
  for (const path of options.without ?? []) {
    const [holder, name] = path.startsWith("item.") ? [item, path.slice(5)] : [path === "mailbox.item" ? context.mailbox : context, path.replace("mailbox.", "")];
    Reflect.deleteProperty(holder, name);
  }
  const EventType = Object.fromEntries(EVENT_TYPES.map((name) => [name, name])) as unknown as NonNullable<OfficeApi["EventType"]>;
  return {
    office: { context, EventType },
    model,
    calls,
    behaviours,
    release: () => heldBack.splice(0).forEach((answer) => answer()),
    raise: (type) => (handlers.get(type) ?? []).forEach((handler) => handler({ type })),
  };
}
