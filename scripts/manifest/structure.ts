/** Which element may stand where, and in which order: Office refuses a manifest whose elements are out of order. */
import { walk } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export const NAMESPACE = {
  app: "http://schemas.microsoft.com/office/appforoffice/1.1",
  bt: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  v1_0: "http://schemas.microsoft.com/office/mailappversionoverrides",
  v1_1: "http://schemas.microsoft.com/office/mailappversionoverrides/1.1",
} as const;

/**
 * Children in their order; `?` at most one, `+` one or more, `*` any number, else exactly one. An element that is not listed has no children.
 * Narrower than Microsoft's schema: it holds what a mail add-in with launch events and one compose button uses.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  "OfficeApp[MailApp]":
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements " +
    "FormSettings Permissions Rule DisableEntityHighlighting? VersionOverrides",
  DisplayName: "Override*",
  Description: "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  AppDomains: "AppDomain+",
  Hosts: "Host",
  Requirements: "Sets",
  Sets: "Set+",
  FormSettings: "Form+",
  "Form[ItemEdit]": "DesktopSettings",
  DesktopSettings: "SourceLocation",
  "Rule[RuleCollection]": "Rule+",
  "VersionOverrides[VersionOverridesV1_0]": "VersionOverrides",
  "VersionOverrides[VersionOverridesV1_1]": "Description? Requirements Hosts Resources",
  "overrides:Requirements": "bt:Sets",
  "bt:Sets": "bt:Set+",
  "Host[MailHost]": "Runtimes DesktopFormFactor",
  Runtimes: "Runtime",
  Runtime: "Override",
  DesktopFormFactor: "SupportsSharedFolders ExtensionPoint+",
  "ExtensionPoint[MessageComposeCommandSurface]": "OfficeTab",
  OfficeTab: "Group",
  Group: "Label Control+",
  "Control[Button]": "Label Supertip Icon Action",
  Supertip: "Title Description",
  Icon: "bt:Image+",
  "Action[ShowTaskpane]": "SourceLocation",
  "ExtensionPoint[LaunchEvent]": "LaunchEvents SourceLocation",
  LaunchEvents: "LaunchEvent+",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

/** A type that no row of the table names is unknown, not a leaf. */
const TYPED: ReadonlySet<string> = new Set(Object.keys(CHILDREN).flatMap((key) => (key.includes("[") ? [key.slice(0, key.indexOf("["))] : [])));
const TYPED_LEAVES: ReadonlySet<string> = new Set(["Rule[ItemIs]"]);

const nameOf = (element: XmlElement): string => (element.namespace === NAMESPACE.bt ? `bt:${element.name}` : element.name);

function keyOf(element: XmlElement): string {
  if (element.type !== "") return `${nameOf(element)}[${element.type}]`;
  return element.name === "Requirements" && element.namespace === NAMESPACE.v1_1 ? "overrides:Requirements" : nameOf(element);
}

interface Slot {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

function slotsOf(row: string): readonly Slot[] {
  return row.split(" ").map((word) => {
    const name = word.replace(/[?+*]$/, "");
    const sign = word.slice(name.length);
    return { name, least: sign === "?" || sign === "*" ? 0 : 1, most: sign === "+" || sign === "*" ? Infinity : 1 };
  });
}

function childProblems(element: XmlElement): readonly string[] {
  const key = keyOf(element);
  const row = CHILDREN[key];
  if (row === undefined && element.name !== "Host" && TYPED.has(nameOf(element)) && !TYPED_LEAVES.has(key)) {
    return [`Line ${element.line}: <${nameOf(element)}> has the xsi:type "${element.type}", which is not one that we use.`];
  }
  const slots = row === undefined ? [] : slotsOf(row);
  const problems: string[] = [];
  if (element.text !== "" && slots.length > 0) problems.push(`Line ${element.line}: text may not stand in <${nameOf(element)}>.`);
  let last = 0;
  for (const child of element.children) {
    const at = slots.findIndex(({ name }) => name === nameOf(child));
    if (at < 0) problems.push(`Line ${child.line}: <${nameOf(child)}> may not stand in <${nameOf(element)}>.`);
    else if (at < last) problems.push(`Line ${child.line}: <${nameOf(child)}> stands too late in <${nameOf(element)}>; the order is ${row}.`);
    last = Math.max(last, at);
  }
  for (const { name, least, most } of slots) {
    const count = element.children.filter((child) => nameOf(child) === name).length;
    if (count < least) problems.push(`Line ${element.line}: <${nameOf(element)}> lacks <${name}>.`);
    if (count > most) problems.push(`Line ${element.line}: <${nameOf(element)}> has ${count} <${name}>; one is allowed.`);
  }
  return problems;
}

function expectedNamespace(child: XmlElement, parent: XmlElement): readonly string[] {
  if (child.name === "VersionOverrides") return [parent.name === "OfficeApp" ? NAMESPACE.v1_0 : NAMESPACE.v1_1];
  return parent.namespace === NAMESPACE.bt ? [NAMESPACE.bt] : [parent.namespace, NAMESPACE.bt];
}

function namespaceProblems(parent: XmlElement): readonly string[] {
  return parent.children
    .filter((child) => !expectedNamespace(child, parent).includes(child.namespace))
    .map((child) => `Line ${child.line}: <${child.name}> is in the namespace "${child.namespace}", which does not belong there.`);
}

/** Root, namespaces, and the children of every element: known, complete, in order. */
export function structureProblems(root: XmlElement): readonly string[] {
  if (root.name !== "OfficeApp" || root.namespace !== NAMESPACE.app || root.type !== "MailApp") {
    return [`The root must be <OfficeApp xsi:type="MailApp"> in the namespace ${NAMESPACE.app}.`];
  }
  return [...walk(root)].flatMap((element) => [...namespaceProblems(element), ...childProblems(element)]);
}
