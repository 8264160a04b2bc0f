import { openServer, ORIGIN, type TestServer } from "./support.ts";

let server: TestServer;
beforeEach(async () => { server = await openServer(); });
afterEach(() => server.close());

test("classic Outlook finds the handler's whole address in the well-known file", async () => {
  const answer = await server.app.inject({ method: "GET", url: "/.well-known/microsoft-officeaddins-allowed.json" });
  expect([answer.statusCode, answer.json()]).toEqual([200, { allowed: [`${ORIGIN}/launchevent.js`] }]);
  expect(answer.headers["content-type"]).toContain("application/json");
});

test.each([
  [ORIGIN, ORIGIN],
  // Classic Outlook's engine.
  [`${ORIGIN}/`, `${ORIGIN}/`],
  ["https://evil.example", undefined],
  [`${ORIGIN}.evil.example`, undefined],
  [`${ORIGIN}//`, undefined],
  ["http://addin.example.org", undefined],
  ["null", undefined],
])("a request from %s is allowed as %s", async (origin, allowed) => {
  const answer = await server.app.inject({ method: "GET", url: "/api/policy", headers: { origin } });
  expect([answer.statusCode, answer.headers["access-control-allow-origin"]]).toEqual([200, allowed]);
  const preflight = await server.app.inject({
    method: "OPTIONS", url: "/api/audit", headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
  });
  expect(preflight.headers["access-control-allow-origin"]).toBe(allowed);
  expect(preflight.headers["access-control-allow-credentials"]).toBeUndefined();
  if (allowed) {
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers["access-control-allow-methods"]).toContain("POST");
    expect(preflight.headers["access-control-allow-headers"]).toContain("content-type");
  }
});

test("a page may load office.js and stand in Outlook's frames, and talk to us alone", async () => {
  const { headers } = await server.app.inject({ method: "GET", url: "/taskpane.html" });
  const policy = Object.fromEntries(String(headers["content-security-policy"]).split(";").map((part) => {
    const [name = "", ...values] = part.trim().split(" ");
    return [name, values];
  }));
  expect(policy["script-src"]).toEqual(expect.arrayContaining(["'self'", "https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"]));
  expect(policy["script-src"]).not.toEqual(expect.arrayContaining(["'unsafe-inline'"]));
  expect(policy["script-src"]).not.toEqual(expect.arrayContaining(["'unsafe-eval'"]));
  expect(policy["style-src"]).toEqual(["'self'", "'unsafe-inline'"]);
  expect(policy["connect-src"]).toEqual(["'self'"]);
  expect(policy["worker-src"]).toEqual(["'self'"]);
  expect(policy["frame-ancestors"]).toEqual(expect.arrayContaining(["'self'", "https://outlook.office.com", "https://*.cloud.microsoft"]));
  expect(headers["x-frame-options"]).toBeUndefined();
  expect(headers["x-content-type-options"]).toBe("nosniff");
  // Outlook's own pages show our icons.
  expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
});

test("browsers are told to keep to https for a real host, never for localhost", async () => {
  const ask = async () => (await server.app.inject({ method: "GET", url: "/livez" })).headers["strict-transport-security"];
  expect(await ask()).toBeUndefined();
  await server.close();
  server = await openServer({ strictTransport: true });
  expect(await ask()).toBe("max-age=31536000");
});
