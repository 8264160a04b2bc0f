import { manifestProblems } from "../../scripts/manifest/problems.ts";
import { FACTS, MANIFEST, plant } from "./support.ts";

const ORIGIN = "https://localhost:8444";
const URL_PANE = `<bt:Url id="Pane.Url" DefaultValue="${ORIGIN}/taskpane.html"/>`;
const SEND = '<LaunchEvent Type="OnMessageSend" FunctionName="onMessageSend" SendMode="Block"/>';
const COMPOSE = '<LaunchEvent Type="OnMessageCompose" FunctionName="onMessageCompose"/>';
const SHARED = "<SupportsSharedFolders>true</SupportsSharedFolders>";
const LABEL = '<bt:String id="Pane.Label" DefaultValue="Check message">';

interface Defect {
  readonly what: string;
  readonly place: string;
  readonly by: string;
  readonly says: RegExp;
}

const STRUCTURE: readonly Defect[] = [
  { what: "an unclosed element", place: "</LaunchEvents>", by: "", says: /^Not well-formed/ },
  { what: "an unescaped ampersand", place: 'DefaultValue="Chartseal"/>\n  <Description', by: 'DefaultValue="A & B"/>\n  <Description', says: /^Not well-formed/ },
  { what: "a less-than sign in a text", place: 'DefaultValue="Chartseal"/>\n  <Description', by: 'DefaultValue="A < B"/>\n  <Description', says: /^Not well-formed/ },
  { what: "a double hyphen in a comment", place: "<!-- As committed", by: "<!-- As -- committed", says: /^Not well-formed/ },
  { what: "an attribute given twice", place: 'FunctionName="onMessageSend"', by: 'FunctionName="onMessageSend" FunctionName="onMessageSend"', says: /^Not well-formed/ },
  { what: "a stray word between elements", place: "<Hosts>\n    <Host N", by: "oops<Hosts>\n    <Host N", says: /text may not stand in <OfficeApp>/ },
  { what: "an undeclared prefix", place: '<bt:Set Name="Mailbox"/>', by: '<xx:Set Name="Mailbox"/>', says: /^Not well-formed/ },
  { what: "a DOCTYPE", place: "<OfficeApp ", by: "<!DOCTYPE OfficeApp>\n<OfficeApp ", says: /DOCTYPE/ },
  { what: "a second root", place: "</OfficeApp>", by: "</OfficeApp><OfficeApp/>", says: /^Not well-formed/ },
  { what: "another kind of add-in", place: 'xsi:type="MailApp"', by: 'xsi:type="TaskPaneApp"', says: /root must be/ },
  {
    what: "a version after the provider",
    place: "<Version>1.0.0.0</Version>\n  <ProviderName>Chartseal</ProviderName>",
    by: "<ProviderName>Chartseal</ProviderName>\n  <Version>1.0.0.0</Version>",
    says: /<ProviderName>|<Version> stands too late/,
  },
  { what: "an element that nobody knows", place: SHARED, by: `${SHARED}<Extra/>`, says: /<Extra> may not stand in <DesktopFormFactor>/ },
  { what: "an element without its turn", place: `${SHARED}\n`, by: "\n", says: /lacks <SupportsSharedFolders>/ },
  { what: "two groups", place: "</Group>", by: '</Group><Group id="g"><Label resid="Group.Label"/></Group>', says: /has 2 <Group>; one is allowed/ },
  { what: "two runtime overrides", place: '<Override type="javascript" resid="Handler.Url"/>', by: '<Override type="javascript" resid="Handler.Url"/><Override type="javascript" resid="Handler.Url"/>', says: /has 2 <Override>/ },
  { what: "no support page", place: `<SupportUrl DefaultValue="${ORIGIN}/assets/support.html"/>`, by: "", says: /lacks <SupportUrl>/ },
  { what: "an empty domain list", place: "<Hosts>\n    <Host N", by: "<AppDomains/><Hosts>\n    <Host N", says: /<AppDomains> lacks <AppDomain>/ },
  { what: "overrides of the wrong schema", place: "mailappversionoverrides/1.1\"", by: "mailappversionoverrides/1.0\"", says: /namespace/ },
  { what: "an unknown extension point", place: 'xsi:type="MessageComposeCommandSurface"', by: 'xsi:type="MessageReadCommandSurface"', says: /not one that we use/ },
];

