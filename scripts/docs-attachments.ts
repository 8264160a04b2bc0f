/** The text of docs/attachments.md, from the registry of formats, the limits and the reasons. */
import { EXTRACT_LIMITS, UNREAD_REASONS } from "../src/contract/index.ts";
import { ABOUT, FORMATS } from "../src/extract/index.ts";
import { WORDING } from "../src/taskpane/wording.ts";

const MEGABYTE = 1024 * 1024;

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function formatRow({ key, endings }: (typeof FORMATS)[number]): string {
  const { title, reads, leaves } = ABOUT[key] ?? { title: key, reads: "" };
  return `| ${cell(title)} | ${endings.map((ending) => `\`.${ending}\``).join(" ")} | ${cell(reads)} | ${cell(leaves ?? "")} |`;
}

const LIMITS: readonly (readonly [what: string, much: string])[] = [
  ["one file, as attached", `${EXTRACT_LIMITS.bytes / MEGABYTE} MB`],
  ["one file, with all that is packed in it", `${EXTRACT_LIMITS.inflatedBytes / MEGABYTE} MB`],
  ["one packed part of a file", `${EXTRACT_LIMITS.memberBytes / MEGABYTE} MB`],
  ["text of one file", `${EXTRACT_LIMITS.characters.toLocaleString("en")} characters`],
  ["files inside one file", EXTRACT_LIMITS.files.toLocaleString("en")],
  ["files in files", `${EXTRACT_LIMITS.depth} deep`],
  ["work on one file", `${EXTRACT_LIMITS.milliseconds / 1000} s`],
];

const CLIENTS = `The readers are one script of our own that every client runs at Send, and the pane runs the same: what is read on one is read on all, and verdicts agree. What differs is what Outlook hands over, and whether there is a second opinion on PDFs.

| client | handed over | not handed over | second opinion |
|---|---|---|---|
| Outlook on the web, new Outlook on Windows | files, attached mails and meetings | files of OneDrive and SharePoint: only their link (\`cloud-link\`) | yes |
| classic Outlook on Windows | the same | the same; a protected draft may come with empty content (\`not-provided\`) | in the pane alone |
| Outlook on Mac (new) | the same | the same | yes |
| phones and tablets | the add-in does not run at Send there | everything: the server's rule in \`docs/mail-flow-rule.md\` is the backstop | no |
| command line (\`npm run scan\`) | files and folders |  | no |

**The second opinion.** A PDF that our own reader came to the end of without telling all its letters (\`text-unmapped\`, \`damaged\`; also one inside another file, five of an attachment at most) is given to pdf.js, where the handler runs in a page. Such are PDFs in predefined encodings for Chinese, Japanese and Korean, and some damaged ones. What pdf.js finds is judged as further text of the file and may raise the verdict. It never lowers it: the file is said \`partial\` with the same reason, or \`unread\` where pdf.js finds nothing, and the policy treats it as in a client without. It runs within the time for the file, in a Worker that is ended when the time is up; whatever goes wrong with it leaves our own answer. It is not given files that met a limit or are locked.`;

/** The text of docs/attachments.md. */
export function attachmentsPage(): string {
  return [
    "<!-- Written by `npm run docs` from src/extract and src/contract/attachment.ts. Do not edit. -->", "", "# Attachments", "",
    "A file is told by its content, then by its name; where the two disagree, the pane says so. Each is `scanned`, `partial` or `unread`. Nothing unread is ever called clean: the policy says what follows (`unreadAttachment` in `docs/policy.md`).", "",
    "## What is read", "", "| format | endings | read | not read |", "|---|---|---|---|", ...FORMATS.map(formatRow), "",
    "Anything else that is not text is `unread` with the reason `unsupported`. A link in the text to a shared file counts as an attachment, with the reason `cloud-link`.", "",
    "## Why a file was not read, or not wholly", "", "| reason | meaning |", "|---|---|", ...UNREAD_REASONS.map((reason) => `| \`${reason}\` | ${cell(WORDING.en.unread[reason])} |`), "",
    "## Limits", "", "At a limit the file is `partial`, and what was read of it counts. `attachments` in the policy changes them (`docs/policy.md`).", "", "| of | at most |", "|---|---|", ...LIMITS.map(([what, much]) => `| ${what} | ${much} |`), "",
    `Pictures of less than ${EXTRACT_LIMITS.pictureBytes / 1000} kB inside a document are taken for decoration.`, "",
    "## When", "",
    "A file is read when it is attached, and what was found is kept with the draft: findings and numbers, never a word of it. At Send Outlook is asked for the content again, and only what is not the same to the byte is read anew. Other recipients, another sender, another policy or another day: all are judged anew.", "",
    "## Clients", "", CLIENTS, "",
  ].join("\n");
}
