/** Strings, resource ids, URLs and icons. */
import { find, walk } from "./xml.ts";
import type { XmlElement } from "./xml.ts";
import type { ManifestFacts } from "./facts.ts";
import { NAMESPACE } from "./structure.ts";

/** Characters, by the element that holds the text. */
const MAX_TEXT: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250, ShortStrings: 125, LongStrings: 250 };
const MAX_RESID = 32;
const MAX_CONTROL_ID = 125;
const MAX_URL = 2048;
/** Icon sizes that every button needs. */
const BUTTON_SIZES = ["16", "32", "80"];

const KINDS = ["Images", "Urls", "ShortStrings", "LongStrings"] as const;
type Kind = (typeof KINDS)[number];

/** Which kind of resource an element's `resid` must name. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  Image: "Images",
  Runtime: "Urls",
  Override: "Urls",
  SourceLocation: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
};

const overrides = (root: XmlElement): readonly XmlElement[] => find(root, "VersionOverrides", "VersionOverrides");
const resources = (root: XmlElement, kind: Kind): readonly XmlElement[] => overrides(root).flatMap((part) => find(part, "Resources", kind)[0]?.children ?? []);
const defaultOf = (element: XmlElement): string => element.attributes.get("DefaultValue") ?? "";

interface Localised {
  readonly element: XmlElement;
  readonly most: number;
}

function localisedTexts(root: XmlElement): readonly Localised[] {
  const base = ["DisplayName", "Description"].flatMap((name) => find(root, name).map((element) => ({ element, most: MAX_TEXT[name] ?? 0 })));
  const strings = (["ShortStrings", "LongStrings"] as const).flatMap((kind) => resources(root, kind).map((element) => ({ element, most: MAX_TEXT[kind] ?? 0 })));
  return [...base, ...strings];
}

/** Every text is there, short enough, and translated into the same languages; a brand name may stay as it is. */
export function textProblems(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  const texts = localisedTexts(root);
  const localesOf = ({ element }: Localised): string => element.children.map(({ attributes }) => attributes.get("Locale")).sort().join(" ");
  const all = texts.map(localesOf).reduce((longest, locales) => (locales.length > longest.length ? locales : longest), "");
  for (const text of texts) {
    const { element, most } = text;
    const values = [defaultOf(element), ...element.children.map(({ attributes }) => attributes.get("Value") ?? "")];
    for (const value of values) {
      if (value.trim() === "" || value.length > most) problems.push(`Line ${element.line}: a text must have 1 to ${most} characters; it has ${value.length}.`);
    }
    const locales = localesOf(text);
    if (locales !== "" && locales !== all) problems.push(`Line ${element.line}: the text is translated for "${locales}", others for "${all}".`);
  }
  return problems;
}

/** Ids are short and unique, every `resid` names a resource of the right kind, no resource is left over. */
export function resourceProblems(root: XmlElement): readonly string[] {
  const problems: string[] = [];
  const kinds = new Map<string, Kind>();
  for (const kind of KINDS) {
    for (const { attributes, line } of resources(root, kind)) {
      const id = attributes.get("id") ?? "";
      if (id === "" || id.length > MAX_RESID) problems.push(`Line ${line}: a resource id must have 1 to ${MAX_RESID} characters; "${id}" has ${id.length}.`);
      if (kinds.has(id)) problems.push(`Line ${line}: the resource id "${id}" is used twice.`);
      kinds.set(id, kind);
    }
  }
  const used = new Set<string>();
  for (const element of overrides(root).flatMap((part) => [...walk(part)])) {
    const resid = element.attributes.get("resid");
    const expected = KIND_OF[element.name];
    const needed = expected !== undefined && element.attributes.get("DefaultValue") === undefined && element.attributes.get("Value") === undefined;
    if (resid === undefined && !needed) continue;
    used.add(resid ?? "");
    const kind = kinds.get(resid ?? "");
    if (kind === undefined) problems.push(`Line ${element.line}: resid "${resid ?? ""}" names no resource.`);
    else if (kind !== expected) problems.push(`Line ${element.line}: resid "${resid}" is one of <bt:${kind}>; <${element.name}> needs one of <bt:${expected}>.`);
  }
  for (const id of kinds.keys()) if (!used.has(id)) problems.push(`The resource "${id}" is never used.`);
  return problems;
}

