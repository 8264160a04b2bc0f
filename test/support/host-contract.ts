/**
 * What any host of the add-in must do, told in Office calls alone. The same cases run against the typed fake and against the
 * simulator, so that the fake cannot drift from Microsoft's own client code.
 */

export interface HostAttachment {
  readonly name: string;
  readonly base64: string;
}

/** What is in the compose window before the first call. */
export interface HostDraft {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly attachments: readonly HostAttachment[];
  /** GUIDs of the labels on offer. */
  readonly labels: readonly string[];
}

export interface CallResult {
  readonly status: "succeeded" | "failed";
  readonly value?: unknown;
  readonly code?: number;
}

export interface ConnectedHost {
  /** Calls a member below `Office.context` by its path; a name that ends in `Async` gets a callback. Arguments and values are JSON. */
  call(member: string, ...args: readonly unknown[]): Promise<CallResult>;
  close(): Promise<void>;
}

/** Runs where `Office.context` lives. It refers to nothing outside itself, so that a page can be handed its text. */
export function callMember(context: unknown, member: string, args: readonly unknown[]): Promise<CallResult> {
  const names = member.split(".");
  const name = names.pop() ?? "";
  let holder = context as Record<string, unknown>;
  for (const one of names) holder = holder[one] as Record<string, unknown>;
  const run = holder[name] as (...all: unknown[]) => unknown;
  if (!name.endsWith("Async")) return Promise.resolve({ status: "succeeded", value: run.apply(holder, [...args]) });
  return new Promise((resolve) => {
    run.apply(holder, [...args, (result: { status: unknown; value: unknown; error?: { code?: number } | null }) => {
      if (result.status === "succeeded") resolve({ status: "succeeded", value: result.value });
      else resolve({ status: "failed", ...(typeof result.error?.code === "number" ? { code: result.error.code } : {}) });
    }]);
  });
}

const LABEL = "11111111-2222-4333-8444-555555555555";
const HEADER = "X-Chartseal-Contract";

export const CONTRACT_DRAFT: HostDraft = {
  from: "dr.rivera@clinic.example",
  to: ["ana@partner.example", "ben@elsewhere.example"],
  cc: ["cho@clinic.example"],
  bcc: [],
  subject: "Staff rota",
  html: "<p>The rota for <b>next week</b> is attached.</p>",
  attachments: [{ name: "rota.txt", base64: "TW9uZGF5LCBUdWVzZGF5" }],
  labels: [LABEL],
};

/** Defines the cases. `connect` opens a fresh compose window with the draft. */
export function hostContract(name: string, connect: (draft: HostDraft) => Promise<ConnectedHost>): void {
  describe(`${name} as a host`, () => {
    let host: ConnectedHost;
    const item = (member: string, ...args: readonly unknown[]) => host.call(`mailbox.item.${member}`, ...args);

    beforeEach(async () => {
      host = await connect(CONTRACT_DRAFT);
    });
    afterEach(() => host.close());

    test("subject is the text as typed", async () => {
      expect(await item("subject.getAsync")).toEqual({ status: "succeeded", value: CONTRACT_DRAFT.subject });
    });

    test("body as HTML keeps the markup", async () => {
      const { status, value } = await item("body.getAsync", "html");
      expect(status).toBe("succeeded");
      expect(value).toContain("<b>next week</b>");
    });

    test("from and recipients come with addresses, by field and in order", async () => {
      expect(await item("from.getAsync")).toMatchObject({ status: "succeeded", value: { emailAddress: CONTRACT_DRAFT.from } });
      for (const field of ["to", "cc", "bcc"] as const) {
        const { value } = await item(`${field}.getAsync`);
        expect((value as { emailAddress: string }[]).map(({ emailAddress }) => emailAddress)).toEqual(CONTRACT_DRAFT[field]);
      }
    });

    test("attachments are listed, and their content comes as base64", async () => {
      const { value } = await item("getAttachmentsAsync");
      const [first] = value as { id: string; name: string; attachmentType: string; isInline: boolean; size: number }[];
      expect(first).toMatchObject({ name: "rota.txt", attachmentType: "file", isInline: false });
      expect(typeof first?.size).toBe("number");
      expect(await item("getAttachmentContentAsync", first?.id)).toMatchObject({
        status: "succeeded", value: { content: CONTRACT_DRAFT.attachments[0]?.base64, format: "base64" },
      });
    });

    test("the content of an unknown attachment is an error", async () => {
      expect(await item("getAttachmentContentAsync", "no-such-id")).toEqual({ status: "failed", code: 9003 });
    });

    test("an attachment that is taken off is gone; an unknown one is an error", async () => {
      const { value } = await item("getAttachmentsAsync");
      const [first] = value as { id: string }[];
      expect(await item("removeAttachmentAsync", "no-such-id")).toEqual({ status: "failed", code: 9008 });
      expect(await item("removeAttachmentAsync", first?.id)).toMatchObject({ status: "succeeded" });
      expect(await item("getAttachmentsAsync")).toMatchObject({ status: "succeeded", value: [] });
    });

    test("a header reads back until it is removed", async () => {
      expect(await item("internetHeaders.getAsync", [HEADER])).toEqual({ status: "succeeded", value: {} });
      await item("internetHeaders.setAsync", { [HEADER]: "yes" });
      expect(await item("internetHeaders.getAsync", [HEADER])).toEqual({ status: "succeeded", value: { [HEADER]: "yes" } });
      await item("internetHeaders.removeAsync", [HEADER]);
      expect(await item("internetHeaders.getAsync", [HEADER])).toEqual({ status: "succeeded", value: {} });
    });

    test("session data keeps text by key; a key that is not there is an error", async () => {
      expect(await item("sessionData.getAsync", "contract")).toEqual({ status: "failed", code: 9050 });
      await item("sessionData.setAsync", "contract", "kept");
      expect(await item("sessionData.getAsync", "contract")).toEqual({ status: "succeeded", value: "kept" });
      await item("sessionData.removeAsync", "contract");
      expect((await item("sessionData.getAsync", "contract")).status).toBe("failed");
    });

    test("settings are local until saved", async () => {
      expect((await host.call("roamingSettings.get", "contract")).value ?? undefined).toBeUndefined();
      await host.call("roamingSettings.set", "contract", "kept");
      expect(await host.call("roamingSettings.get", "contract")).toEqual({ status: "succeeded", value: "kept" });
      expect((await host.call("roamingSettings.saveAsync")).status).toBe("succeeded");
    });

    test("labels: on offer, none at first, set by GUID, an unknown GUID refused", async () => {
      expect(await host.call("sensitivityLabelsCatalog.getIsEnabledAsync")).toEqual({ status: "succeeded", value: true });
      expect((await item("sensitivityLabel.getAsync")).value ?? "").toBe("");
      expect((await item("sensitivityLabel.setAsync", "00000000-dead-4000-8000-000000000000")).status).toBe("failed");
      expect((await item("sensitivityLabel.setAsync", LABEL)).status).toBe("succeeded");
      expect(await item("sensitivityLabel.getAsync")).toEqual({ status: "succeeded", value: LABEL });
    });

    test("a pane that no dialog opened has an empty context", async () => {
      expect((await item("getInitializationContextAsync")).value ?? "").toBe("");
    });
  });
}
