/** Providers where people keep personal mailboxes. Policy data: an organisation may replace the list. */

const YAHOO = [
  "com", "co.uk", "ca", "com.mx", "com.ar", "com.br", "com.co", "com.pe", "com.ve", "cl", "es", "fr", "de", "it", "ie", "nl", "be", "pt",
  "pl", "ro", "gr", "se", "no", "dk", "fi", "hu", "cz", "at", "in", "co.in", "co.id", "co.jp", "co.kr", "co.nz", "com.au", "com.hk", "com.my",
  "com.ph", "com.sg", "com.tw", "com.vn", "com.tr", "co.th", "co.za", "co.il",
].map((end) => `yahoo.${end}`);

const MICROSOFT = [
  ...["com", "es", "fr", "de", "it", "ie", "pt", "be", "dk", "at", "cl", "com.ar", "com.au", "com.br", "com.tr", "co.il", "co.th", "cz", "hu", "jp", "kr", "lv", "my", "ph", "sa", "sg", "sk"]
    .map((end) => `outlook.${end}`),
  ...["com", "co.uk", "ca", "es", "fr", "de", "it", "be", "nl", "se", "no", "dk", "fi", "gr", "com.ar", "com.au", "com.br", "co.jp", "co.il", "co.za", "com.tr", "cl"]
    .map((end) => `hotmail.${end}`),
  ...["com", "co.uk", "ca", "fr", "de", "it", "be", "nl", "se", "no", "dk", "ie", "at", "cl", "cn", "jp", "com.ar", "com.au", "com.mx", "com.pt", "co.za"]
    .map((end) => `live.${end}`),
  "msn.com", "passport.com", "windowslive.com",
];

const GMX = ["com", "us", "net", "de", "at", "ch", "fr", "es", "co.uk", "org"].map((end) => `gmx.${end}`);

const ACCESS_PROVIDERS = [
  "comcast.net", "xfinity.com", "att.net", "sbcglobal.net", "bellsouth.net", "ameritech.net", "pacbell.net", "swbell.net", "prodigy.net", "snet.net",
  "verizon.net", "frontier.com", "frontiernet.net", "charter.net", "spectrum.net", "roadrunner.com", "rr.com", "twc.com", "brighthouse.com",
  "cox.net", "centurylink.net", "centurytel.net", "embarqmail.com", "q.com", "qwest.net", "windstream.net", "optonline.net", "optimum.net",
  "suddenlink.net", "cableone.net", "sparklight.net", "mediacombb.net", "wowway.com", "rcn.com", "earthlink.net", "mindspring.com", "juno.com",
  "netzero.net", "netzero.com", "peoplepc.com", "tds.net", "consolidated.net", "hughes.net", "ptd.net", "atlanticbb.net", "cincinnatibell.net", "fuse.net",
  "telus.net", "shaw.ca", "rogers.com", "sympatico.ca", "videotron.ca", "bell.net", "eastlink.ca", "telmex.com", "prodigy.net.mx", "btinternet.com", "sky.com",
];

/** Domains; subdomains count with them. */
export const WEBMAIL_DOMAINS: readonly string[] = [
  "gmail.com", "googlemail.com",
  ...YAHOO, "ymail.com", "rocketmail.com", "myyahoo.com",
  ...MICROSOFT,
  "icloud.com", "me.com", "mac.com",
  "aol.com", "aim.com", "aol.co.uk", "aol.de", "aol.fr", "cs.com", "netscape.net", "love.com", "games.com", "wow.com",
  ...GMX, "mail.com", "email.com", "usa.com", "post.com", "consultant.com", "doctor.com", "engineer.com", "myself.com", "web.de", "1und1.de", "t-online.de", "freenet.de",
  "proton.me", "protonmail.com", "protonmail.ch", "pm.me", "tutanota.com", "tutanota.de", "tutamail.com", "tuta.com", "tuta.io", "keemail.me",
  "fastmail.com", "fastmail.fm", "hey.com", "zoho.com", "zohomail.com", "hushmail.com", "hush.com", "runbox.com", "mailfence.com", "startmail.com",
  "posteo.de", "mailbox.org", "duck.com", "inbox.com", "lycos.com", "excite.com", "rediffmail.com", "mail.ru", "inbox.ru", "list.ru", "bk.ru",
  "yandex.com", "yandex.ru", "ya.ru", "qq.com", "foxmail.com", "163.com", "126.com", "sina.com", "sohu.com", "naver.com", "daum.net", "hanmail.net",
  "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "libero.it", "virgilio.it", "tiscali.it", "terra.com", "terra.com.br", "uol.com.br", "bol.com.br", "telefonica.net",
  ...ACCESS_PROVIDERS,
];
