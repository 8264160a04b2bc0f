import { DEFAULT_POLICY, isWebmail, recipientClass } from "../../src/decide/index.ts";
import { canonicalDomain } from "../../src/decide/domains.ts";
import { toPunycode } from "../../src/decide/punycode.ts";
import type { Audience } from "../../src/contract/index.ts";

const policy = {
  insideDomains: ["clinic.example", "bücher.example"],
  partnerDomains: ["lab.example", "imaging.clinic.example"],
  webmailDomains: DEFAULT_POLICY.webmailDomains,
};
const noInside = { ...policy, insideDomains: [], partnerDomains: [] };

describe("recipientClass with named inside domains", () => {
  const cases: readonly (readonly [address: string, expected: Audience, why: string])[] = [
    ["ann@clinic.example", "internal", "the domain itself"],
    ["ann@ward.clinic.example", "internal", "a subdomain"],
    ["ANN@Clinic.EXAMPLE", "internal", "case"],
    ["  ann@clinic.example ", "internal", "blanks around"],
    ["ann@clinic.example.", "internal", "a trailing dot"],
    ["ann@clinic.example..", "outside", "two trailing dots are no domain"],
    ["ann@evilclinic.example", "outside", "a suffix that is not a subdomain"],
    ["ann@clinic.example.evil.example", "outside", "the inside domain as a prefix"],
    ["ann@cl1nic.example", "outside", "a look-alike"],
    ["ann@cliniс.example", "outside", "a Cyrillic letter"],
    ["ann@BÜCHER.example", "internal", "internationalised, upper case"],
    ["ann@xn--bcher-kva.example", "internal", "the same in punycode"],
    ["ann@clinic\u3002example", "internal", "an ideographic full stop"],
    ["ann@x\u2024clinic.example", "outside", "a leader dot is not a dot"],
    ["ann@lab.example", "partner", "a partner"],
    ["ann@mail.lab.example", "partner", "below a partner"],
    ["ann@imaging.clinic.example", "partner", "the longer domain wins"],
    ["ann@example", "outside", "one label"],
    ["\"Ann ann@clinic.example\" <ann@evil.example>", "outside", "a display name that claims to be inside"],
    ["ann@clinic.example <ann@evil.example>", "outside", "an address before an address"],
    ["ann@evil.example,ann@clinic.example", "outside", "two addresses"],
    ["ann@evil.example;ann@clinic.example", "outside", "two addresses, Outlook's separator"],
    ["\"ann@evil.example\"@clinic.example", "outside", "a quoted local part"],
    ["ann@evil.example@clinic.example", "outside", "two signs"],
    ["ann@clinic.example@evil.example", "outside", "two signs, the inside first"],
    ["ann@evil.example\n@clinic.example", "outside", "a line break"],
    ["ann\u200B@clinic.example", "outside", "an invisible character"],
    ["ann\u202E@clinic.example", "outside", "a direction mark"],
    ["ann@[192.0.2.1]", "outside", "an address literal"],
    ["ann@192.0.2.1", "outside", "digits"],
    ["@clinic.example", "outside", "no local part"],
    ["ann@", "outside", "no domain"],
    ["ann", "outside", "no sign"],
    ["", "outside", "empty"],
    ["/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=ann", "outside", "an Exchange name that was not resolved"],
    [`${"a".repeat(65)}@clinic.example`, "outside", "a local part that is too long"],
    [`ann@${"a.".repeat(130)}clinic.example`, "outside", "a domain that is too long"],
    ["ann@cl_inic.clinic.example", "outside", "an underscore"],
    ["ann@-clinic.example", "outside", "a leading hyphen"],
  ];
  test.each(cases)("%j is %s: %s", (address, expected) => {
    expect(recipientClass(address, { sender: "x@other.example", policy })).toBe(expected);
  });
});

describe("recipientClass without inside domains", () => {
  const cases: readonly (readonly [sender: string | undefined, address: string, expected: Audience, why: string])[] = [
    ["reed@clinic.example", "ann@clinic.example", "internal", "the sender's own domain"],
    ["reed@clinic.example", "ann@ward.clinic.example", "internal", "below the sender's domain"],
    ["reed@ward.clinic.example", "ann@clinic.example", "outside", "above the sender's domain may be another organisation"],
    ["reed@clinic.example", "ann@other.example", "outside", "another domain"],
    ["reed@gmail.com", "ann@gmail.com", "outside", "a neighbour at a webmail provider"],
    ["reed@gmail.com", "Reed@Gmail.com", "internal", "himself at a webmail provider"],
    ["reed@mail.yahoo.com", "ann@mail.yahoo.com", "outside", "a neighbour below a webmail provider"],
    [undefined, "ann@clinic.example", "outside", "no sender known"],
    ["reed", "reed", "outside", "a malformed sender makes nobody inside"],
    ["a@evil.example <reed@clinic.example>", "ann@clinic.example", "outside", "a sender with a display name in the address"],
  ];
  test.each(cases)("from %j, %j is %s: %s", (sender, address, expected) => {
    expect(recipientClass(address, { sender, policy: noInside })).toBe(expected);
  });
});

test.each([
  ["ann@gmail.com", true], ["ann@YAHOO.co.uk", true], ["ann@hotmail.com", true], ["ann@live.com", true], ["ann@outlook.com", true],
  ["ann@icloud.com", true], ["ann@me.com", true], ["ann@aol.com", true], ["ann@gmx.net", true], ["ann@proton.me", true],
  ["ann@comcast.net", true], ["ann@att.net", true], ["ann@verizon.net", true], ["ann@tampabay.rr.com", true],
  ["ann@notgmail.com", false], ["ann@gmail.com.evil.example", false], ["ann@clinic.example", false], ["gmail.com", false],
])("isWebmail %s: %s", (address, expected) => {
  expect(isWebmail(address, DEFAULT_POLICY)).toBe(expected);
});

test("the webmail list is canonical and holds nothing twice", () => {
  const list = DEFAULT_POLICY.webmailDomains;
  expect(list.map(canonicalDomain)).toEqual(list);
  expect(new Set(list).size).toBe(list.length);
});

// Samples of RFC 3492 section 7.1 and IDN registries.
test.each([
  ["bücher", "xn--bcher-kva"], ["münchen", "xn--mnchen-3ya"], ["他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"],
  ["3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"], ["ñandú", "xn--and-6ma2c"], ["plain", "plain"], ["😀", "xn--e28h"],
])("punycode of %s", (label, expected) => {
  expect(toPunycode(label)).toBe(expected);
});

test("punycode agrees with the platform's URL on many labels", () => {
  for (let seed = 1; seed < 400; seed++) {
    const label = Array.from({ length: 1 + (seed % 9) }, (_, i) => String.fromCodePoint((seed * (i + 3)) % 5 === 0 ? 97 + (seed % 26) : 0x430 + ((seed * 7 + i * 13) % 32))).join("");
    expect(toPunycode(label)).toBe(new URL(`http://${label}.example`).hostname.replace(/\.example$/, ""));
  }
});
