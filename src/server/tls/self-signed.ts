import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { isIP } from "node:net";
import {
  BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, PemConverter,
  SubjectAlternativeNameExtension, X509CertificateGenerator,
} from "@peculiar/x509";

const DAY = 86_400_000;
/** Browsers refuse certificates that run longer than 398 days. */
const VALID_DAYS = 397;

/** Makes an ECDSA P-256 certificate for these host names and addresses, signed by itself; both halves in PEM. */
export async function makeSelfSigned(hosts: readonly string[], now: Date): Promise<{ readonly cert: string; readonly key: string }> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  // Typed as the library types it; it is Node's own object.
  const crypto = webcrypto as unknown as Crypto;
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  // A client whose clock is an hour behind shall not meet a certificate from the future.
  const notBefore = new Date(now.getTime() - DAY / 24);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${hosts[0] ?? "localhost"}, O=Chartseal self-signed`,
    notBefore,
    notAfter: new Date(notBefore.getTime() + VALID_DAYS * DAY),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: isIP(value) === 0 ? "dns" : "ip", value }) as const)),
    ],
  }, crypto);
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { cert: `${certificate.toString("pem")}\n`, key: `${PemConverter.encode(pkcs8, "PRIVATE KEY")}\n` };
}
