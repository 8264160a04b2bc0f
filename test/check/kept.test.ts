/** What is read while a mail is written, and used at Send. */
import { checkDraft, keptFor, readAhead } from "../../src/check/index.ts";
import type { CheckResult } from "../../src/check/index.ts";
import { pack, unpack } from "../../src/check/pack.ts";
import { SESSION_KEYS } from "../../src/contract/index.ts";
import type { AttachmentInfo, Draft, DraftReader, Policy, SessionStore } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { assessAttachment } from "../../src/detect/index.ts";
import { fieldsDigest } from "../../src/outlook/index.ts";
import { createClock } from "../support/fake-office-clock.ts";

const LETTER = "Patient: Maria Gonzalez, DOB 03/14/1962, MRN 00482913. Diagnosis: type 2 diabetes mellitus. Started on metformin.";
const ROTA = "Rota of the ward for May";
const keyedHash = (_key: string, text: string): string => text;
const file = (name: string, changes: Partial<AttachmentInfo> = {}): AttachmentInfo => ({ id: `id-${name}`, name, size: 10, kind: "file", inline: false, ...changes });

function roster(rows: number, salt: number): string {
  return ["name\tdob\tmrn\tdx", ...Array.from({ length: rows }, (_, n) => `Maria Lopez\t0${(n % 9) + 1}/14/19${50 + (n % 40)}\t${salt + n * 37}\tE11.9 type 2 diabetes`)].join("\n");
}

/** A draft whose files a test may change between events, and the store that lives with it. */
function compose(files: Readonly<Record<string, string>>, changes: Partial<Draft> = {}) {
  const clock = createClock();
  const contents = new Map(Object.entries(files));
  const values = new Map<string, string>();
  const asked: string[] = [];
  const draft = (): Draft => ({
    from: { address: "dr@clinic.example" }, recipients: [{ address: "friend@elsewhere.example", field: "to" }], subject: "Report", body: { format: "text", content: "See attached." },
    attachments: [...contents.keys()].map((name) => file(name)), ...changes,
  });
  const reader: DraftReader = {
    readDraft: () => Promise.resolve(draft()),
    readAttachment({ name }) {
      asked.push(name);
      return Promise.resolve({ content: Buffer.from(contents.get(name) ?? "").toString("base64"), format: "base64" });
    },
  };
  const store: SessionStore = {
    get: (key) => Promise.resolve(values.get(key)), set: (key, value) => Promise.resolve(void values.set(key, value)), remove: (key) => Promise.resolve(void values.delete(key)),
  };
  const keep = { store, digest: fieldsDigest };
  const base = (policy: Policy) => ({ reader, policy, timers: clock, keyedHash });
  return {
    contents, values, asked, store, reader,
    kept: () => values.get(SESSION_KEYS.attachments) ?? "",
    ahead: (policy = DEFAULT_POLICY) => readAhead({ ...base(policy), keep }),
    send: (policy = DEFAULT_POLICY): Promise<CheckResult> => checkDraft({ ...base(policy), digestOf: () => "d", remember: (read) => keptFor(read, { policy, timers: clock, keep }) }),
    sendAnew: (policy = DEFAULT_POLICY): Promise<CheckResult> => checkDraft({ ...base(policy), digestOf: () => "d" }),
  };
}

/** Whether each attachment was taken as kept. */
const taken = ({ texts }: CheckResult): readonly boolean[] => texts.map((text) => text === undefined);

test("what was read ahead is not worked out again at Send, and the verdict is the same", async () => {
  const mail = compose({ "letter.txt": LETTER, "rota.txt": ROTA, "roster.csv": roster(30, 10_000_000) });
  await mail.ahead();
  const sent = await mail.send();
  const anew = await mail.sendAnew();
  expect(taken(sent)).toEqual([true, true, true]);
  expect({ ...sent, texts: undefined }).toEqual({ ...anew, texts: undefined });
  expect(sent).toMatchObject({ assessment: { phi: true }, verdict: { action: "confirm" } });
});

test("of files that come one by one, each is read once", async () => {
  const mail = compose({ "a.txt": LETTER });
  await mail.ahead();
  mail.contents.set("b.txt", ROTA);
  await mail.ahead();
  await mail.ahead();
  expect(mail.asked).toEqual(["a.txt", "b.txt"]);
  expect(taken(await mail.send())).toEqual([true, true]);
});

test("a file of the same name, id and size but other content is read again at Send", async () => {
  const mail = compose({ "a.txt": ROTA });
  await mail.ahead();
  mail.contents.set("a.txt", LETTER);
  const sent = await mail.send();
  expect(taken(sent)).toEqual([false]);
  expect(sent.assessment.phi).toBe(true);
});