const IDENTITY: readonly Defect[] = [
  { what: "an id that is no GUID", place: "<Id>", by: "<Id>x", says: /<Id> must be a random GUID/ },
  { what: "a version with five parts", place: "<Version>1.0.0.0", by: "<Version>1.0.0.0.1", says: /<Version> must be/ },
  { what: "a version with a word", place: "<Version>1.0.0.0", by: "<Version>1.0.0-beta", says: /<Version> must be/ },
  { what: "a locale without a country", place: "<DefaultLocale>en-US", by: "<DefaultLocale>en", says: /<DefaultLocale>/ },
  { what: "no provider name", place: "<ProviderName>Chartseal", by: "<ProviderName>", says: /<ProviderName>/ },
  { what: "a permission to read the mailbox", place: "<Permissions>ReadWriteItem", by: "<Permissions>ReadWriteMailbox", says: /<Permissions> must be ReadWriteItem/ },
  { what: "another host", place: '<Host Name="Mailbox"/>', by: '<Host Name="Document"/>', says: /host must be Mailbox/ },
  { what: "a base part that Exchange on-premises refuses", place: 'MinVersion="1.3"', by: 'MinVersion="1.8"', says: /base part must ask for Mailbox 1\.5 or lower/ },
  { what: "overrides that load on an older engine", place: 'DefaultMinVersion="1.14"', by: 'DefaultMinVersion="1.12"', says: /overrides must ask for Mailbox 1\.14/ },
  { what: "overrides that ask for another set too", place: '<bt:Set Name="Mailbox"/>', by: '<bt:Set Name="Mailbox"/><bt:Set Name="IdentityAPI"/>', says: /overrides must ask for/ },
  { what: "activation while reading", place: 'FormType="Edit"', by: 'FormType="Read"', says: /messages being written/ },
];

const RESOURCES: readonly Defect[] = [
  { what: "a display name of 126 characters", place: 'DefaultValue="Chartseal"/>\n  <Description', by: `DefaultValue="${"x".repeat(126)}"/>\n  <Description`, says: /1 to 125 characters; it has 126/ },
  { what: "a description of 251 characters", place: 'DefaultValue="Checks a message', by: `DefaultValue="${"x".repeat(200)}Checks a message`, says: /1 to 250 characters/ },
  { what: "a button label of 126 characters", place: LABEL, by: LABEL.replace("Check message", "x".repeat(126)), says: /1 to 125 characters; it has 126/ },
  { what: "an empty translation", place: 'Locale="es-MX" Value="Revisar mensaje"', by: 'Locale="es-MX" Value=" "', says: /1 to 125 characters/ },
  { what: "a missing translation", place: '<bt:Override Locale="es-MX" Value="Revisar mensaje"/>', by: "", says: /is translated for/ },
  { what: "a tooltip of 251 characters", place: 'DefaultValue="Shows what was found', by: `DefaultValue="${"x".repeat(200)}Shows what was found`, says: /1 to 250 characters/ },
  { what: "a resid that names nothing", place: '<Label resid="Pane.Label"/>', by: '<Label resid="Pane.Lable"/>', says: /"Pane\.Lable" names no resource/ },
  { what: "a label without a resid", place: '<Label resid="Pane.Label"/>', by: "<Label/>", says: /names no resource/ },
  { what: "a label that is a URL", place: '<Label resid="Pane.Label"/>', by: '<Label resid="Pane.Url"/>', says: /needs one of <bt:ShortStrings>/ },
  { what: "an id used twice", place: URL_PANE, by: URL_PANE + URL_PANE, says: /"Pane\.Url" is used twice/ },
  { what: "a resource left over", place: URL_PANE, by: `${URL_PANE}<bt:Url id="Old.Url" DefaultValue="${ORIGIN}/old.html"/>`, says: /"Old\.Url" is never used/ },
  { what: "a plain http URL", place: `"Pane.Url" DefaultValue="https:`, by: `"Pane.Url" DefaultValue="http:`, says: /is no https URL/ },
  { what: "a relative URL", place: `"Pane.Url" DefaultValue="${ORIGIN}/`, by: `"Pane.Url" DefaultValue="/`, says: /is no https URL/ },
  { what: "a second origin", place: `"Pane.Url" DefaultValue="${ORIGIN}/`, by: `"Pane.Url" DefaultValue="https://localhost:8445/`, says: /must be on one origin/ },
  { what: "a URL with a query", place: URL_PANE, by: URL_PANE.replace("taskpane.html", "taskpane.html?v=1"), says: /origin and a path and nothing else/ },
  { what: "a URL of more than 2048 characters", place: "/assets/support.html", by: `/${"x".repeat(2048)}`, says: /more than 2048 characters/ },
  { what: "a support page that is not there", place: "/assets/support.html", by: "/assets/help.html", says: /there is no file assets\/help\.html/ },
  { what: "an icon of the wrong size", place: `"Icon.16" DefaultValue="${ORIGIN}/assets/icon-16.png"`, by: `"Icon.16" DefaultValue="${ORIGIN}/assets/icon-32.png"`, says: /16 x 16 pixels; it has 32 x 32/ },
  { what: "a small high-resolution icon", place: "/assets/icon-128.png", by: "/assets/icon-64.png", says: /128 x 128 pixels; it has 64 x 64/ },
  { what: "an icon that is no PNG", place: "/assets/icon-80.png", by: "/assets/icon.svg", says: /is no PNG of ours/ },
  { what: "a button without its 80 pixel icon", place: '<bt:Image size="80"', by: '<bt:Image size="64"', says: /lacks the size 80/ },
];

