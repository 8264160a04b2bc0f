import { readHtml } from "../../src/detect/html.ts";
import { scanText } from "../../src/detect/scan-text.ts";
import { splitSections, stretchAt } from "../../src/detect/sections.ts";
import { assessText } from "./draft.ts";
import { readPlain } from "../../src/detect/text.ts";

function zoneOf(text: string, part: string, html = false): string {
  const read = html ? readHtml(text) : readPlain(text);
  const stretch = stretchAt(splitSections(read, scanText(read.text), false), read.text.indexOf(part));
  return `${stretch.zone}${stretch.quoted ? " quoted" : ""}`;
}

const OUTLOOK = "See below.\n\nThanks,\nAnn Reed\n\nFrom: Bob Gray <bob@clinic.example>\nSent: Monday\nTo: Ann Reed\nSubject: Lopez\n\nHer A1c is 9.2.\n\nRegards,\nBob Gray\n";

test.each([
  ["the author's words", OUTLOOK, "See below", "authored"],
  ["the author's signature", OUTLOOK, "Ann Reed\n\n", "signature"],
  ["a header of the thread", OUTLOOK, "Bob Gray <", "header quoted"],
  ["the subject of a quoted mail", OUTLOOK, "Lopez", "subject quoted"],
  ["the quoted text", OUTLOOK, "Her A1c", "authored quoted"],
  ["a signature in the thread", OUTLOOK, "Bob Gray\n", "signature quoted"],
  ["marked lines", "Yes.\n> Is she better?\n", "Is she", "authored quoted"],
  ["below a 'wrote:' line", "Yes.\n\nOn Mon, Mar 3, 2025 at 9:00 AM Bob <bob@x.example> wrote:\nIs she better?", "Is she", "authored quoted"],
  ["below the original-message line", "Yes.\n-----Original Message-----\nIs she better?", "Is she", "authored quoted"],
  ["a dashed name", "Please call.\n\n- Ann Reed\n(212) 555-0142", "(212)", "signature"],
  ["a device line", "Please call.\nSent from my iPhone", "Sent from", "signature"],
  ["a postscript below a signature", "Thanks,\nAnn Reed\n\nPS: Maria Lopez needs her insulin refilled today.", "Maria", "authored"],
  ["a chart line below a signature", "Thanks,\nAnn Reed\n\nLopez, DOB 3/14/61, A1c 9.2", "Lopez", "authored"],
  ["a disclaimer", "Hello.\n\nCONFIDENTIALITY NOTICE: this e-mail may hold patient data.", "patient data", "disclaimer"],
  ["a sentence before a disclaimer's words", "Maria Lopez has asthma, and that is why I write so long a line to you: you are not the intended recipient of it.", "Maria", "authored"],
  ["a greeting", "Hi Tom,\nlunch?", "Tom", "greeting"],
])("%s", (_, text, part, zone) => {
  expect(zoneOf(text, part)).toBe(zone);
});

test.each([
  ["Outlook's reply marker", "<p>Yes.</p><div id=\"divRplyFwdMsg\"><b>From:</b> Bob</div><p>Is she better?</p>", "Is she", "authored quoted"],
  ["Gmail's quote", "<div>Yes.</div><div class=\"gmail_quote\">On Monday Bob wrote:<br>Is she better?</div>", "Is she", "authored quoted"],
  ["a block quote", "<p>Yes.</p><blockquote><p>Is she better?</p></blockquote><p>And more.</p>", "Is she", "authored quoted"],
  ["text after a block quote", "<p>Yes.</p><blockquote><p>Is she better?</p></blockquote><p>And more.</p>", "And more", "authored"],
  ["the line above Outlook's reply marker", "<p>Yes.</p><p>Thanks,</p><p>Ann Reed</p><p>(212) 555-0142</p><div id=\"divRplyFwdMsg\"><b>From:</b> Bob</div><p>Is she better?</p>", "(212)", "signature"],
  ["Outlook's signature", "<p>Please call.</p><div id=\"Signature\"><p>Ann Reed</p></div>", "Ann", "signature"],
])("HTML: %s", (_, html, part, zone) => {
  expect(zoneOf(html, part, true)).toBe(zone);
});

test("the lines of one text leave nothing behind for the next: its last line is no header for a line that another text had", () => {
  const content = "Hi\nFrom: Sent: Monday, Maria Lopez has asthma";
  const sections = (): readonly string[] => assessText(content).findings.map(({ section }) => section);
  const before = sections();
  assessText("four\ntwo\nSent: x\nSent: y");
  expect(sections()).toEqual(before);
  expect(new Set(before)).toEqual(new Set(["authored"]));
});
