/** What another reader adds to PDFs that ours cannot tell all of. */
import { checkDraft, keptFor, readAhead } from "../../src/check/index.ts";
import type { CheckResult } from "../../src/check/index.ts";
import { SESSION_KEYS } from "../../src/contract/index.ts";
import type { DoubtfulPdf, Draft, DraftReader, Policy, SecondOpinion, SecondReading, SessionStore, TextPart } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { fieldsDigest } from "../../src/outlook/index.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { japanesePdf, ruinedPdf, simplePdf, textLines } from "../support/pdf.ts";
import { zipFile } from "../support/zip.ts";

const LETTER = "Patient: Maria Gonzalez, DOB 03/14/1962, MRN 00482913. Diagnosis: type 2 diabetes mellitus. Started on metformin.";
const UNMAPPED = japanesePdf(LETTER);
const page = (content: string, number = 1): TextPart => ({ format: "text", content, place: { kind: "page", number } });

/** A second reader that tells these texts, and what becomes of it. */
function reader(parts: readonly TextPart[], whole: Promise<boolean> = Promise.resolve(true)) {
  const asked: DoubtfulPdf[] = [];
  const ended: number[] = [];
  const ask: SecondOpinion = (pdf): SecondReading => {
    const at = asked.push(pdf);
    return { parts, whole, end: () => void ended.push(at) };
  };
  return { ask, asked, ended };
}

function compose(files: Readonly<Record<string, Uint8Array>>, secondOpinion?: SecondOpinion) {
  const clock = createClock();
  const values = new Map<string, string>();
  const draft: Draft = {
    from: { address: "dr@clinic.example" }, recipients: [{ address: "friend@elsewhere.example", field: "to" }], subject: "Report", body: { format: "text", content: "See attached." },
    attachments: Object.entries(files).map(([name, { length }]) => ({ id: `id-${name}`, name, size: length, kind: "file", inline: false })),
  };
  const host: DraftReader = {
    readDraft: () => Promise.resolve(draft),
    readAttachment: ({ name }) => Promise.resolve({ content: Buffer.from(files[name] ?? "").toString("base64"), format: "base64" }),
  };
  const store: SessionStore = {
    get: (key) => Promise.resolve(values.get(key)), set: (key, value) => Promise.resolve(void values.set(key, value)), remove: (key) => Promise.resolve(void values.delete(key)),
  };
  const base = (policy: Policy) => ({ reader: host, policy, timers: clock, keyedHash: (_: string, text: string) => text, secondOpinion });
  const keep = { store, digest: fieldsDigest };
  return {
    clock, kept: () => values.get(SESSION_KEYS.attachments) ?? "",
    ahead: (policy = DEFAULT_POLICY) => readAhead({ ...base(policy), keep }),
    send: (policy = DEFAULT_POLICY): Promise<CheckResult> => checkDraft({ ...base(policy), digestOf: () => "d", remember: (read) => keptFor(read, { policy, timers: clock, keep }) }),
  };
}

const statusOf = ({ assessment }: CheckResult) => assessment.attachments.map(({ status, reason }) => [status, reason]);

test("a client without one says what it could not tell", async () => {
  const sent = await compose({ "a.pdf": UNMAPPED, "b.pdf": ruinedPdf() }).send();
  expect(statusOf(sent)).toEqual([["partial", "text-unmapped"], ["unread", "damaged"]]);
  expect(sent.assessment.phi).toBe(false);
});

test("what it tells is found, and the file is still said partly read", async () => {
  const { ask, asked, ended } = reader([page(LETTER)]);
  const sent = await compose({ "a.pdf": UNMAPPED }, ask).send();
  expect(statusOf(sent)).toEqual([["partial", "text-unmapped"]]);
  expect(sent.assessment.phi).toBe(true);
  expect(sent.texts[0]?.parts.map(({ place }) => place)).toEqual([{ kind: "page", number: 1 }, { kind: "page", number: 1 }]);
  expect(asked[0]?.bytes).toEqual(UNMAPPED);
  expect(ended).toEqual([1]);
});

test("it clears nothing: harmless text leaves reason and verdict as they were", async () => {
  const alone = await compose({ "a.pdf": UNMAPPED, "b.pdf": ruinedPdf() }).send();
  const both = await compose({ "a.pdf": UNMAPPED, "b.pdf": ruinedPdf() }, reader([page("Rota of the ward for May")]).ask).send();
  expect(statusOf(both)).toEqual([["partial", "text-unmapped"], ["partial", "damaged"]]);
  expect(both.verdict.action).toBe(alone.verdict.action);
  expect(both.verdict.reasons).toEqual(alone.verdict.reasons);
});

test("where it tells nothing, what was unread stays unread", async () => {
  expect(statusOf(await compose({ "b.pdf": ruinedPdf() }, reader([]).ask).send())).toEqual([["unread", "damaged"]]);
});

test("it is not asked about a file that was read, or that is no PDF", async () => {
  const { ask, asked } = reader([page(LETTER)]);
  await compose({ "a.pdf": simplePdf({ pages: [textLines("Rota of the ward")] }), "b.zip": Uint8Array.from([80, 75, 3, 4, 1, 2, 3, 4, 5]) }, ask).send();
  expect(asked).toEqual([]);
});

