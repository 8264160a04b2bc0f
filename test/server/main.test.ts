import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { connect } from "node:tls";
import { openDataFolder } from "../../src/server/data-folder.ts";
import { openSelfSigned } from "../../src/server/tls/certificate.ts";
import { makeSelfSigned } from "../../src/server/tls/self-signed.ts";
import { entry, tempFolder, writeBuild, writePolicy } from "./support.ts";

/** The real program, as an operator starts it. */
const MAIN = join(__dirname, "..", "..", "src", "server", "main.ts");

let folder: ReturnType<typeof tempFolder>;
let data: string;
let files: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = tempFolder();
  data = join(folder.path, "data");
  files = join(folder.path, "addin");
  writeBuild(files);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  folder.remove();
});

interface Run {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** The address, once it is printed. */
  readonly listening: Promise<string>;
  readonly exit: Promise<number | null>;
  /** Resolves when the text stands in the log. */
  says(text: string): Promise<void>;
}

function start(...args: readonly string[]): Run {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder.path, env: { PATH: process.env["PATH"] ?? "" } });
  children.push(child);
  const output = { stdout: "", stderr: "" };
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (bytes: Buffer) => {
      output.stdout += bytes.toString();
      const address = /^Chartseal server: (\S+)\n/.exec(output.stdout)?.[1];
      if (address !== undefined) resolve(address);
    });
    void exit.then((code) => reject(new Error(`exit ${code}: ${output.stderr}`)));
  });
  listening.catch(() => undefined);
  child.stderr.on("data", (bytes: Buffer) => { output.stderr += bytes.toString(); });
  const says = async (text: string): Promise<void> => {
    while (!output.stderr.includes(text)) await once(child.stderr, "data");
  };
  return { child, output, listening, exit, says };
}

const serve = (...args: readonly string[]): Run => start("--port", "0", "--data", data, "--files", files, ...args);

const pemBody = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, "");

/** The certificate that the server shows to a new connection, base64. */
function shownBy(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(address).port), rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().raw.toString("base64"));
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

