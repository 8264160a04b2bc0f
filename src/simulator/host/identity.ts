/** What office.js asks of its host when it starts: the app context and the item's first data. */
import type { State } from "./state.ts";

/** What Outlook on the web has; single members are added by `client/extension.ts`, others stay absent. */
const REQUIREMENTS = { Mailbox: "1.15", AddinCommands: "1.3", IdentityAPI: "1.3", DialogApi: "1.2", OpenBrowserWindowApi: "1.1" };
const OUTLOOK_WEB_APP = 64;
const MESSAGE_COMPOSE = 4;
/** The host's code for ReadWriteItem; the order differs from the manifest's. */
const READ_WRITE_ITEM = 3;

export interface ContextInput {
  readonly control: string;
  readonly locale: string;
  readonly addinName: string;
  readonly newId: () => string;
  readonly state: State;
}

/** office.js refuses to start where one of the first nine is undefined. */
export function appContext({ control, locale, addinName, newId, state }: ContextInput): unknown {
  return {
    _id: control,
    _appName: OUTLOOK_WEB_APP,
    _appVersion: "16.01",
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: "",
    _clientMode: 1,
    _settings: { ...state.roaming },
    _reason: "documentOpened",
    _appMinorVersion: 1,
    _requirementMatrix: JSON.stringify(REQUIREMENTS),
    _hostFullVersion: "16.0.18925.15",
    _appInstanceId: newId(),
    _correlationId: newId(),
    _osfControlType: 1,
    _eToken: "",
    _addinName: addinName,
    _clientWindowHeight: 600,
    _clientWindowWidth: 350,
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
  };
}

export function initialData(state: State): unknown {
  return {
    itemType: MESSAGE_COMPOSE,
    permissionLevel: READ_WRITE_ITEM,
    hostVersion: "20250613001.15",
    owaView: "ThreeColumns",
    extensionId: "simulator",
    conversationId: null,
    seriesId: null,
    userDisplayName: state.user.name,
    userEmailAddress: state.user.address,
    userTimeZone: "UTC",
    userProfileType: "enterprise",
    ewsUrl: "",
    restUrl: "",
    endNodeUrl: "",
    isFromSharedFolder: false,
    isRestIdSupported: true,
    timeZoneOffsets: null,
    openWindowOpen: false,
  };
}
