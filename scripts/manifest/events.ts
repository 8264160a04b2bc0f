/** The wiring: runtime, launch events, and the button that Smart Alerts opens the pane by. */
import { HANDLERS, PANE_COMMAND_ID, PATHS } from "../../src/contract/index.ts";
import type { ManifestFacts } from "./facts.ts";
import { idProblems, pathOf } from "./resources.ts";
import { find, walk } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const SEND_EVENT = "OnMessageSend";
const SEND_MODES = ["Block", "SoftBlock", "PromptUser"];

const hostOf = (root: XmlElement): readonly XmlElement[] => find(root, "VersionOverrides", "VersionOverrides", "Hosts", "Host");
const points = (root: XmlElement, type: string): readonly XmlElement[] =>
  hostOf(root).flatMap((host) => find(host, "DesktopFormFactor", "ExtensionPoint").filter((point) => point.type === type));
const residOf = (element: XmlElement | undefined): string => element?.attributes.get("resid") ?? "";

function pathOfResid(root: XmlElement, resid: string): string {
  const urls = find(root, "VersionOverrides", "VersionOverrides", "Resources", "Urls", "Url");
  return pathOf(urls.find(({ attributes }) => attributes.get("id") === resid)?.attributes.get("DefaultValue") ?? "");
}

/** One runtime: the page for clients with a browser, the script for classic Outlook, the same page at the launch events. */
export function runtimeProblems(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  if (hostOf(root)[0]?.type !== "MailHost") problems.push("The overrides' host must be MailHost.");
  const runtime = hostOf(root).flatMap((host) => find(host, "Runtimes", "Runtime"))[0];
  const script = runtime?.children[0];
  if (script?.attributes.get("type") !== "javascript") problems.push('The runtime must have one <Override type="javascript">, or classic Outlook runs no handler.');
  const lifetime = runtime?.attributes.get("lifetime") ?? "short";
  if (lifetime !== "short") problems.push(`Outlook knows no runtime with the lifetime "${lifetime}".`);
  const source = points(root, "LaunchEvent").flatMap((point) => find(point, "SourceLocation"))[0];
  if (residOf(source) !== residOf(runtime)) problems.push(`The launch events point to "${residOf(source)}", the runtime is "${residOf(runtime)}"; both must be the same resid.`);
  const pane = find(root, "VersionOverrides").flatMap((part) => [...walk(part)]).find(({ name }) => name === "Action")?.children[0];
  const form = find(root, "FormSettings", "Form", "DesktopSettings", "SourceLocation")[0];
  const served = [
    { what: "The runtime's page", path: pathOfResid(root, residOf(runtime)), expected: PATHS.runtimePage },
    { what: "The runtime's script", path: pathOfResid(root, residOf(script)), expected: PATHS.handlerScript },
    { what: "The pane", path: pathOfResid(root, residOf(pane)), expected: PATHS.taskpane },
    { what: "The form", path: pathOf(form?.attributes.get("DefaultValue") ?? ""), expected: PATHS.taskpane },
  ];
  for (const { what, path, expected } of served) if (path !== expected) problems.push(`${what} must be ${expected}; it is ${path}.`);
  return problems;
}

function launchEventProblems(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  const events = points(root, "LaunchEvent").flatMap((point) => find(point, "LaunchEvents", "LaunchEvent"));
  const expected = new Map<string, string>(Object.entries(HANDLERS));
  for (const { attributes, line } of events) {
    const type = attributes.get("Type") ?? "";
    const name = attributes.get("FunctionName") ?? "";
    const mode = attributes.get("SendMode");
    if (expected.get(type) !== name) problems.push(`Line ${line}: ${type} calls "${name}"; the handlers name ${expected.get(type) ?? "no such event"}.`);
    if (type === SEND_EVENT && !SEND_MODES.includes(mode ?? "")) problems.push(`Line ${line}: SendMode must be one of ${SEND_MODES.join(", ")}; it is "${mode ?? ""}".`);
    if (type !== SEND_EVENT && mode !== undefined) problems.push(`Line ${line}: ${type} takes no SendMode.`);
  }
  for (const type of expected.keys()) {
    const count = events.filter(({ attributes }) => attributes.get("Type") === type).length;
    if (count !== 1) problems.push(`${type} must be declared once; it is declared ${count} times.`);
  }
  return problems;
}

function associationProblems({ associated }: ManifestFacts): readonly string[] {
  if (associated === undefined) return [];
  if (typeof associated === "string") return [`The built handler does not run in a bare engine. ${associated}`];
  const missing = Object.values(HANDLERS).filter((name) => !associated.includes(name));
  return missing.map((name) => `The built handler never associates "${name}"; the event would wait until it times out.`);
}

/** Launch events, the built handler, and the button. */
export function eventProblems(root: XmlElement, facts: ManifestFacts): readonly string[] {
  const problems: string[] = [];
  for (const type of ["LaunchEvent", "MessageComposeCommandSurface"]) {
    const count = points(root, type).length;
    if (count !== 1) problems.push(`There must be one extension point ${type}; there are ${count}.`);
  }
  const shared = hostOf(root).flatMap((host) => find(host, "DesktopFormFactor", "SupportsSharedFolders"))[0]?.text;
  if (shared !== "true") problems.push("<SupportsSharedFolders> must be true, or mail from shared mailboxes goes unchecked.");
  const groups = points(root, "MessageComposeCommandSurface").flatMap((point) => find(point, "OfficeTab", "Group"));
  const controls = groups.flatMap((group) => find(group, "Control"));
  const ids = controls.map(({ attributes }) => attributes.get("id")).join(", ");
  if (ids !== PANE_COMMAND_ID) problems.push(`There must be one control, with the id ${PANE_COMMAND_ID}, or Take Action cannot open the pane; found: ${ids}.`);
  return [...problems, ...idProblems([...groups, ...controls]), ...launchEventProblems(root), ...associationProblems(facts)];
}