const EVENTS: readonly Defect[] = [
  { what: "events on another page than the runtime", place: '<SourceLocation resid="Runtime.Url"/>', by: '<SourceLocation resid="Pane.Url"/>', says: /must be the same resid/ },
  { what: "a runtime override that is no script", place: '<Override type="javascript"', by: '<Override type="html"', says: /classic Outlook runs no handler/ },
  { what: "a runtime that lives long", place: '<Runtime resid="Runtime.Url">', by: '<Runtime resid="Runtime.Url" lifetime="long">', says: /lifetime "long"/ },
  { what: "a handler script under another name", place: "/launchevent.js", by: "/launchevent.abc123.js", says: /script must be \/launchevent\.js/ },
  { what: "another runtime page", place: "/launchevent.html", by: "/commands.html", says: /page must be \/launchevent\.html/ },
  { what: "another function", place: 'FunctionName="onMessageSend"', by: 'FunctionName="onMessageSendHandler"', says: /OnMessageSend calls "onMessageSendHandler"/ },
  { what: "an event without a handler", place: COMPOSE, by: `${COMPOSE}<LaunchEvent Type="OnAppointmentSend" FunctionName="onMessageSend"/>`, says: /handlers name no such event/ },
  { what: "no send event", place: SEND, by: "", says: /OnMessageSend must be declared once; it is declared 0 times/ },
  { what: "two send events", place: SEND, by: SEND + SEND, says: /OnMessageSend must be declared once; it is declared 2 times/ },
  { what: "an event left out", place: COMPOSE, by: "", says: /OnMessageCompose must be declared once/ },
  { what: "no send mode, which would mean SoftBlock", place: ' SendMode="Block"', by: "", says: /SendMode must be one of/ },
  { what: "an invented send mode", place: 'SendMode="Block"', by: 'SendMode="HardBlock"', says: /SendMode must be one of/ },
  { what: "a send mode on another event", place: COMPOSE, by: COMPOSE.replace("/>", ' SendMode="Block"/>'), says: /OnMessageCompose takes no SendMode/ },
  { what: "a button with another id", place: 'id="ChartsealOpenPane"', by: 'id="OpenPane"', says: /with the id ChartsealOpenPane/ },
  { what: "a group with the button's id", place: 'id="ChartsealGroup"', by: 'id="ChartsealOpenPane"', says: /used twice/ },
  { what: "a group with a long id", place: 'id="ChartsealGroup"', by: `id="${"g".repeat(126)}"`, says: /1 to 125 characters/ },
  { what: "shared mailboxes left out", place: SHARED, by: SHARED.replace("true", "false"), says: /shared mailboxes goes? unchecked|goes unchecked/ },
];

describe.each([
  ["structure", STRUCTURE],
  ["identity", IDENTITY],
  ["resources", RESOURCES],
  ["events", EVENTS],
])("%s", (_group, defects) => {
  test.each(defects)("finds $what", ({ place, by, says }) => {
    expect(manifestProblems(plant(MANIFEST, place, by), FACTS)).toContainEqual(expect.stringMatching(says));
  });
});

test("finds a manifest that is too large", () => {
  const xml = plant(MANIFEST, "</OfficeApp>", `<!-- ${"x".repeat(256 * 1024)} --></OfficeApp>`);
  expect(manifestProblems(xml, FACTS)).toEqual(["The manifest is larger than 256 KB."]);
});

test("finds a handler that was built without one of its functions", () => {
  const problems = manifestProblems(MANIFEST, { ...FACTS, associated: (FACTS.associated as string[]).filter((name) => name !== "onMessageSend") });
  expect(problems).toEqual([expect.stringMatching(/never associates "onMessageSend"/)]);
});

test("finds a handler that does not run", () => {
  expect(manifestProblems(MANIFEST, { ...FACTS, associated: "ReferenceError: window is not defined" })).toEqual([expect.stringMatching(/does not run in a bare engine/)]);
});

test("says nothing of a handler that has not been built", () => {
  expect(manifestProblems(MANIFEST, { ...FACTS, associated: undefined })).toEqual([]);
});
