import type { FastifyCorsOptions } from "@fastify/cors";
import type { FastifyHelmetOptions } from "@fastify/helmet";
import { OFFICE_JS_URL, type Site } from "../contract/index.ts";

/** Where office.js loads from, and the Microsoft Ajax library that it asks for by a fixed address. */
const OFFICE_JS_HOSTS = [
  new URL(OFFICE_JS_URL).origin, "https://appsforoffice.microsoft.com", "https://officeapis.public.onecdn.static.microsoft", "https://ajax.aspnetcdn.com",
];

/** Pages that may hold ours in a frame: Outlook on the web and new Outlook, in the worldwide and the US government clouds. */
const OUTLOOK_HOSTS = [
  "https://outlook.office.com", "https://outlook.office365.com", "https://outlook.live.com", "https://*.cloud.microsoft",
  "https://*.office.com", "https://*.office365.com", "https://*.office365.us", "https://webmail.apps.mil",
];

/**
 * Headers that hold a page down without cutting it off from Outlook.
 * @param strictTransport whether to tell browsers to use https for this host from now on. Never for `localhost`: it would catch
 * every other program on the developer's machine.
 */
export function helmetOptions(strictTransport: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...new Set(OFFICE_JS_HOSTS)],
        // Without it, a Worker might come from where scripts may.
        workerSrc: ["'self'"],
        // Fluent UI writes its styles into the page at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:"],
        // Our own API alone: what office.js would report to Microsoft is refused.
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'self'", ...OUTLOOK_HOSTS],
      },
    },
    strictTransportSecurity: strictTransport ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Says one origin at most, and Outlook has many; frame-ancestors takes its place.
    xFrameOptions: false,
    // Outlook's own pages show our icons, and its dialogs keep a handle on their opener.
    crossOriginResourcePolicy: { policy: "cross-origin" },
    crossOriginOpenerPolicy: false,
  };
}

/** Our own origin alone. Classic Outlook's engine was seen to send it with a slash at its end. */
export function corsOptions(site: () => Site): FastifyCorsOptions {
  return {
    origin: (origin, done) => {
      const ours = site().origin;
      done(null, origin === ours || origin === `${ours}/` ? origin : false);
    },
    methods: ["GET", "HEAD", "POST"],
    allowedHeaders: ["content-type", "if-none-match"],
    exposedHeaders: ["etag"],
    maxAge: 600,
  };
}
