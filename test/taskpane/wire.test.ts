import { SESSION_KEYS, SETTING_KEYS } from "../../src/contract/index.ts";
import type { Fetch } from "../../src/contract/index.ts";
import type { PaneEvent, PanePorts } from "../../src/taskpane/ports.ts";
import { createPorts } from "../../src/taskpane/wire.ts";
import { createClock, settled } from "../support/fake-office-clock.ts";
import type { Clock } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";
import type { FakeOffice, FakeOptions } from "../support/fake-office.ts";
import { NEEDS_REASON } from "./build.ts";

const SITE = { origin: "https://addin.example.org", policyKeys: [] };
const CANARY = "Quillfeather-7731";

interface Rig {
  readonly ports: PanePorts;
  readonly fake: FakeOffice;
  readonly clock: Clock;
  readonly sent: readonly string[];
  focus(): void;
  changeScheme(): void;
}

function listeners() {
  let all: readonly (() => void)[] = [];
  return {
    addEventListener: (_: string, heard: () => void) => {
      all = [...all, heard];
    },
    removeEventListener: (_: string, heard: () => void) => {
      all = all.filter((one) => one !== heard);
    },
    raise: () => all.forEach((heard) => heard()),
  };
}

function rig(options: FakeOptions = {}, status = 200, systemDark = false): Rig {
  const fake = createFakeOffice(options);
  const clock = createClock();
  const sent: string[] = [];
  const onFocus = listeners();
  const onScheme = listeners();
  const fetch: Fetch = async (url, init) => {
    sent.push(`${init?.method ?? ""} ${url} ${init?.body ?? ""}`);
    if (status === 0) throw new TypeError("offline");
    return { ok: status === 200, status, text: async () => "{}" };
  };
  const ports = createPorts({
    office: fake.office,
    timers: clock,
    window: { ...onFocus, matchMedia: () => ({ ...onScheme, matches: systemDark }) },
    fetch,
    random: () => 0.5,
    site: SITE,
    version: "1.2.3",
  });
  return { ports, fake, clock, sent, focus: onFocus.raise, changeScheme: onScheme.raise };
}

describe("check", () => {
  test("judges the open draft by the policy in use, and says when", async () => {
    const { ports, clock } = rig();
    const result = await ports.check();
    expect(result.verdict.action).toBe("allow");
    expect(result).toMatchObject({ policyVersion: 1, at: new Date(clock.now()).toISOString() });
    expect(await ports.digest()).toBe(result.digest);
  });

  test.each(["subject.getAsync", "body.getAsync", "to.getAsync", "getAttachmentsAsync"])("%s that fails is a fault, not a clean draft", async (call) => {
    const { ports } = rig({ behaviours: { [call]: "fail" } });
    await expect(ports.check()).rejects.toMatchObject({ code: "OUTLOOK_CALL_FAILED" });
  });

  test("a recorded reason does not change what the pane shows of the message itself", async () => {
    const first = rig({ model: { attachments: [{ id: "1", name: "scan.png", attachmentType: "cloud" }] } });
    const { digest, verdict } = await first.ports.check();
    expect(verdict.action).toBe("confirm");
    first.fake.model.session[SESSION_KEYS.override] = JSON.stringify({ digest, reason: "treatment", at: "x" });
    expect((await first.ports.check()).verdict.action).toBe("confirm");
  });
});

describe("recordOverride", () => {
  test("tells the ledger first, then binds the reason to the draft", async () => {
    const { ports, fake, sent, clock } = rig();
    const override = await ports.recordOverride(NEEDS_REASON, "patient-request");
    expect(override).toEqual({ digest: "d1", reason: "patient-request", at: new Date(clock.now()).toISOString() });
    expect(await ports.readOverride()).toEqual(override);
    expect(JSON.parse(fake.model.session[SESSION_KEYS.override] ?? "")).toEqual(override);
    const [post] = sent;
    expect(post).toMatch(/^POST https:\/\/addin\.example\.org\/api\/audit /);
    const { entries } = JSON.parse(post!.replace(/^\S+ \S+ /, "")) as { readonly entries: readonly object[] };
    expect(entries).toEqual([expect.objectContaining({
      event: "override", action: "confirm", outcome: "held", override: "patient-request", policyVersion: 1, counts: NEEDS_REASON.verdict.counts,
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
    })]);
  });

  test("is kept for later when the server is away, and the reason counts", async () => {
    const { ports, fake } = rig({}, 0);
    await ports.recordOverride(NEEDS_REASON, "payment");
    expect(await ports.readOverride()).toMatchObject({ reason: "payment" });
    expect(String(fake.model.savedSettings[SETTING_KEYS.auditQueue])).toContain('"override":"payment"');
  });

  test("a reason that the draft did not take is no reason", async () => {
    const { ports } = rig({ behaviours: { "sessionData.setAsync": "fail" } });
    await expect(ports.recordOverride(NEEDS_REASON, "payment")).rejects.toMatchObject({ code: "OUTLOOK_CALL_FAILED" });
  });

  test("nothing of the draft goes to the ledger, the session or the mailbox", async () => {
    const body = `<p>Pat ${CANARY}, MRN ${CANARY}, has type 2 diabetes.</p>`;
    const attachments = [{ id: "1", name: `${CANARY}.pdf`, attachmentType: "cloud" }] as const;
    for (const status of [200, 0, 422]) {
      const { ports, fake, sent } = rig({ model: { body, subject: CANARY, to: [`${CANARY}@elsewhere.example`], attachments }, errorText: CANARY }, status);
      const result = await ports.check();
      await ports.recordOverride(result, "treatment");
      await ports.sync();
      await ports.flush();
      expect(JSON.stringify([sent, fake.model.session, fake.model.settings, fake.model.savedSettings])).not.toContain(CANARY);
    }
  });
});

