import { exceptionFor, valueExceptionFor } from "../../scripts/bench/case-exceptions.ts";
import { runCases } from "../../scripts/bench/cases.ts";
import type { Case } from "../../scripts/bench/cases.ts";

const given = (entity: string, text: string, values: readonly string[], more: Partial<Case> = {}): Case => ({
  id: "c", entity, text, spans: values.map((value) => [text.indexOf(value), text.indexOf(value) + value.length] as const), expectedCount: values.length, ...more,
});

describe("runCases", () => {
  test.each([
    ["a value where it is expected", given("EMAIL_ADDRESS", "write to jane.roe@mailbox.org today", ["jane.roe@mailbox.org"]), true],
    ["a value that is not there", given("EMAIL_ADDRESS", "write to jane roe today", ["jane roe"]), false],
    ["nothing where nothing is expected", given("SSN", "the number is 000-12-3456", []), true],
    ["a value where nothing is expected", given("PHONE", "call 312-555-0143", []), false],
    ["so many, wherever", given("EMAIL_ADDRESS", "jane.roe@mailbox.org", [], { expectedCount: null, minCount: 1 }), true],
    ["an entity that has no class", given("SHOE_SIZE", "43", ["43"]), false],
  ])("%s", (_, one, passed) => expect(runCases([one])).toMatchObject({ counted: 1, passed: passed ? 1 : 0 }));

  test("what a validator refuses as a whole may hold a value", () => {
    const text = "jane.roe@mailbox.org and more";
    expect(runCases([given("PERSON", text, [], { kind: "validator" })]).passed).toBe(1);
  });

  test("an exception is not counted, but its reason is", () => {
    const { counted, exceptions } = runCases([given("CURRENCY", "$5", ["$5"]), given("CURRENCY", "$6", ["$6"])]);
    expect(counted).toBe(0);
    expect([...exceptions.values()]).toEqual([2]);
  });
});

describe("exceptions", () => {
  test.each([
    ["an age up to 89", given("AGE", "is 39 yrs. old", ["39 yrs. old"])],
    ["a bare number", given("US_NPI", "1234567893", ["1234567893"])],
    ["a card that fails its check", given("CREDIT_CARD", "card 1234-5678-8765-4321", ["1234-5678-8765-4321"])],
    ["a private address", given("IP_ADDRESS", "IP 192.168.1.1", ["192.168.1.1"])],
  ])("%s", (_, one) => expect(exceptionFor(one)).toMatch(/\w/));

  test.each([
    ["an age of 93", given("AGE", "is 93 years old", ["93 years old"])],
    ["a number with its word", given("US_NPI", "NPI 1234567893", ["1234567893"])],
    ["a card that passes", given("CREDIT_CARD", "card 4111 1111 1111 1111", ["4111 1111 1111 1111"])],
    ["a public address", given("IP_ADDRESS", "IP 203.0.113.7", ["203.0.113.7"])],
    ["an unknown entity", given("SHOE_SIZE", "43", ["43"])],
  ])("not %s", (_, one) => expect(exceptionFor(one)).toBeUndefined());

  test("one value of several", () => {
    const one = given("IP_ADDRESS", "10.0.0.1 and 203.0.113.7", ["10.0.0.1", "203.0.113.7"]);
    expect([exceptionFor(one), valueExceptionFor(one, 0) === undefined, valueExceptionFor(one, 1)]).toEqual([undefined, false, undefined]);
  });
});
