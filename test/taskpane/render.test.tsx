import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { HIDDEN } from "../../src/detect/index.ts";
import { Pane } from "../../src/taskpane/Pane.tsx";
import type { PaneProps } from "../../src/taskpane/Pane.tsx";
import type { Checked } from "../../src/taskpane/ports.ts";
import { spokenOf } from "../../src/taskpane/spoken.ts";
import { INITIAL_STATE } from "../../src/taskpane/state.ts";
import type { OverrideState, PaneState } from "../../src/taskpane/state.ts";
import { SpeechContext, speechFor } from "../../src/taskpane/use-wording.ts";
import type { Locale } from "../../src/taskpane/use-wording.ts";
import { WORDING } from "../../src/taskpane/wording.ts";
import { CLEAN, MRN, NEEDS_REASON, PROTECTED, STOPPED, checked } from "./build.ts";

const nothing = async (): Promise<void> => undefined;
const EFFECTS = { check: nothing, record: nothing, remove: nothing, canRemove: true, protect: nothing, sync: nothing };
const w = WORDING.en;

const ready = (result: Checked, override: OverrideState = { kind: "none" }): PaneState => ({
  ...INITIAL_STATE, run: 1, check: { kind: "ready", checked: result }, override,
});

/** What stands in the page, as text a person reads; tags are gone. */
function read(markup: string): string {
  return markup.replace(/<[^<>]*>/g, " ").replace(/&#x27;/g, "'").replace(/&amp;/g, "&").replace(/[ \n]+/g, " ");
}

function render(state: PaneState, locale: Locale = "en", effects: PaneProps["effects"] = EFFECTS): string {
  return renderToStaticMarkup(
    <FluentProvider theme={webLightTheme}>
      <SpeechContext value={speechFor(locale)}>
        <Pane state={state} effects={effects} version="1.2.3" dispatch={() => undefined} />
      </SpeechContext>
    </FluentProvider>,
  );
}

const RECORDED: OverrideState = { kind: "recorded", override: { digest: "d1", reason: "payment", at: "x" } };
const SETTINGS: PaneState = { ...INITIAL_STATE, view: "settings", policy: { policy: DEFAULT_POLICY, from: "built-in", problem: "POLICY_UNAVAILABLE" } };

describe("what the pane says", () => {
  const cases: readonly (readonly [string, PaneState, readonly string[], readonly string[]])[] = [
    ["loading", INITIAL_STATE, [w.banner.loading], [w.checkAgain]],
    ["clean", ready(CLEAN), [w.banner.allow, w.allowed, w.none, w.checkAgain], [w.record]],
    ["protected", ready(PROTECTED), [w.banner.protect, w.protectedHow, w.places.message, w.alsoSeen(1), w.healthTerms(1)], [w.record, w.changeHeading]],
    ["needs a reason", ready(NEEDS_REASON), [w.banner.confirm, w.reasonHeading, w.reasonHint, w.record, ...Object.values(w.reasons)], [w.recordedBody]],
    ["reason recorded", ready(NEEDS_REASON, RECORDED), [w.banner.recorded, w.recordedBody, w.reasons.payment], [w.record]],
    ["reason void", ready(NEEDS_REASON, { kind: "void" }), [w.banner.confirm, w.voided, w.record], [w.recordedBody]],
    ["reason not recorded", ready(NEEDS_REASON, { kind: "failed", code: "OUTLOOK_CALL_FAILED" }), [w.recordFailed, w.record], []],
    ["stopped", ready(STOPPED), [w.banner.block, w.changeHeading, w.change["phi-in-subject"], w.noOverride, w.places.subject], [w.record]],
    ["not checked", { ...INITIAL_STATE, check: { kind: "fault", code: "OUTLOOK_CALL_TIMEOUT" } },
      [w.banner.fault, w.faults.outlook, w.retry, "OUTLOOK_CALL_TIMEOUT"], [w.none]],
    ["settings", SETTINGS, [w.policyHeading, "Chartseal default", w.problems.offline, w.sync, w.rulesHeading, w.onFault.block, "1.2.3"], [w.banner.loading]],
    ["settings, synced", { ...SETTINGS, policy: { policy: DEFAULT_POLICY, from: "network" }, sync: { kind: "done" } }, [w.synced(1), w.sources.network], [w.problems.offline]],
    ["settings, refused", { ...SETTINGS, sync: { kind: "done", problem: "POLICY_SIGNATURE" } }, [w.problems.signature], [w.synced(1), w.problems.offline]],
  ];
  test.each(cases)("%s", (_, state, said, unsaid) => {
    const page = read(render(state));
    for (const sentence of said) expect(page).toContain(sentence);
    for (const sentence of unsaid) expect(page).not.toContain(sentence);
  });

  test("an unread attachment says why, and its name stands on the screen alone", () => {
    const state = ready(checked({
      draft: { attachments: [{ id: "1", name: "scan.pdf", size: 1, kind: "file", inline: false }] },
      assessment: { attachments: [{ status: "unread", reason: "encrypted" }] },
    }));
    expect(read(render(state))).toContain(`${w.places.attachment(1)} · scan.pdf ${w.attachmentStatus.unread} ${w.unread.encrypted}`);
    expect(spokenOf(state, w)).not.toContain("scan.pdf");
  });

  const FILE = { id: "1", name: "lists.zip", size: 1, kind: "file", inline: false } as const;
  const hidden = { ...MRN, where: { kind: "attachment", index: 0, part: 0 }, start: 0, end: 3, evidence: [{ kind: "structure", name: HIDDEN }] } as const;
  const withFile = checked({
    draft: { attachments: [FILE] },
    texts: [{
      name: "lists.zip", status: "partial", reason: "encrypted", format: "docx", misnamed: true, inner: [{ path: ["may.docx"], status: "unread", reason: "encrypted" }],
      parts: [{ format: "text", content: "MRN 1 2", place: { kind: "sheet", number: 2, name: "Ward B", hidden: true, within: ["april.xlsx"] } }],
    }],
    assessment: { phi: true, patients: 1, findings: [hidden, { ...hidden, ruleId: "account", start: 4, end: 5 }], attachments: [{ status: "partial", reason: "encrypted" }] },
  });

  test("a file says what it is, what in it was not read, and where in it a finding stands, hidden or not", () => {
    const page = read(render(ready(withFile)));
    for (const said of ["Inside april.xlsx: Sheet 2: Ward B (hidden)", w.hiddenIn.sheet, w.misnamed("a Word document"), w.innerHeading, `may.docx: ${w.unread.encrypted}`]) expect(page).toContain(said);
    expect(page.split(w.hiddenIn.sheet)).toHaveLength(2);
    const spanish = read(render(ready(withFile), "es"));
    for (const said of ["Dentro de april.xlsx: Hoja 2: Ward B", WORDING.es.hiddenIn.sheet, WORDING.es.innerHeading, WORDING.es.misnamed("un documento de Word")]) expect(spanish).toContain(said);
  });

  test("a file can be taken off where the client can, and an unread one leads to the reason while one is asked for", () => {
    const asked = read(render(ready(withFile)));
    for (const said of [w.remove, w.looked]) expect(asked).toContain(said);
    expect(render(ready(withFile))).toContain(w.removeNamed("lists.zip"));
    expect(read(render(ready(withFile, { ...RECORDED })))).not.toContain(w.looked);
    expect(read(render(ready(withFile), "en", { ...EFFECTS, canRemove: false }))).not.toContain(w.remove);
    const link = { ...withFile, draft: { ...withFile.draft, attachments: [{ ...FILE, id: "", kind: "cloud" as const }] } };
    expect(read(render(ready(link)))).not.toContain(w.remove);
  });

  const inside = (status: "scanned" | "unread", over: Partial<PaneState> = {}, protectionAsked = false): PaneState => ({
    ...ready(checked({
      protectionAsked,
      draft: { recipients: [{ address: "lee@clinic.example", field: "to" }], attachments: [FILE] },
      assessment: { attachments: [status === "scanned" ? { status } : { status, reason: "encrypted" }] },
    })),
    policy: { policy: DEFAULT_POLICY, from: "built-in" },
    ...over,
  });

  test("a file that was not read lets the sender protect the whole message, which the button says", () => {
    const page = render(inside("unread"));
    expect(page).toContain(`aria-label="${w.protectNamed("lists.zip")}"`);
    expect(w.protectNamed("x")).toContain(w.protect);
    expect(read(page)).toContain(w.protect);
    expect(read(render(inside("unread"), "es"))).toContain(WORDING.es.protect);
    expect(WORDING.es.protectNamed("x")).toContain(WORDING.es.protect);
  });

  test("it is not offered for a file in which nothing was found, for a link, without a policy that protects, or where it is protected or held already", () => {
    const none = { ...DEFAULT_POLICY, rules: [], protection: { labelOrder: [] } };
    const link = checked({ draft: { recipients: [], attachments: [{ ...FILE, kind: "cloud" }] }, assessment: { attachments: [{ status: "unread", reason: "cloud-link" }] } });
    for (const state of [
      inside("scanned"), inside("unread", { policy: { policy: none, from: "network" } }), inside("unread", { policy: undefined }), inside("unread", {}, true),
      { ...inside("unread"), check: { kind: "ready", checked: { ...link, verdict: { ...link.verdict, action: "allow" } } } } as const, ready(withFile), ready(STOPPED),
    ]) expect(read(render(state))).not.toContain(w.protect);
  });

  test("what the sender asked for is said, can be taken back, and its failure is said", () => {
    const page = read(render(inside("unread", {}, true)));
    for (const said of [w.banner.protect, "You asked for it to be protected.", w.protectedHow, w.unprotect]) expect(page).toContain(said);
    expect(read(render(ready(PROTECTED)))).not.toContain(w.unprotect);
    expect(read(render(inside("unread", { protectFailed: "ask" })))).toContain(w.protectFailed);
    expect(read(render(inside("unread", { protectFailed: "unask" }, true)))).toContain(w.unprotectFailed);
  });

  test("progress is shown file by file and said once", () => {
    const state = (done: number): PaneState => ({ ...ready(CLEAN), refreshing: "asked", reading: { read: done, of: 5 } });
    expect(read(render(state(2)))).toContain(w.reading(2, 5));
    expect(spokenOf(state(2), w)).toBe(spokenOf(state(3), w));
  });

  test("Spanish, without an English word of ours", () => {
    const page = read(render(ready(NEEDS_REASON), "es"));
    expect(page).toContain(WORDING.es.banner.confirm);
    for (const sentence of [w.banner.confirm, w.record, w.checkAgain, w.foundHeading]) expect(page).not.toContain(sentence);
  });
});

test("no identifier stands in the page in full", () => {
  for (const state of [ready(PROTECTED), ready(NEEDS_REASON), ready(STOPPED), ready(NEEDS_REASON, RECORDED), SETTINGS]) {
    expect(render(state)).not.toMatch(/00482193|Pat Sample|03\/04\/1961|555-0100|ruiz@/);
  }
});

describe("markup", () => {
  test("one h1, headings without a leap, and a polite live region", () => {
    for (const state of [ready(STOPPED), ready(NEEDS_REASON), SETTINGS]) {
      const page = render(state);
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
      expect(page).toMatch(/role="status" aria-live="polite"/);
    }
  });

  test("the panel is named by its tab", () => {
    expect(render(SETTINGS)).toMatch(/role="tabpanel" aria-labelledby="tab-settings"/);
    expect(render(SETTINGS)).toMatch(/id="tab-settings"/);
  });
});

describe("what is said aloud", () => {
  const cases: readonly (readonly [string, PaneState, string])[] = [
    ["a verdict", ready(STOPPED), w.banner.block],
    ["a check that was asked for", { ...ready(STOPPED), refreshing: "asked" }, w.checking],
    ["a quiet check says nothing new", { ...ready(STOPPED), refreshing: "quietly" }, w.banner.block],
    ["a recorded reason", ready(NEEDS_REASON, RECORDED), `${w.banner.recorded}. ${w.recordedBody}`],
    ["a void reason", ready(NEEDS_REASON, { kind: "void" }), `${w.banner.confirm}. ${w.voided}`],
    ["settings before a sync", SETTINGS, ""],
    ["a sync under way", { ...SETTINGS, sync: { kind: "running" } }, w.syncing],
    ["a sync done", { ...SETTINGS, sync: { kind: "done" } }, w.synced(1)],
    ["a sync refused", { ...SETTINGS, sync: { kind: "done", problem: "POLICY_ROLLBACK" } }, w.problems.older],
  ];
  test.each(cases)("%s", (_, state, expected) => {
    expect(spokenOf(state, w)).toBe(expected);
  });
});
