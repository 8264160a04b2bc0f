import { LABELS } from "../../src/simulator/host/labels.ts";
import { callMethod } from "../../src/simulator/host/methods.ts";
import type { MethodTools } from "../../src/simulator/host/methods.ts";
import { createStore, firstState } from "../../src/simulator/host/state.ts";
import type { Fault, Message } from "../../src/simulator/host/state.ts";

const USER = { name: "Ann", address: "ann@clinic.example" };

function open(message: Partial<Message> = {}, faults: readonly Fault[] = []): MethodTools {
  const first = firstState(USER, "Block");
  const store = createStore({ ...first, message: { ...first.message, ...message }, settings: { ...first.settings, faults } });
  let ids = 0;
  return { store, newId: () => `id-${(ids += 1)}`, htmlToText: (html) => html.replace(/<[^>]{1,20}>/g, "") };
}

const data = (value?: unknown) => ({ kind: "data", data: value });
const error = (code: number) => ({ kind: "error", code });

test("a body is converted where the other form is asked for", () => {
  const html = open({ format: "html", body: "<p>a</p>" });
  expect(callMethod(37, { coercionType: 3 }, html)).toEqual(data("<p>a</p>"));
  expect(callMethod(37, { coercionType: 0 }, html)).toEqual(data("a"));
  const text = open({ format: "text", body: "a < b\nc" });
  expect(callMethod(37, { coercionType: 0 }, text)).toEqual(data("a < b\nc"));
  expect(callMethod(37, { coercionType: 3 }, text)).toEqual(data("<html><body><div>a &lt; b<br>c</div></body></html>"));
});

test("recipients outside the sender's domain are external", () => {
  const tools = open({ to: [{ name: "T", address: "t@CLINIC.example" }, { name: "O", address: "o@other.example" }] });
  const answer = callMethod(15, { recipientField: 0 }, tools);
  expect(answer).toMatchObject({ data: [{ recipientType: 2 }, { recipientType: 3 }] });
});

test("headers read back whatever the case of their name", () => {
  const tools = open();
  callMethod(152, { internetHeaderNameValuePairs: { "X-One": "1" } }, tools);
  expect(callMethod(151, { internetHeaderKeys: ["x-one"] }, tools)).toEqual(data({ "X-One": "1" }));
  callMethod(153, { internetHeaderKeys: ["X-One"] }, tools);
  expect(callMethod(151, { internetHeaderKeys: ["X-One"] }, tools)).toEqual(data({}));
});

test("a parent label, an unknown label and a full session are refused", () => {
  const tools = open();
  const parent = LABELS.find(({ children }) => children !== null);
  expect(callMethod(10002, { sensitivityLabel: parent?.id }, tools)).toEqual(error(9031));
  expect(callMethod(10002, { sensitivityLabel: "unknown" }, tools)).toEqual(error(9031));
  expect(callMethod(185, { name: "a", value: "x".repeat(50_000) }, tools)).toEqual(error(9051));
  expect(callMethod(186, { name: "a" }, tools)).toEqual(error(9050));
});

test("at most five notices, each key once", () => {
  const tools = open();
  for (const key of ["a", "b", "c", "d", "e"]) expect(callMethod(33, { key, type: 0, message: "m" }, tools)).toEqual(data());
  expect(callMethod(33, { key: "a", type: 0, message: "m" }, tools)).toEqual(error(9023));
  expect(callMethod(33, { key: "f", type: 0, message: "m" }, tools)).toEqual(error(9025));
  expect(callMethod(36, { key: "f" }, tools)).toEqual(error(9024));
});

test("an unknown call is refused", () => {
  expect(callMethod(9_999, {}, open())).toEqual(error(5000));
});

test.each<[Fault, number, unknown, unknown]>([
  ["body-fails", 37, { coercionType: 3 }, error(9020)],
  ["body-never-answers", 37, { coercionType: 3 }, { kind: "silence" }],
  ["attachment-empty", 150, { id: "any" }, data({ content: "", format: "base64" })],
  ["header-fails", 152, { internetHeaderNameValuePairs: { a: "b" } }, error(9020)],
  ["label-fails", 10002, { sensitivityLabel: "" }, error(9020)],
])("fault %s", (fault, id, params, answer) => {
  const tools = open({}, [fault]);
  expect(callMethod(id, params, tools)).toEqual(answer);
  expect(tools.store.get().message.headers).toEqual({});
});
