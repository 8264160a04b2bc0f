import { readSite } from "../../src/client/index.ts";
import { SITE_STAMP } from "../../src/contract/index.ts";

const SITE = { origin: "https://addin.clinic.example", policyKeys: [{ kid: "k1", x: "AAAA" }] };

test("reads what the server stamps", () => {
  expect(readSite(JSON.stringify(SITE))).toEqual(SITE);
});

test.each([
  SITE_STAMP, "", "null", "[]", "{}", JSON.stringify({ ...SITE, origin: "http://addin.clinic.example" }), JSON.stringify({ ...SITE, origin: `${SITE.origin}/` }),
  JSON.stringify({ ...SITE, policyKeys: "none" }), JSON.stringify({ ...SITE, policyKeys: [{ kid: 1, x: "A" }] }), JSON.stringify({ origin: SITE.origin }),
])("takes no site from %p", (stamp) => {
  expect(readSite(stamp)).toBeUndefined();
});