interface Address {
  readonly line: number;
  readonly text: string;
}

function addresses(root: XmlElement): readonly Address[] {
  const named = ["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => find(root, name));
  const forms = find(root, "FormSettings", "Form", "DesktopSettings", "SourceLocation");
  const elements = [...named, ...forms, ...resources(root, "Images"), ...resources(root, "Urls")];
  const texts = elements.flatMap((element) => [
    { line: element.line, text: defaultOf(element) },
    ...element.children.map(({ line, attributes }) => ({ line, text: attributes.get("Value") ?? "" })),
  ]);
  return [...texts, ...find(root, "AppDomains", "AppDomain").map(({ line, text }) => ({ line, text }))];
}

/** Path below the origin; empty if the text is no URL. */
export const pathOf = (text: string): string => (URL.canParse(text) ? new URL(text).pathname : "");

/** Every URL is absolute https on one origin, and what we serve from /assets/ exists. */
export function urlProblems(root: XmlElement, facts: ManifestFacts): readonly string[] {
  const problems: string[] = [];
  const origins = new Set<string>();
  for (const { line, text } of addresses(root)) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.protocol !== "https:") {
      problems.push(`Line ${line}: "${text}" is no https URL.`);
      continue;
    }
    origins.add(url.origin);
    if (text.length > MAX_URL) problems.push(`Line ${line}: a URL has more than ${MAX_URL} characters.`);
    if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
      problems.push(`Line ${line}: "${text}" must be an origin and a path and nothing else.`);
    }
    if (url.pathname.startsWith("/assets/") && !facts.hasAsset(url.pathname)) problems.push(`Line ${line}: there is no file ${url.pathname.slice(1)}.`);
  }
  if (origins.size > 1) problems.push(`All URLs must be on one origin; they are on ${[...origins].join(", ")}.`);
  return problems;
}

/** Every icon is a PNG of the size at which Outlook shows it. */
export function iconProblems(root: XmlElement, facts: ManifestFacts): readonly string[] {
  const problems: string[] = [];
  const byId = new Map(resources(root, "Images").map((image) => [image.attributes.get("id") ?? "", image]));
  const icons = [
    ...find(root, "IconUrl").map((element) => ({ element, size: "64" })),
    ...find(root, "HighResolutionIconUrl").map((element) => ({ element, size: "128" })),
  ];
  const buttonIcons = [...walk(root)].filter(({ name, namespace }) => name === "Icon" && namespace === NAMESPACE.v1_1);
  for (const icon of buttonIcons) {
    const sizes = icon.children.map(({ attributes }) => attributes.get("size") ?? "");
    const missing = BUTTON_SIZES.filter((size) => !sizes.includes(size));
    if (missing.length > 0) problems.push(`Line ${icon.line}: the icon lacks the size ${missing.join(", ")}.`);
    for (const { attributes } of icon.children) {
      const element = byId.get(attributes.get("resid") ?? "");
      if (element !== undefined) icons.push({ element, size: attributes.get("size") ?? "" });
    }
  }
  for (const { element, size } of icons) {
    const found = facts.pngAt(pathOf(defaultOf(element)));
    if (found === undefined) problems.push(`Line ${element.line}: "${defaultOf(element)}" is no PNG of ours.`);
    else if (`${found.width}` !== size || found.height !== found.width) {
      problems.push(`Line ${element.line}: the icon must have ${size} x ${size} pixels; it has ${found.width} x ${found.height}.`);
    }
  }
  return problems;
}

/** Ids of groups and controls: Outlook tells buttons apart by them. */
export function idProblems(elements: readonly XmlElement[]): readonly string[] {
  const ids = elements.map(({ attributes }) => attributes.get("id") ?? "");
  return ids.flatMap((id, at) => [
    ...(id === "" || id.length > MAX_CONTROL_ID ? [`An id of a group or control must have 1 to ${MAX_CONTROL_ID} characters; "${id}" has ${id.length}.`] : []),
    ...(ids.indexOf(id) < at ? [`The id "${id}" of a group or control is used twice.`] : []),
  ]);
}
