/** Names that the manifest, the handler, the pane, the server and the simulator must agree on. */

/** Equals the `<Control id>` of the pane's button in manifest.xml; Smart Alerts opens the pane by it. */
export const PANE_COMMAND_ID = "ChartsealOpenPane";

/** One constant name: Exchange keeps a finite number of header names per mailbox. */
export const PROTECT_HEADER = "X-Chartseal-Protect";
/** The header's value. Recipients can see it, so it tells nothing of the content. */
export const PROTECT_VALUE = "encrypt";

/** Launch event type -> function name in manifest.xml and in `Office.actions.associate`. */
export const HANDLERS = {
  OnMessageSend: "onMessageSend",
  OnNewMessageCompose: "onNewMessageCompose",
  OnMessageCompose: "onMessageCompose",
  OnMessageRecipientsChanged: "onMessageRecipientsChanged",
  OnMessageAttachmentsChanged: "onMessageAttachmentsChanged",
} as const;

/** Microsoft's own copy of office.js: its licence lets us load it, not ship it. The one place that names the URL. */
export const OFFICE_JS_URL = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** Paths below the add-in's origin. */
export const PATHS = {
  taskpane: "/taskpane.html",
  /** The second reader of PDFs, loaded by pages when they first need it, with its tables of Asian encodings below `cmaps`. */
  pdfWorker: "/pdf-worker.js",
  cmaps: "/cmaps/",
  runtimePage: "/launchevent.html",
  handlerScript: "/launchevent.js",
  wellKnown: "/.well-known/microsoft-officeaddins-allowed.json",
  policy: "/api/policy",
  audit: "/api/audit",
} as const;

/** Keys of `item.sessionData`, shared by handler and pane. */
export const SESSION_KEYS = {
  /** The signed policy as fetched (JWS compact). */
  policy: "chartseal.policy",
  /** The recorded `Override` (JSON). */
  override: "chartseal.override",
  /** Set: the sender asked for the message to be protected. */
  protect: "chartseal.protect",
  /** Assessments of attachments that were read already. */
  attachments: "chartseal.attachments",
} as const;

/** Keys of `roamingSettings`: 32 KB in all. */
export const SETTING_KEYS = {
  /** Last policy that verified (JWS compact). */
  lastPolicy: "chartseal.policy",
  /** ISO 8601 time of the last successful sync. */
  lastSync: "chartseal.sync",
  /** Audit entries that the server has not taken yet. */
  auditQueue: "chartseal.audit",
} as const;

/**
 * The longest signed policy (characters) that a client can keep in the mailbox for when the server is away: `roamingSettings`
 * takes 32 KB for all that we keep there.
 */
export const LARGEST_KEPT_POLICY = 18_000;

/** What the server stamps into the scripts it serves, in place of `SITE_STAMP`. */
export interface Site {
  /** Absolute origin without a trailing slash: classic Outlook has no `location` and takes no relative URL. */
  readonly origin: string;
  /** Ed25519 public keys (raw 32 bytes, base64url): the current one and the next. */
  readonly policyKeys: readonly { readonly kid: string; readonly x: string }[];
}
/** Stands in the built scripts as this very string literal until the server replaces it by the JSON of a `Site`. */
export const SITE_STAMP = "@@CHARTSEAL_SITE@@";

/** Answer of GET /api/policy. */
export interface SignedPolicy {
  readonly schema: 1;
  /** JWS compact serialisation, alg `Ed25519`, payload = the `Policy` as JSON. */
  readonly jws: string;
}

/** What Smart Alerts hands to the pane as `contextData` (JSON). Ids and counts only. */
export interface PaneContext {
  readonly schema: 1;
  /** Tells a stale context from a fresh one: Outlook on Windows may keep an old one. */
  readonly nonce: string;
  readonly action: "allow" | "protect" | "confirm" | "block";
  readonly ruleIds: readonly string[];
  readonly fault?: string;
}
