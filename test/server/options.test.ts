import { parseOptions } from "../../src/server/options.ts";

test("without any option the server is for this machine alone", () => {
  expect(parseOptions([], {})).toEqual({
    ok: true, value: { port: 8444, host: "127.0.0.1", data: "data", files: "dist/addin", trustProxy: [], auditRate: 6000 },
  });
});

test("the command line comes before the environment", () => {
  const env = { CHARTSEAL_PORT: "1", CHARTSEAL_HOST: "0.0.0.0", CHARTSEAL_TRUST_PROXY: "10.0.0.5, 10.1.0.0/16", CHARTSEAL_DATA: "", OTHER: "x" };
  const args = ["--port", "0", "--origin", "https://addin.example.org/", "--policy", "p.json", "--cert", "c.pem", "--key", "k.pem", "--files=out", "--audit-rate", "60"];
  expect(parseOptions(args, env)).toEqual({
    ok: true, value: {
      port: 0, host: "0.0.0.0", origin: "https://addin.example.org", data: "data", policy: "p.json", certificate: { cert: "c.pem", key: "k.pem" }, files: "out",
      trustProxy: ["10.0.0.5", "10.1.0.0/16"], auditRate: 60,
    },
  });
});

test.each<[readonly string[], RegExp]>([
  [["--prot", "1"], /--prot.*--help/],
  [["start"], /start.*--help/],
  [["--port"], /--port.*--help/],
  [["--port", "web"], /^--port must be a whole number from 0 to 65535\.$/],
  [["--port", "65536"], /^--port/],
  [["--port", "-1"], /--port/],
  [["--port", "8e3"], /^--port/],
  [["--origin", "http://addin.example.org"], /^--origin must be an https address/],
  [["--origin", "https://addin.example.org/x"], /^--origin/],
  [["--origin", "https://user@addin.example.org"], /^--origin/],
  [["--origin", "addin"], /^--origin/],
  [["--cert", "c.pem"], /^--cert and --key go together\.$/],
  [["--key", "k.pem"], /^--cert and --key/],
  [["--trust-proxy", "proxy.example.org"], /^--trust-proxy/],
  [["--trust-proxy", "10.0.0.0/33"], /^--trust-proxy/],
  [["--trust-proxy", "10.0.0.0/8/8"], /^--trust-proxy/],
  [["--audit-rate", "0"], /^--audit-rate/],
])("%j is refused in a sentence", (args, sentence) => {
  expect(parseOptions(args, {})).toEqual({ ok: false, problems: [expect.stringMatching(sentence)] });
});

test("help is no error", () => expect(parseOptions(["-h"], {})).toEqual({ ok: true, value: "help" }));
