import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openAddinFiles } from "../../../src/server/addin-files.ts";
import { HASHED_PLAIN, HASHED_STAMPED, openServer, ORIGIN, tempFolder, type TestServer } from "../support.ts";

let server: TestServer;
beforeEach(async () => { server = await openServer(); });
afterEach(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ method: "GET", url, headers });

test.each([
  ["/taskpane.html", "text/html; charset=utf-8", "no-cache"],
  ["/launchevent.html", "text/html; charset=utf-8", "no-cache"],
  ["/launchevent.js", "text/javascript; charset=utf-8", "no-cache"],
  ["/launchevent-page.js", "text/javascript; charset=utf-8", "no-cache"],
  ["/pdf-worker.js", "text/javascript; charset=utf-8", "no-cache"],
  ["/cmaps/UniGB-UTF16-H.bcmap", "application/octet-stream", "no-cache"],
  ["/cmaps/LICENSE.txt", "text/plain; charset=utf-8", "no-cache"],
  [`/${HASHED_PLAIN}`, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
  // Its content follows our keys, its name does not.
  [`/${HASHED_STAMPED}`, "text/javascript; charset=utf-8", "no-cache"],
  // Outlook shows a generic icon otherwise.
  ["/assets/icon-16.png", "image/png", undefined],
])("%s is served as %s, cached as %s", async (url, type, cache) => {
  const answer = await get(url);
  expect([answer.statusCode, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([200, type, cache]);
});

test.each(["/launchevent.js", `/${HASHED_STAMPED}`])("%s carries the site", async (url) => {
  const { body } = await get(url);
  const site = new Function(`${body}; return site;`)() as string;
  expect(JSON.parse(site)).toEqual({ origin: ORIGIN, policyKeys: server.keys.trusted });
});

test("the Worker may fetch from us and do nothing else; the pages' own policy is another", async () => {
  expect((await get("/pdf-worker.js")).headers["content-security-policy"]).toBe("default-src 'none'; connect-src 'self'");
  expect(String((await get("/taskpane.html")).headers["content-security-policy"])).toContain("script-src");
});

test("the tag is taken over the stamped bytes and answers 304", async () => {
  const first = await get("/launchevent.js");
  const etag = String(first.headers.etag);
  const again = await get("/launchevent.js", { "if-none-match": `"other", W/${etag}` });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
  expect((await get("/launchevent.js", { "if-none-match": '"other"' })).statusCode).toBe(200);
  expect(etag).not.toBe((await get(`/${HASHED_PLAIN}`)).headers.etag);
});

test("HEAD answers with the length and without a body", async () => {
  const answer = await server.app.inject({ method: "HEAD", url: "/taskpane.html" });
  expect([answer.statusCode, answer.body, Number(answer.headers["content-length"]) > 0]).toEqual([200, "", true]);
});

test("a new build is served without a restart", async () => {
  const before = (await get("/launchevent.js")).headers.etag;
  writeFileSync(join(server.files, "launchevent.js"), 'const next = "@@CHARTSEAL_SITE@@";\n');
  const after = await get("/launchevent.js");
  expect(after.body).toContain("const next = ");
  expect(after.headers.etag).not.toBe(before);
});

test.each([
  "/", "/assets", "/assets/", "/.hidden.js", "/assets/../.hidden.js", "/../data/policy.json", "/..%2fdata%2fpolicy.json", "/%2e%2e/data/policy.json",
  "/assets/%2e%2e/%2e%2e/data/policy.json", "/..%5cdata%5cpolicy.json", "/assets/..\\..\\data\\policy.json", "/launchevent.js%00.png", "/%00", "/notes.exe",
  "//etc/hostname.txt", "/assets//icon-16.png", "/C:/windows/win.txt", "/launchevent.js::$DATA.txt", "/link.json", "/links/policy.json",
  "/constructor", "/__proto__.js",
])("%s finds nothing", async (url) => {
  symlinkSync(server.data.policyFile, join(server.files, "link.json"));
  symlinkSync(join(server.files, "..", "data"), join(server.files, "links"));
  const answer = await get(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toEqual({ schema: 1, error: "NOT_FOUND", message: "There is nothing at this address." });
});

test("an address that cannot be decoded is refused without an echo", async () => {
  const answer = await get("/%E0%A4%A-canary");
  expect(answer.statusCode).toBe(400);
  expect(answer.body).not.toContain("canary");
});

test.each(["launchevent.js", "launchevent.html", "taskpane.html"])("a build without %s is refused in one sentence", (missing) => {
  const folder = tempFolder();
  try {
    for (const name of ["launchevent.js", "launchevent.html", "taskpane.html"]) {
      if (name !== missing) writeFileSync(join(folder.path, name), "");
    }
    const open = () => openAddinFiles(folder.path, () => ({ origin: ORIGIN, policyKeys: [] }));
    expect(open).toThrow(expect.objectContaining({ code: "SERVER_BUILD_MISSING", message: expect.stringContaining(missing) }));
  } finally {
    folder.remove();
  }
});
