import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { AppError } from "../../contract/index.ts";
import { writePrivate } from "../data-folder.ts";

/** A certificate and its private key in PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
  readonly selfSigned: boolean;
  /** Whole days until it expires; negative when it has. */
  readonly daysLeft: number;
}

export interface CertificatePaths {
  readonly cert: string;
  readonly key: string;
}

const DAY = 86_400_000;
const RENEW_BELOW_DAYS = 30;

/** Reads the operator's own certificate. Throws `SERVER_CERTIFICATE` with a sentence when it cannot be used. */
export function readOwnCertificate({ cert, key }: CertificatePaths, now: Date): TlsFiles {
  return read({ cert, key }, now, false);
}

/**
 * Reads the self-signed certificate, or makes one: at first start, when fewer than 30 days are left, when it lacks a host name
 * that it needs, or when its files do not belong together.
 */
export async function openSelfSigned({ cert, key }: CertificatePaths, hosts: readonly string[], now: Date): Promise<TlsFiles> {
  if (existsSync(cert) && existsSync(key) && stillGood({ cert, key }, hosts, now)) return read({ cert, key }, now, true);
  // Loaded only here: an operator with a certificate of his own never needs this library.
  const { makeSelfSigned } = await import("./self-signed.ts");
  const made = await makeSelfSigned(hosts, now);
  writePrivate(key, made.key);
  writePrivate(cert, made.cert);
  return read({ cert, key }, now, true);
}

function stillGood(paths: CertificatePaths, hosts: readonly string[], now: Date): boolean {
  try {
    const { cert, daysLeft } = read(paths, now, true);
    const certificate = new X509Certificate(cert);
    return daysLeft >= RENEW_BELOW_DAYS && hosts.every((host) => certificate.checkHost(host) ?? certificate.checkIP(host));
  } catch {
    return false;
  }
}

function read({ cert: certPath, key: keyPath }: CertificatePaths, now: Date, selfSigned: boolean): TlsFiles {
  const cert = readPem(certPath);
  const key = readPem(keyPath);
  let certificate: X509Certificate;
  let belongs: boolean;
  try {
    certificate = new X509Certificate(cert);
    belongs = certificate.checkPrivateKey(createPrivateKey(key));
  } catch (cause) {
    throw new AppError("SERVER_CERTIFICATE", `The certificate ${certPath} or its key ${keyPath} is not readable PEM, or the key has a passphrase.`, { cause });
  }
  if (!belongs) throw new AppError("SERVER_CERTIFICATE", `The key ${keyPath} does not belong to the certificate ${certPath}.`);
  const daysLeft = Math.floor((certificate.validToDate.getTime() - now.getTime()) / DAY);
  return { cert, key, selfSigned, daysLeft };
}

function readPem(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new AppError("SERVER_CERTIFICATE", `The file ${path} cannot be read.`, { cause });
  }
}
