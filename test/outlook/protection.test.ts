import { codeOf, PROTECT_HEADER, PROTECT_VALUE } from "../../src/contract/index.ts";
import { connectOutlook } from "../../src/outlook/index.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";
import type { Behaviour, FakeOptions } from "../support/fake-office.ts";

const WEAK = "aaaaaaaa-0000-4000-8000-000000000001";
const WANTED = "aaaaaaaa-0000-4000-8000-000000000002";
const STRONG = "aaaaaaaa-0000-4000-8000-000000000003";
const FOREIGN = "ffffffff-0000-4000-8000-00000000000f";
const REQUEST = { labelId: WANTED, labelOrder: [WEAK, WANTED, STRONG] };

function connect(options: FakeOptions = {}) {
  const fake = createFakeOffice({ ...options, model: { labels: [WEAK, WANTED, STRONG], ...options.model } });
  const clock = createClock();
  const port = connectOutlook({ office: fake.office, timers: clock });
  const ended = async <T>(work: Promise<T>): Promise<T | string> => {
    const end = work.catch(codeOf);
    await clock.advance(60_000);
    return end;
  };
  return { ...fake, port, ended };
}

describe("protection that the sender asks for", () => {
  test("sets the header at once and is remembered until it is taken back", async () => {
    const { port, model, ended } = connect();
    expect(await ended(port.isProtectionAsked())).toBe(false);
    await ended(port.askProtection());
    expect([model.headers, model.label, await ended(port.isProtectionAsked())]).toEqual([{ [PROTECT_HEADER]: PROTECT_VALUE }, "", true]);
    await ended(port.unaskProtection());
    expect([model.headers, await ended(port.isProtectionAsked())]).toEqual([{}, false]);
  });

  test("that cannot be had is not remembered", async () => {
    const { port, model, ended } = connect({ behaviours: { "internetHeaders.setAsync": "fail" } });
    expect(await ended(port.askProtection())).toBe("PROTECTION_NOT_APPLIED");
    expect(model.session).toEqual({});
  });

  test("a wish that cannot be read is not taken for none; a client that keeps none has none", async () => {
    const failing = connect({ behaviours: { "sessionData.getAsync": "fail" } });
    expect(await failing.ended(failing.port.isProtectionAsked())).toBe("OUTLOOK_CALL_FAILED");
    const lacking = connect({ without: ["item.sessionData"] });
    expect(await lacking.ended(lacking.port.isProtectionAsked())).toBe(false);
  });
});

describe("the label", () => {
  const cases: readonly [string, FakeOptions, string, string][] = [
    ["is set where there is none", {}, "applied", WANTED],
    ["is set over a weaker one", { model: { label: WEAK } }, "applied", WANTED],
    ["counts where it is on already, whatever its case", { model: { label: WANTED.toUpperCase() } }, "already", WANTED.toUpperCase()],
    ["never takes the place of a stronger one", { model: { label: STRONG } }, "kept", STRONG],
    ["never takes the place of one whose strength is unknown", { model: { label: FOREIGN } }, "kept", FOREIGN],
    ["is set over the all-zero GUID, which is no label", { model: { label: "00000000-0000-0000-0000-000000000000" } }, "applied", WANTED],
    ["needs the item's member", { without: ["item.sensitivityLabel"] }, "unavailable", ""],
    ["needs the catalog's member", { without: ["sensitivityLabelsCatalog"] }, "unavailable", ""],
    ["needs an enabled catalog", { model: { labelsEnabled: false } }, "unavailable", ""],
    ["fails where this user does not have it", { model: { labels: [WEAK] } }, "failed", ""],
    ["fails where the current one cannot be read: it may be stronger", { behaviours: { "sensitivityLabel.getAsync": "fail" } }, "failed", ""],
    ["fails where setting it is never answered", { behaviours: { "sensitivityLabel.setAsync": "never" } }, "failed", ""],
    ["fails where it does not read back", { behaviours: { "sensitivityLabel.setAsync": { value: undefined } } }, "failed", ""],
  ];
  test.each(cases)("%s", async (_name, options, label, left) => {
    const { port, model, ended } = connect(options);
    expect(await ended(port.protect(REQUEST))).toEqual({ header: true, label });
    expect(model.label).toBe(left);
    expect(model.headers).toEqual({ [PROTECT_HEADER]: PROTECT_VALUE });
  });

  test("is left alone where the policy maps none", async () => {
    const { port, calls, ended } = connect();
    expect(await ended(port.protect({ labelOrder: [] }))).toEqual({ header: true, label: "not-asked" });
    expect(calls.filter((name) => name.startsWith("sensitivityLabel"))).toEqual([]);
  });

  test("outside the policy's order does not replace another: nobody said that it is stronger", async () => {
    const { port, ended } = connect({ model: { label: WEAK } });
    expect(await ended(port.protect({ labelId: WANTED, labelOrder: [WEAK] }))).toMatchObject({ label: "kept" });
  });
});

describe("the header", () => {
  const cases: readonly [string, Behaviour][] = [
    ["internetHeaders.setAsync", "fail"], ["internetHeaders.setAsync", "throw"], ["internetHeaders.setAsync", "never"],
    ["internetHeaders.setAsync", { value: undefined }], ["internetHeaders.getAsync", "fail"], ["internetHeaders.getAsync", "empty"],
    ["internetHeaders.getAsync", "never"], ["internetHeaders.getAsync", { value: { [PROTECT_HEADER]: "other" } }],
  ];
  test.each(cases)("%s that behaves as %p means that nothing is protected", async (call, behaviour) => {
    const { port, ended } = connect({ behaviours: { [call]: behaviour } });
    expect(await ended(port.protect(REQUEST))).toBe("PROTECTION_NOT_APPLIED");
  });

  test("a client without headers cannot protect", async () => {
    const { port, ended } = connect({ without: ["item.internetHeaders"] });
    expect(await ended(port.protect(REQUEST))).toBe("PROTECTION_NOT_APPLIED");
  });

  test("reads back under any capitalisation", async () => {
    const { port, ended } = connect({ behaviours: { "internetHeaders.getAsync": { value: { [PROTECT_HEADER.toLowerCase()]: ` ${PROTECT_VALUE}` } } } });
    expect(await ended(port.protect(REQUEST))).toMatchObject({ header: true });
  });
});

describe("a mail that needs no protection", () => {
  test("loses a header left from before", async () => {
    const { port, model, ended } = connect({ model: { headers: { [PROTECT_HEADER]: PROTECT_VALUE, "X-Other": "1" } } });
    await ended(port.clearProtection());
    expect(model.headers).toEqual({ "X-Other": "1" });
  });

  test("is not touched without one", async () => {
    const { port, calls, ended } = connect();
    await ended(port.clearProtection());
    expect(calls).toEqual(["internetHeaders.getAsync"]);
  });

  test.each(["fail", "throw", "never", "empty"] as const)("is not held up by headers that behave as %p", async (behaviour) => {
    const { port, ended } = connect({ behaviours: { "internetHeaders.getAsync": behaviour } });
    expect(await ended(port.clearProtection())).toBeUndefined();
  });
});
