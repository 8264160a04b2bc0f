/** The members of Office.js that we use, picked from Microsoft's own types so that a change there is a type error here. */
import { AppError } from "../contract/index.ts";

type Compose = Office.MessageCompose;

/** What events are heard from: the item, and the mailbox for the theme. */
export interface EventSource {
  readonly addHandlerAsync?: Compose["addHandlerAsync"];
}

/** Everything is optional: whether a member exists is the only proof that a client has it. `isSetSupported` proves nothing. */
export interface ComposeItem extends EventSource {
  readonly subject?: Pick<Compose["subject"], "getAsync">;
  readonly body?: Pick<Compose["body"], "getAsync">;
  readonly from?: Pick<Compose["from"], "getAsync">;
  readonly to?: Pick<Compose["to"], "getAsync">;
  readonly cc?: Pick<Compose["cc"], "getAsync">;
  readonly bcc?: Pick<Compose["bcc"], "getAsync">;
  readonly getAttachmentsAsync?: Compose["getAttachmentsAsync"];
  readonly getAttachmentContentAsync?: Compose["getAttachmentContentAsync"];
  readonly removeAttachmentAsync?: Compose["removeAttachmentAsync"];
  readonly internetHeaders?: Pick<Compose["internetHeaders"], "getAsync" | "setAsync" | "removeAsync">;
  readonly sensitivityLabel?: Pick<Compose["sensitivityLabel"], "getAsync" | "setAsync">;
  readonly sessionData?: Pick<Compose["sessionData"], "getAsync" | "setAsync" | "removeAsync">;
  readonly getInitializationContextAsync?: Compose["getInitializationContextAsync"];
}

export interface OfficeContext {
  readonly displayLanguage?: string;
  readonly officeTheme?: Pick<Office.OfficeTheme, "bodyBackgroundColor">;
  readonly mailbox?: EventSource & {
    readonly item?: ComposeItem | null;
    readonly userProfile?: Pick<Office.UserProfile, "emailAddress">;
  };
  readonly roamingSettings?: Pick<Office.RoamingSettings, "get" | "set" | "remove" | "saveAsync">;
  readonly sensitivityLabelsCatalog?: Pick<Office.SensitivityLabelsCatalog, "getIsEnabledAsync">;
}

export interface OfficeApi {
  readonly context?: OfficeContext;
  readonly EventType?: Partial<
    Pick<typeof Office.EventType, "RecipientsChanged" | "AttachmentsChanged" | "InitializationContextChanged" | "OfficeThemeChanged">
  >;
}

/** @throws AppError `OUTLOOK_MEMBER_MISSING` */
export function missing(member: string): never {
  throw new AppError("OUTLOOK_MEMBER_MISSING", `Outlook lacks ${member}.`);
}

/** The open message. A mailbox that is hidden from the address list gives `null`. @throws AppError `OUTLOOK_MEMBER_MISSING` */
export function itemOf(office: OfficeApi): ComposeItem {
  return office.context?.mailbox?.item ?? missing("mailbox.item");
}