test("nor about one that our limits stopped", async () => {
  const { ask, asked } = reader([page(LETTER)]);
  const policy = { ...DEFAULT_POLICY, attachments: { unpackedMegabytes: 0.0001 } };
  expect(statusOf(await compose({ "a.pdf": UNMAPPED }, ask).send(policy))).not.toEqual([["scanned", undefined]]);
  expect(asked).toEqual([]);
});

test("a PDF in an archive is asked about too, and told of by its path", async () => {
  const { ask, asked } = reader([page(LETTER)]);
  const sent = await compose({ "a.zip": zipFile({ "lab.pdf": ruinedPdf() }) }, ask).send();
  expect(asked).toHaveLength(1);
  expect(statusOf(sent)).toEqual([["partial", "damaged"]]);
  expect(sent.texts[0]?.inner).toEqual([{ path: ["lab.pdf"], status: "partial", reason: "damaged" }]);
  expect(sent.texts[0]?.parts.at(-1)?.place).toEqual({ kind: "page", number: 1, within: ["lab.pdf"] });
  expect(sent.assessment.phi).toBe(true);
});

test("of a long archive the first few are asked about", async () => {
  const { ask, asked } = reader([]);
  await compose({ "a.zip": zipFile(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.pdf`, ruinedPdf()]))) }, ask).send();
  expect(asked).toHaveLength(5);
});

test("what ours read of the same page is not said twice", async () => {
  const cut = simplePdf({ pages: [textLines("Rota of the ward")] }).slice(0, -120);
  const own = await compose({ "a.pdf": cut }).send();
  expect(statusOf(own)).toEqual([["partial", "damaged"]]);
  const told = (own.texts[0]?.parts ?? []).map((part) => ({ ...part, content: `${part.content}\n` }));
  const same = await compose({ "a.pdf": cut }, reader(told).ask).send();
  expect(same.texts[0]?.parts).toEqual(own.texts[0]?.parts);
  const more = await compose({ "a.pdf": cut }, reader([...told, page("And more", 2)]).ask).send();
  expect(more.texts[0]?.parts.map(({ content }) => content)).toEqual(["Rota of the ward", "And more"]);
});

describe("a fault of it leaves our own answer", () => {
  const never = new Promise<boolean>(() => undefined);
  test.each<readonly [string, SecondOpinion]>([
    ["cannot be started", () => { throw new Error("no Worker"); }], ["fails", reader([], Promise.resolve(false)).ask], ["rejects", reader([], Promise.reject(new Error("gone"))).ask],
  ])("%s", async (_what, ask) => {
    expect(statusOf(await compose({ "a.pdf": UNMAPPED }, ask).send())).toEqual([["partial", "text-unmapped"]]);
  });

  test("that hangs is ended when the time for the file is up; what it told before counts", async () => {
    const { ask, ended } = reader([page(LETTER)], never);
    const mail = compose({ "a.pdf": UNMAPPED }, ask);
    let sent: CheckResult | undefined;
    void mail.send({ ...DEFAULT_POLICY, attachments: { secondsPerFile: 3 } }).then((result) => (sent = result));
    await mail.clock.advance(2_900);
    expect([sent, ended]).toEqual([undefined, []]);
    await mail.clock.advance(200);
    expect(ended).toEqual([1]);
    expect(sent?.assessment.phi).toBe(true);
  });

  test("never holds up the draft beyond the time for all files", async () => {
    const mail = compose({ "a.pdf": UNMAPPED, "b.pdf": ruinedPdf() }, reader([], never).ask);
    let sent: CheckResult | undefined;
    void mail.send({ ...DEFAULT_POLICY, attachments: { secondsPerFile: 60, secondsInAll: 5 } }).then((result) => (sent = result));
    await mail.clock.advance(5_100);
    expect(sent && statusOf(sent)).toEqual([["partial", "text-unmapped"], ["unread", "damaged"]]);
  });
});

describe("kept with the draft", () => {
  test("what it told while the mail was written holds at Send, without asking again", async () => {
    const { ask, asked } = reader([page(LETTER)]);
    const mail = compose({ "a.pdf": UNMAPPED }, ask);
    await mail.ahead();
    const sent = await mail.send();
    const anew = await compose({ "a.pdf": UNMAPPED }, reader([page(LETTER)]).ask).send();
    expect(asked).toHaveLength(1);
    expect(sent.texts).toEqual([undefined]);
    expect({ ...sent, texts: undefined }).toEqual({ ...anew, texts: undefined });
    expect(mail.kept()).not.toMatch(/Gonzalez|00482913/);
  });

  test("what it was kept from telling is asked again", async () => {
    let tries = 0;
    const ask: SecondOpinion = (pdf) => reader(tries++ === 0 ? [] : [page(LETTER)], Promise.resolve(tries > 1)).ask(pdf);
    const mail = compose({ "a.pdf": UNMAPPED }, ask);
    await mail.ahead();
    expect((await mail.send()).assessment.phi).toBe(true);
  });
});
