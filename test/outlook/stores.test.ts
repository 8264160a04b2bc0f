import { codeOf } from "../../src/contract/index.ts";
import { connectOutlook } from "../../src/outlook/index.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";
import type { FakeOptions } from "../support/fake-office.ts";

function connect(options: FakeOptions = {}) {
  const fake = createFakeOffice(options);
  return { ...fake, port: connectOutlook({ office: fake.office, timers: createClock() }) };
}

test("session data comes back by key; what is not there is undefined, not a fault", async () => {
  const { session } = connect().port;
  expect(await session.get("k")).toBeUndefined();
  await session.set("k", "v");
  expect(await session.get("k")).toBe("v");
  await session.remove("k");
  await session.remove("k");
  expect(await session.get("k")).toBeUndefined();
});

test("session data that fails is a fault", async () => {
  const { session } = connect({ behaviours: { "sessionData.getAsync": "fail", "sessionData.setAsync": "throw" } }).port;
  expect(await session.get("k").catch(codeOf)).toBe("OUTLOOK_CALL_FAILED");
  expect(await session.set("k", "v").catch(codeOf)).toBe("OUTLOOK_CALL_FAILED");
  const { session: none } = connect({ without: ["item.sessionData"] }).port;
  expect(await none.get("k").catch(codeOf)).toBe("OUTLOOK_MEMBER_MISSING");
});

test("settings are kept in the mailbox once saved", async () => {
  const { port: { settings }, model } = connect({ model: { settings: { other: 5 } } });
  settings.set("k", "v");
  expect(settings.get("k")).toBe("v");
  expect(settings.get("other")).toBeUndefined();
  expect(model.savedSettings).toEqual({});
  await settings.save();
  expect(model.savedSettings).toEqual({ other: 5, k: "v" });
  settings.set("k", undefined);
  expect(model.settings).toEqual({ other: 5 });
});

test("a client without settings reads nothing and says so on saving", async () => {
  const { settings } = connect({ without: ["roamingSettings"] }).port;
  expect(settings.get("k")).toBeUndefined();
  settings.set("k", "v");
  expect(await settings.save().catch(codeOf)).toBe("OUTLOOK_MEMBER_MISSING");
});
