import { connectOutlook } from "../../src/outlook/index.ts";
import { createClock, settled } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";
import type { FakeOptions } from "../support/fake-office.ts";

function connect(options: FakeOptions = {}) {
  const fake = createFakeOffice(options);
  return { ...fake, port: connectOutlook({ office: fake.office, timers: createClock() }) };
}

describe("the context from Smart Alerts", () => {
  const context = { schema: 1, nonce: "n1", action: "block", ruleIds: ["phi-in-subject"] };
  test("is read when it is one", async () => {
    const { port } = connect({ model: { initializationContext: JSON.stringify(context) } });
    expect(await port.paneContext()).toEqual(context);
  });
  test.each(["", "{", "null", "[]", '"text"', '{"schema":2}', JSON.stringify({ ...context, action: "send" }), JSON.stringify({ ...context, ruleIds: [1] })])(
    "is absent for %p", async (initializationContext) => {
      const { port } = connect({ model: { initializationContext } });
      expect(await port.paneContext()).toBeUndefined();
    },
  );
  test("is absent where it cannot be read", async () => {
    expect(await connect({ behaviours: { getInitializationContextAsync: "fail" } }).port.paneContext()).toBeUndefined();
    expect(await connect({ without: ["item.getInitializationContextAsync"] }).port.paneContext()).toBeUndefined();
  });
});

test("locale is the display language, English where Outlook does not say or throws", () => {
  expect(connect({ model: { displayLanguage: "es-MX" } }).port.locale()).toBe("es-MX");
  expect(connect({ model: { displayLanguage: "" } }).port.locale()).toBe("en");
  const throwing = { get context(): never { throw new Error("gone"); } };
  expect(connectOutlook({ office: throwing, timers: createClock() }).locale()).toBe("en");
});

test.each([["#ffffff", false], ["#1f1f1f", true], ["292929", true], [undefined, undefined], ["white", undefined]] as const)(
  "a background of %p means dark: %p", (bodyBackgroundColor, dark) => {
    const office = { context: bodyBackgroundColor === undefined ? {} : { officeTheme: { bodyBackgroundColor } } };
    expect(connectOutlook({ office, timers: createClock() }).isHostDark()).toBe(dark);
  },
);

test("changes are heard until listening stops", async () => {
  const { port, raise } = connect();
  const heard: string[] = [];
  const stop = port.listen((event) => heard.push(event));
  await settled();
  for (const type of ["RecipientsChanged", "AttachmentsChanged", "InitializationContextChanged", "OfficeThemeChanged"]) raise(type);
  expect(heard).toEqual(["recipients", "attachments", "context", "theme"]);
  stop();
  raise("RecipientsChanged");
  expect(heard).toHaveLength(4);
});

test("a client without events, or without an item, is listened to in vain", async () => {
  connectOutlook({ office: { context: { mailbox: { item: null } } }, timers: createClock() }).listen(() => undefined)();
  connect({ behaviours: { addHandlerAsync: "throw" } }).port.listen(() => undefined)();
  await settled();
});