/** Over TLS, trusting nothing but the certificate in the data folder. */
function call(url: string, body?: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      ca: readFileSync(join(data, "tls", "cert.pem")), agent: false, method: body === undefined ? "GET" : "POST", headers: { "content-type": "application/json" },
    }, (answer) => {
      let text = "";
      answer.on("data", (bytes: Buffer) => { text += bytes.toString(); });
      answer.on("end", () => resolve({ status: answer.statusCode, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

test("it starts on an empty folder, serves over TLS, stops on a signal, and remembers", async () => {
  const first = serve();
  const address = await first.listening;
  expect(address).toMatch(/^https:\/\/localhost:[1-9]\d*$/);
  expect((await call(`${address}/readyz`)).status).toBe(200);
  const script = (await call(`${address}/launchevent.js`)).body;
  expect(JSON.parse(new Function(`${script}; return site;`)() as string)).toMatchObject({ origin: address, policyKeys: [{ kid: expect.any(String) }] });
  const policy = (await call(`${address}/api/policy`)).body;
  const batch = JSON.stringify({ schema: 1, entries: [entry(1)] });
  expect(JSON.parse((await call(`${address}/api/audit`, batch)).body)).toEqual({ schema: 1, stored: 1, duplicates: 0 });
  first.child.kill("SIGTERM");
  expect(await first.exit).toBe(0);
  expect(first.output.stdout).toBe(`Chartseal server: ${address}\n`);
  expect(first.output.stderr).toContain('"event":"stopped"');

  const second = serve();
  const again = await second.listening;
  expect((await call(`${again}/api/policy`)).body).toBe(policy);
  expect(JSON.parse((await call(`${again}/api/audit`, batch)).body)).toEqual({ schema: 1, stored: 0, duplicates: 1 });
  second.child.kill("SIGINT");
  expect(await second.exit).toBe(0);
}, 60_000);

(process.platform === "win32" ? test.skip : test)("a renewed certificate is taken without a restart, a broken one is not", async () => {
  const made = openDataFolder(join(folder.path, "made"));
  const own = { cert: made.certificate, key: made.certificateKey };
  const first = (await openSelfSigned(own, ["localhost"], new Date())).cert;
  const run = serve("--cert", own.cert, "--key", own.key);
  const address = await run.listening;
  expect(await shownBy(address)).toBe(pemBody(first));
  const { cert, key } = await makeSelfSigned(["localhost"], new Date());
  writeFileSync(own.cert, "broken");
  run.child.kill("SIGUSR2");
  await run.says('"event":"certificate-refused"');
  expect(await shownBy(address)).toBe(pemBody(first));
  writeFileSync(own.cert, cert);
  writeFileSync(own.key, key);
  run.output.stderr = "";
  run.child.kill("SIGUSR2");
  await run.says('"event":"certificate"');
  expect(await shownBy(address)).toBe(pemBody(cert));
}, 60_000);

test("what was answered survives a kill", async () => {
  const first = serve();
  const address = await first.listening;
  expect((await call(`${address}/api/audit`, JSON.stringify({ schema: 1, entries: [entry(1), entry(2)] }))).status).toBe(200);
  first.child.kill("SIGKILL");
  await first.exit;
  const second = serve();
  const answer = await call(`${await second.listening}/api/audit`, JSON.stringify({ schema: 1, entries: [entry(1), entry(2), entry(3)] }));
  expect(JSON.parse(answer.body)).toEqual({ schema: 1, stored: 1, duplicates: 2 });
}, 60_000);

test("a port in use", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  try {
    await expectRefusal(start("--port", String(port), "--data", data, "--files", files), 1, `Port ${port} is taken by another program. Stop it, or choose another port with --port.`);
  } finally {
    other.close();
  }
}, 60_000);

test("an address that is not this machine's", () => expectRefusal(serve("--host", "192.0.2.1"), 1, /^The server cannot listen on 192\.0\.2\.1, port 0/), 60_000);

// A file in the folder's place, since permissions do not stop root.
test("a data folder that cannot be written", async () => {
  writeFileSync(data, "");
  await expectRefusal(serve(), 1, `The data folder ${data} cannot be written: a file stands in its place.`);
}, 60_000);

test("a broken policy file", async () => {
  const policy = join(folder.path, "policy.json");
  writePolicy(policy, '{\n  "schema": 1,\n}');
  await expectRefusal(serve("--policy", policy), 1, `The policy file ${policy} cannot be used: it is not valid JSON (line 3 column 1).`);
}, 60_000);

test("a policy file that is not there", async () => {
  const policy = join(folder.path, "nowhere.json");
  await expectRefusal(serve("--policy", policy), 1, `The policy file ${policy} cannot be used: it is not there.`);
}, 60_000);

test("a missing build", async () => {
  rmSync(join(files, "taskpane.html"));
  await expectRefusal(serve(), 1, new RegExp(`^The add-in's files are not in ${files}: taskpane\\.html is missing\\. Run "npm run build", or name their folder with --files\\.$`));
}, 60_000);

test("a certificate that is not there", () => expectRefusal(serve("--cert", "c.pem", "--key", "k.pem"), 1, "The file c.pem cannot be read."), 60_000);

test("an unknown option", () => expectRefusal(serve("--prot"), 2, "Unknown option '--prot'. Run with --help to see the options."), 60_000);

/** The program stops with this code, says nothing on stdout, and one sentence besides its log lines: no stack trace. */
async function expectRefusal(run: Run, code: number, sentence: string | RegExp): Promise<void> {
  expect(await run.exit).toBe(code);
  const said = run.output.stderr.split("\n").filter((line) => line !== "" && !line.startsWith('{"time":'));
  expect([run.output.stdout, said]).toEqual(["", [typeof sentence === "string" ? sentence : expect.stringMatching(sentence)]]);
  expect(run.output.stderr).not.toMatch(/"event":"fault"|\bat \S+:\d+:\d+/);
}