describe("readOverride", () => {
  const good = { digest: "d1", reason: "treatment", at: "x" };
  const cases: readonly (readonly [string, string | undefined, object | undefined])[] = [
    ["nothing", undefined, undefined],
    ["a reason", JSON.stringify(good), good],
    ["no JSON", "{", undefined],
    ["null", "null", undefined],
    ["a reason that is none of ours", JSON.stringify({ ...good, reason: "because" }), undefined],
    ["no digest", JSON.stringify({ ...good, digest: 1 }), undefined],
  ];
  test.each(cases)("%s", async (_, kept, expected) => {
    const { ports } = rig({ model: { session: kept === undefined ? {} : { [SESSION_KEYS.override]: kept } } });
    expect(await ports.readOverride()).toEqual(expected);
  });
});

test("hears Outlook and the window until told to stop", async () => {
  const { ports, fake, focus, changeScheme } = rig();
  const heard: PaneEvent[] = [];
  const stop = ports.listen((event) => heard.push(event));
  await settled();
  fake.raise("RecipientsChanged");
  fake.raise("AttachmentsChanged");
  focus();
  changeScheme();
  stop();
  fake.raise("RecipientsChanged");
  focus();
  changeScheme();
  expect(heard).toEqual(["recipients", "attachments", "focus", "theme"]);
});

test("Office's theme comes before the system's", () => {
  const { fake, ports } = rig({}, 200, true);
  expect(ports.isDark()).toBe(true);
  Object.assign(fake.office.context ?? {}, { officeTheme: { bodyBackgroundColor: "#ffffff" } });
  expect(ports.isDark()).toBe(false);
});

test("every calls until stopped", async () => {
  const { ports, clock } = rig();
  let ticks = 0;
  const stop = ports.every(3000, () => {
    ticks += 1;
  });
  await clock.advance(7000);
  expect(ticks).toBe(2);
  stop();
  await clock.advance(7000);
  expect(ticks).toBe(2);
  expect(clock.pending()).toBe(0);
});

test.each([["es-MX", "es"], ["en-GB", "en"], ["fr-FR", "en"]])("Outlook in %s makes a pane in %s", (displayLanguage, locale) => {
  expect(rig({ model: { displayLanguage } }).ports.locale).toBe(locale);
});

test("protection that is asked for shows in the next check, and can be taken back", async () => {
  const { ports, fake } = rig();
  const before = (await ports.check()).verdict.action;
  await ports.protect(true);
  const asked = await ports.check();
  expect([before, asked.verdict.action, asked.verdict.reasons[0]?.code, Object.keys(fake.model.headers)]).toEqual(["allow", "protect", "asked", ["X-Chartseal-Protect"]]);
  await ports.protect(false);
  expect([(await ports.check()).verdict.action, fake.model.headers]).toEqual(["allow", {}]);
});

describe("taking an attachment off", () => {
  const files = [{ id: "1", name: "a.txt", content: "eA==", size: 1 }, { id: "2", name: "b.txt", content: "eA==", size: 1 }];
  test("finds it again by name and size, since ids change", async () => {
    const { ports, fake } = rig({ model: { attachments: files } });
    const checked = await ports.check();
    fake.model.attachments = files.map((file) => ({ ...file, id: `new-${file.id}` }));
    await ports.removeAttachment(checked, 1);
    expect(fake.model.attachments.map(({ name }) => name)).toEqual(["a.txt"]);
    await ports.removeAttachment(checked, 1);
    expect(fake.model.attachments.map(({ name }) => name)).toEqual(["a.txt"]);
  });
  test("is not offered where Outlook lacks it", async () => {
    const { ports } = rig({ model: { attachments: files }, without: ["item.removeAttachmentAsync"] });
    expect(ports.canRemoveAttachment()).toBe(false);
    await expect(ports.removeAttachment(await ports.check(), 0)).rejects.toMatchObject({ code: "OUTLOOK_MEMBER_MISSING" });
  });
});

test("a second check reads no file anew that has not changed", async () => {
  const text = Buffer.from("Patient Maria Lopez, MRN 00482913, has asthma.").toString("base64");
  const { ports } = rig({ model: { attachments: [{ id: "1", name: "a.txt", content: text, size: 46 }] } });
  const first = await ports.check();
  const second = await ports.check();
  expect(second.texts[0]).toBe(first.texts[0]);
  expect(second.assessment).toEqual(first.assessment);
});
