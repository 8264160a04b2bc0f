import { openServer, writePolicy, type TestServer } from "../support.ts";

let server: TestServer;
beforeEach(async () => { server = await openServer(); });
afterEach(() => server.close());

const get = async (url: string) => {
  const answer = await server.app.inject({ method: "GET", url });
  return { status: answer.statusCode, body: answer.json<unknown>() };
};

test("a server that works is live and ready", async () => {
  expect(await get("/livez")).toEqual({ status: 200, body: { schema: 1, live: true } });
  expect(await get("/readyz")).toEqual({ status: 200, body: { schema: 1, ready: true, database: "ok", policy: { version: 1 } } });
});

test("a broken policy file is told, and does not take the server out of service", async () => {
  writePolicy(server.data.policyFile, "{");
  const broken = { schema: 1, ready: true, database: "ok", policy: { version: 1, fault: "SERVER_POLICY_FILE" } };
  expect(await get("/readyz")).toEqual({ status: 200, body: broken });
  writePolicy(server.data.policyFile, { version: 2 });
  expect(await get("/readyz")).toEqual({ status: 200, body: { schema: 1, ready: true, database: "ok", policy: { version: 2 } } });
});

test("without its database the server is live and not ready", async () => {
  await server.store.close();
  expect((await get("/livez")).status).toBe(200);
  expect(await get("/readyz")).toMatchObject({ status: 503, body: { ready: false, database: "SERVER_DATABASE" } });
});
