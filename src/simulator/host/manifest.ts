/** What the host takes from `manifest.xml`: the same file an administrator deploys. */
import type { SendMode } from "./send-mode.ts";
import { SEND_MODES } from "./send-mode.ts";

export interface AddIn {
  readonly name: string;
  readonly buttonLabel: string;
  readonly icon: string;
  /** Paths below the origin: the simulator serves them wherever it listens. */
  readonly panePage: string;
  readonly runtimePage: string;
  readonly commandIds: readonly string[];
  /** LaunchEvent type -> function name. */
  readonly handlers: Readonly<Record<string, string>>;
  readonly sendMode: SendMode;
}

const OVERRIDES = "http://schemas.microsoft.com/office/mailappversionoverrides/1.1";
const BASE_TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

function attribute(element: Element | undefined, name: string): string {
  const value = element?.getAttribute(name);
  if (value === null || value === undefined) throw new Error(`manifest.xml lacks ${name}.`);
  return value;
}

/** Throws an `Error` that names what is missing. */
export function readManifest(document: Document, locale: string): AddIn {
  const all = (name: string, under: Document | Element = document): readonly Element[] => [...under.getElementsByTagNameNS(OVERRIDES, name)];
  const resource = (kind: string, id: string): Element | undefined =>
    [...document.getElementsByTagNameNS(BASE_TYPES, kind)].find((element) => element.getAttribute("id") === id);
  const path = (kind: string, id: string): string => new URL(attribute(resource(kind, id), "DefaultValue")).pathname;
  const words = (id: string): string => {
    const element = resource("String", id);
    const other = [...(element?.children ?? [])].find((child) => child.getAttribute("Locale")?.toLowerCase() === locale);
    return attribute(other ?? element, other === undefined ? "DefaultValue" : "Value");
  };
  const button = all("Control")[0];
  const source = (under: Element | undefined): string => attribute(under === undefined ? undefined : all("SourceLocation", under)[0], "resid");
  const label = button === undefined ? undefined : all("Label", button)[0];
  const launch = all("LaunchEvent");
  const mode = launch.find((event) => event.getAttribute("Type") === "OnMessageSend")?.getAttribute("SendMode");
  const icons = button === undefined ? [] : [...button.getElementsByTagNameNS(BASE_TYPES, "Image")];
  const icon = icons.find((image) => image.getAttribute("size") === "32");
  return {
    name: attribute(document.getElementsByTagName("DisplayName")[0], "DefaultValue"),
    buttonLabel: words(attribute(label, "resid")),
    icon: path("Image", attribute(icon, "resid")),
    panePage: path("Url", source(button)),
    runtimePage: path("Url", attribute(all("Runtime")[0], "resid")),
    commandIds: all("Control").map((control) => attribute(control, "id")),
    handlers: Object.fromEntries(launch.map((event) => [attribute(event, "Type"), attribute(event, "FunctionName")])),
    sendMode: SEND_MODES.find((known) => known === mode) ?? "SoftBlock",
  };
}
