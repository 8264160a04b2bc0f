/** Who the add-in is and what it asks for. */
import { find } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const GUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){0,3}$/;
const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;
/** Exchange on-premises refuses a manifest that asks for more in its base part. */
const HIGHEST_BASE_SET = 5;
const OVERRIDES_SET = "1.14";

const textOf = (root: XmlElement, name: string): string => find(root, name)[0]?.text ?? "";

function requirementProblems(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  const base = find(root, "Requirements", "Sets", "Set").map(({ attributes }) => `${attributes.get("Name")} ${attributes.get("MinVersion")}`);
  const minor = /^Mailbox 1\.(\d{1,2})$/.exec(base.join(", "))?.[1];
  if (minor === undefined || Number(minor) > HIGHEST_BASE_SET) {
    problems.push(`The base part must ask for Mailbox 1.${HIGHEST_BASE_SET} or lower and for nothing else; it asks for ${base.join(", ")}.`);
  }
  const sets = find(root, "VersionOverrides", "VersionOverrides", "Requirements", "Sets")[0];
  const names = sets?.children.map(({ attributes }) => attributes.get("Name")).join(", ");
  const version = sets?.children[0]?.attributes.get("MinVersion") ?? sets?.attributes.get("DefaultMinVersion");
  if (names !== "Mailbox" || version !== OVERRIDES_SET) {
    problems.push(`The overrides must ask for Mailbox ${OVERRIDES_SET}; they ask for ${names} ${version}.`);
  }
  return problems;
}

/** Id, version, locale, host, permission, requirement sets. */
export function identityProblems(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  const id = textOf(root, "Id");
  if (!GUID_V4.test(id)) problems.push(`<Id> must be a random GUID (version 4, lower case); it is "${id}".`);
  const version = textOf(root, "Version");
  if (!VERSION.test(version)) problems.push(`<Version> must be one to four numbers of up to five digits; it is "${version}".`);
  if (!LOCALE.test(textOf(root, "DefaultLocale"))) problems.push(`<DefaultLocale> must be like en-US; it is "${textOf(root, "DefaultLocale")}".`);
  const provider = textOf(root, "ProviderName");
  if (provider === "" || provider.length > 125) problems.push("<ProviderName> must have 1 to 125 characters.");
  const host = find(root, "Hosts", "Host")[0]?.attributes.get("Name");
  if (host !== "Mailbox") problems.push(`The host must be Mailbox; it is "${host}".`);
  const permission = textOf(root, "Permissions");
  // More would let the add-in read the whole mailbox, less would not let it set a label.
  if (permission !== "ReadWriteItem") problems.push(`<Permissions> must be ReadWriteItem; it is "${permission}".`);
  for (const { attributes, line } of find(root, "Rule", "Rule")) {
    if (attributes.get("ItemType") !== "Message" || attributes.get("FormType") !== "Edit") {
      problems.push(`Line ${line}: the add-in belongs to messages being written (ItemType="Message" FormType="Edit").`);
    }
  }
  return [...problems, ...requirementProblems(root)];
}
