/**
 * Links to files that lie with a file service. Outlook's "Upload and share" and every service's "Copy link" put one into the
 * text: what it leads to goes to the recipients like an attachment, but nobody read it.
 */
import type { Body } from "../contract/index.ts";
import { sectionFinder } from "../detect/index.ts";

/** A hostile body may be all links; each is looked at, but no more than so many are told. */
const MOST_LINKS = 50;
const LINK = /https?:\/\/[^\s"'<>\\^`{|}]{4,2048}/gi;

/** True where path and query, in lower case, lead to a shared file or folder; everything else is the service's own page. */
type Shares = (path: string, query: string) => boolean;

const ANYTHING: Shares = (path) => /^\/\w/.test(path);
const at = (start: RegExp): Shares => (path) => start.test(path);

const LIBRARIES = ["/shared%20documents/", "/shared documents/", "/documents/", "/documentos%20compartidos/", "/documentos/"];
const VIEWERS = ["doc.aspx", "doc2.aspx", "wopiframe.aspx", "guestaccess.aspx", "download.aspx", "onedrive.aspx", "stream.aspx"];

/** A sharing link (`/:w:/`), a viewer page, or a file in a document library; not a site's pages. */
const sharePoint: Shares = (path) => /^\/:[a-z]:\//.test(path)
  || (path.includes("/_layouts/15/") && VIEWERS.some((page) => path.endsWith(page)))
  || (LIBRARIES.some((library) => path.includes(library)) && /\.[a-z0-9]{1,8}$/.test(path));

const oneDrive: Shares = (path, query) => /(?:^|&)(?:resid|id|cid|redeem)=/.test(query) || /^\/(?:embed|redir|download|:[a-z]:)(?:\/|$)/.test(path);

const SERVICES: readonly (readonly [host: string, shares: Shares])[] = [
  ["sharepoint.com", sharePoint], ["sharepoint.us", sharePoint], ["sharepoint.cn", sharePoint], ["sharepoint-mil.us", sharePoint],
  ["1drv.ms", ANYTHING], ["onedrive.live.com", oneDrive], ["docs.live.net", ANYTHING],
  ["drive.google.com", (path, query) => /^\/(?:a\/[^/]{1,100}\/)?(?:file\/|drive\/(?:u\/\d{1,2}\/)?folders\/)/.test(path) || (/^\/(?:open|uc|folderview)$/.test(path) && query.includes("id="))],
  ["docs.google.com", at(/^\/(?:a\/[^/]{1,100}\/)?(?:document|spreadsheets|presentation|drawings|file)\/(?:u\/\d{1,2}\/)?d\//)],
  ["dropbox.com", at(/^\/(?:[slt]|sh|scl|transfer)\/\w/)], ["dropboxusercontent.com", ANYTHING], ["db.tt", ANYTHING],
  ["box.com", at(/^\/(?:s|v|file|folder|shared|embed)\/\w/)],
  ["share.icloud.com", ANYTHING], ["icloud.com", at(/^\/(?:iclouddrive|attachment|pages|numbers|keynote|photos|sharedalbum|notes)\/[#\w]/)],
  ["we.tl", ANYTHING], ["wetransfer.com", at(/^\/downloads\/\w/)],
];

/** Mail gateways and search engines put a link inside their own. */
const WRAPPERS = ["safelinks.protection.outlook.com", "google.com"];

interface Address {
  readonly host: string;
  readonly rest: string;
}

function addressOf(link: string): Address | undefined {
  const authority = /^https?:\/\/([^/?#]+)/i.exec(link);
  if (authority === null) return undefined;
  // A name and a port may stand round the host.
  const host = (authority[1] ?? "").replace(/^.*@/, "").replace(/:\d*$/, "").replace(/\.$/, "").toLowerCase();
  return { host, rest: link.slice(authority[0].length) };
}

function isAt(host: string, service: string): boolean {
  return host === service || host.endsWith(`.${service}`);
}

function queryOf(rest: string): string {
  const from = rest.indexOf("?");
  return from < 0 ? "" : rest.slice(from + 1);
}

function unwrapped(address: Address): Address {
  if (!WRAPPERS.some((wrapper) => isAt(address.host, wrapper))) return address;
  const inside = queryOf(address.rest).split("&").find((pair) => /^(?:url|q)=http/i.test(pair));
  try {
    return (inside === undefined ? undefined : addressOf(decodeURIComponent(inside.slice(inside.indexOf("=") + 1)))) ?? address;
  } catch {
    return address;
  }
}

function isShared({ host, rest }: Address): boolean {
  const lower = rest.toLowerCase();
  const path = /^[^?#]*/.exec(lower)?.[0] ?? "";
  // An album's or a file's own part may stand behind the hash alone.
  return SERVICES.some(([service, shares]) => isAt(host, service) && (shares(path, queryOf(lower)) || shares(lower, "")));
}

/** In HTML an ampersand may be written out; a sentence's own punctuation may end a bare address. */
function tidy(link: string): string {
  return link.replace(/&amp;/gi, "&").replace(/[.,;:!?)\]]{1,5}$/, "");
}

/** Host names of the shared files that the authored part of a body links to, one per distinct link. Signature and quoted thread are left out. */
export function cloudLinks(body: Body): readonly string[] {
  const links = [...body.content.matchAll(LINK)];
  if (links.length === 0) return [];
  let sectionAt: ((offset: number) => string) | undefined;
  const found = new Map<string, string>();
  for (const { 0: link, index } of links) {
    const address = addressOf(tidy(link));
    const target = address === undefined ? undefined : unwrapped(address);
    if (target === undefined || !isShared(target)) continue;
    sectionAt ??= sectionFinder(body);
    if (sectionAt(index) === "authored") found.set(`${target.host}${target.rest.split("#", 1)[0] ?? ""}`, target.host);
    if (found.size >= MOST_LINKS) break;
  }
  return [...found.values()];
}