test.each<readonly [string, (policy: Policy) => Policy]>([
  ["another version of the policy", (policy) => ({ ...policy, version: policy.version + 1 })], ["other limits", (policy) => ({ ...policy, attachments: { depth: 1 } })],
])("%s: read again", async (_what, change) => {
  const mail = compose({ "a.txt": LETTER });
  await mail.ahead();
  expect(taken(await mail.send(change(DEFAULT_POLICY)))).toEqual([false]);
});

test("other people: read again, and judged for them", async () => {
  const recipients = [{ address: "x@elsewhere.example", field: "to" as const }];
  const mail = compose({ "a.txt": "Maria Gonzalez asked about asthma." }, { recipients });
  await mail.ahead();
  const again = compose({ "a.txt": "Maria Gonzalez asked about asthma." }, { recipients: [{ address: "x@elsewhere.example", name: "Maria Gonzalez", field: "to" }] });
  for (const [key, value] of mail.values) again.values.set(key, value);
  const sent = await again.send();
  expect(taken(sent)).toEqual([false]);
  expect(sent.assessment.findings.filter(({ part }) => part === "A").map(({ role }) => role)).toEqual(["recipient"]);
});

test.each<readonly [string, (kept: string) => string]>([
  ["cut", (kept) => kept.slice(0, -20)], ["empty", () => ""], ["no JSON", () => "0123456789abcdef{"], ["changed in one place", (kept) => kept.replace('"scanned', '"scanner').replace("scanned", "partial")],
])("a kept text that is %s is as none", async (_what, spoil) => {
  const mail = compose({ "a.txt": LETTER });
  await mail.ahead();
  mail.values.set(SESSION_KEYS.attachments, spoil(mail.kept()));
  const sent = await mail.send();
  expect(taken(sent)).toEqual([false]);
  expect(sent.assessment.phi).toBe(true);
});

test("a store that fails stops nothing", async () => {
  const mail = compose({ "a.txt": LETTER });
  mail.store.get = () => Promise.reject(new Error("away"));
  mail.store.set = () => Promise.reject(new Error("away"));
  await expect(mail.ahead()).resolves.toBeUndefined();
  expect((await mail.send()).assessment.phi).toBe(true);
});

test("two events at once: what either read counts or is read again, and the verdict is the same", async () => {
  const mail = compose({ "a.txt": LETTER, "b.txt": ROTA });
  await Promise.all([mail.ahead(), mail.ahead()]);
  expect(taken(await mail.send())).toEqual([true, true]);
});

test("what is kept is small, whatever the files are, and leaves the largest out first", async () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`roster-${k}.csv`, roster(400, 10_000_000 * (k + 1))]));
  const mail = compose({ ...files, "letter.txt": LETTER });
  mail.values.set(SESSION_KEYS.policy, "p".repeat(15_000));
  await mail.ahead();
  expect(mail.kept().length).toBeLessThan(33_000);
  const took = taken(await mail.send());
  expect(took.at(-1)).toBe(true);
  expect(took.filter(Boolean).length).toBeGreaterThan(1);
  expect(took.filter(Boolean).length).toBeLessThan(13);
});

test("not a word of a file or its name is kept", async () => {
  const canary = "Zyxwvut";
  const mail = compose({ [`${canary}.txt`]: `Patient: ${canary} Qwertop, MRN 00482913. Diagnosis: asthma.` });
  await mail.ahead();
  expect(mail.kept().length).toBeGreaterThan(300);
  for (const word of [canary, canary.toLowerCase(), "Qwertop", "qwertop", "00482913", Buffer.from(canary).toString("base64")]) expect(mail.kept()).not.toContain(word);
});

test("a file that ran out of time is not kept", async () => {
  const mail = compose({ "a.txt": "word ".repeat(1_500_000) });
  const clock = createClock();
  let ticks = 0;
  const slow = { ...clock, now: () => (ticks += 1) * 3_000 };
  await readAhead({ reader: mail.reader, policy: DEFAULT_POLICY, timers: slow, keyedHash, keep: { store: mail.store, digest: fieldsDigest } });
  expect(taken(await mail.send())).toEqual([false]);
});

test("packed and unpacked, an assessment is what it was", () => {
  const parts = [{ format: "text" as const, content: `${LETTER}\n${roster(300, 20_000_000)}` }, { format: "text" as const, content: LETTER, place: { kind: "note" as const, hidden: true } }];
  const assessed = assessAttachment({ name: "Lopez.docx", status: "partial", reason: "image", format: "docx", misnamed: true, parts }, { recipients: [] });
  const packed = JSON.stringify(pack(assessed));
  expect(unpack(JSON.parse(packed) as ReturnType<typeof pack>)).toEqual(assessed);
  expect(packed.length * 2).toBeLessThan(JSON.stringify(assessed).length);
});
