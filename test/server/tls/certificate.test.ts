import { X509Certificate } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { openDataFolder } from "../../../src/server/data-folder.ts";
import { openSelfSigned, readOwnCertificate } from "../../../src/server/tls/certificate.ts";
import { tempFolder } from "../support.ts";

const HOSTS = ["localhost", "127.0.0.1", "::1"];
const DAY = 86_400_000;
const NOW = new Date("2026-03-04T05:06:07Z");
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY);

let folder: ReturnType<typeof tempFolder>;
let paths: { readonly cert: string; readonly key: string };
beforeEach(() => {
  folder = tempFolder();
  const data = openDataFolder(folder.path);
  paths = { cert: data.certificate, key: data.certificateKey };
});
afterEach(() => folder.remove());

test("it names this machine and the given host, serves only as a server's, and runs no longer than browsers take", async () => {
  const { cert, daysLeft, selfSigned } = await openSelfSigned(paths, ["addin.example.org", ...HOSTS], NOW);
  const certificate = new X509Certificate(cert);
  expect([certificate.checkHost("localhost"), certificate.checkHost("addin.example.org")]).toEqual(["localhost", "addin.example.org"]);
  expect([certificate.checkIP("127.0.0.1"), certificate.checkIP("::1")]).toEqual(["127.0.0.1", "::1"]);
  expect([certificate.checkHost("evil.example"), certificate.ca, selfSigned]).toEqual([undefined, false, true]);
  expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect((certificate.validToDate.getTime() - certificate.validFromDate.getTime()) / DAY).toBeLessThanOrEqual(397);
  expect(certificate.validFromDate.getTime()).toBeLessThan(NOW.getTime());
  expect(daysLeft).toBe(396);
  if (process.platform !== "win32") expect([paths.cert, paths.key].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
});

test("it is kept while it is good, and made anew when it is not", async () => {
  const { cert } = await openSelfSigned(paths, HOSTS, NOW);
  expect((await openSelfSigned(paths, HOSTS, later(360))).cert).toBe(cert);
  const renewed = await openSelfSigned(paths, HOSTS, later(380));
  expect(renewed.cert).not.toBe(cert);
  const named = await openSelfSigned(paths, ["addin.example.org", ...HOSTS], later(380));
  expect(named.cert).not.toBe(renewed.cert);
  writeFileSync(paths.key, "broken");
  expect((await openSelfSigned(paths, HOSTS, later(380))).cert).not.toBe(named.cert);
});

test("the operator's own is read, and its end is counted, not judged", async () => {
  await openSelfSigned(paths, HOSTS, NOW);
  expect(readOwnCertificate(paths, NOW)).toMatchObject({ selfSigned: false, daysLeft: 396 });
  expect(readOwnCertificate(paths, later(400)).daysLeft).toBeLessThan(0);
});

test.each<[string, (other: string) => void, RegExp]>([
  ["a missing file", () => { paths = { ...paths, cert: `${paths.cert}.gone` }; }, /cert\.pem\.gone cannot be read/],
  ["text that is no certificate", () => writeFileSync(paths.cert, "canary"), /not readable PEM/],
  ["text that is no key", () => writeFileSync(paths.key, "canary"), /not readable PEM/],
  ["another certificate's key", (other) => writeFileSync(paths.key, other), /does not belong/],
])("%s of the operator's own is told in a sentence", async (_name, spoil, sentence) => {
  await openSelfSigned(paths, HOSTS, NOW);
  const other = openDataFolder(`${folder.path}/other`);
  await openSelfSigned({ cert: other.certificate, key: other.certificateKey }, HOSTS, NOW);
  spoil(readFileSync(other.certificateKey, "utf8"));
  expect(() => readOwnCertificate(paths, NOW)).toThrow(expect.objectContaining({ code: "SERVER_CERTIFICATE", message: expect.stringMatching(sentence) }));
});
