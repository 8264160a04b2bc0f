import { SITE_STAMP, type Site } from "../../src/contract/index.ts";
import { isStamped, stamp } from "../../src/server/site.ts";

const SITE: Site = { origin: "https://addin.example.org", policyKeys: [{ kid: "a$&b", x: "AA'\"`\\" }] };

test.each(['"', "'", "`"])("the stamp in %s quotes becomes a string that parses to the site", (quote) => {
  const script = `return [${quote}${SITE_STAMP}${quote}, ${quote}${SITE_STAMP}${quote}].map((text) => JSON.parse(text));`;
  expect(new Function(stamp(script, SITE))()).toEqual([SITE, SITE]);
});

test("a script without the stamp stays as it is", () => {
  expect(isStamped("const a = 1;")).toBe(false);
  expect(stamp("const a = 1;", SITE)).toBe("const a = 1;");
});
