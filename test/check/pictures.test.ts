import type { AttachmentInfo, Draft } from "../../src/contract/index.ts";
import { EMBEDDED_ID, judgedAttachments } from "../../src/check/pictures.ts";

const SIGNATURE = "<div>Best regards,</div><div>Ann Reed, MD</div>";
const THREAD = '<div id="divRplyFwdMsg"><b>From:</b> Tom Hill<br><b>Sent:</b> Monday<br><b>To:</b> Ann Reed<br><b>Subject:</b> Rota</div>';

const picture = (changes: Partial<AttachmentInfo> = {}): AttachmentInfo =>
  ({ id: "1", name: "image001.png", size: 9_000, kind: "file", inline: true, ...changes });

function judged(content: string, attachments: readonly AttachmentInfo[]): readonly AttachmentInfo[] {
  const draft: Draft = { from: { address: "ann@clinic.example" }, recipients: [], subject: "", body: { format: "html", content }, attachments };
  return judgedAttachments(draft);
}

const tag = (target: string): string => `<div><img width=90 src="${target}"></div>`;

describe("a picture that Outlook lists", () => {
  const cases: readonly [string, string, AttachmentInfo, boolean][] = [
    ["a logo below the signature", `<p>See you.</p>${SIGNATURE}${tag("cid:image001.png@01DB.77")}`, picture(), false],
    ["a logo below the signature, told by content id", `<p>See you.</p>${SIGNATURE}${tag("cid:9f2c")}`, picture({ contentId: "9f2c", name: "image.png" }), false],
    ["a logo whose content id is not told", `<p>See you.</p>${SIGNATURE}${tag("cid:9f2c")}`, picture({ name: "image.png" }), false],
    ["a logo in the quoted thread", `<p>Fine.</p>${THREAD}<div>Old text</div>${tag("cid:image001.png@01DB.77")}`, picture(), false],
    ["a large picture below the signature", `<p>See you.</p>${SIGNATURE}${tag("cid:image001.png@1")}`, picture({ size: 900_000 }), true],
    ["a photo in the quoted thread", `<p>Fine.</p>${THREAD}${tag("cid:image001.png@1")}`, picture({ size: 90_000 }), true],
    ["a picture in the text", `<p>Look:</p>${tag("cid:image001.png@1")}<p>Odd, no?</p>${SIGNATURE}`, picture(), true],
    ["a picture in the text and below the signature", `<p>Look:</p>${tag("cid:image001.png@1")}<p>Odd.</p>${SIGNATURE}${tag("cid:image001.png@1")}`, picture(), true],
    ["an attached picture that nothing shows", `<p>Look.</p>${SIGNATURE}${tag("cid:other")}`, picture({ inline: false }), true],
    ["a picture marked inline that nothing shows", `<p>Look.</p>${SIGNATURE}`, picture(), true],
    ["an attached message marked inline", `<p>See you.</p>${SIGNATURE}${tag("cid:image001.png@1")}`, picture({ kind: "item" }), true],
  ];
  test.each(cases)("%s", (_name, content, info, isJudged) => {
    expect(judged(content, [info])).toEqual(isJudged ? [info] : []);
  });
});

test("a screenshot pasted into the text counts, though Outlook does not list it", () => {
  const data = `data:image/png;base64,${"A".repeat(40_000)}`;
  expect(judged(`<p>Look:</p>${tag(data)}<p>Odd.</p>${SIGNATURE}`, [])).toMatchObject([{ id: EMBEDDED_ID, inline: true }]);
  expect(judged(`<p>Look:</p>${tag("blob:https://outlook.example/1")}<p>Odd.</p>`, [])).toHaveLength(1);
});

test("a spacer in the text and a logo below the signature do not", () => {
  const data = (length: number): string => `data:image/gif;base64,${"A".repeat(length)}`;
  expect(judged(`<p>Look ${tag(data(60))} here</p>${SIGNATURE}${tag(data(20_000))}`, [])).toEqual([]);
});

test("other attachments keep their order", () => {
  const file = picture({ id: "2", name: "letter.txt", inline: false });
  expect(judged(`<p>See you.</p>${SIGNATURE}${tag("cid:image001.png@1")}`, [file, picture(), { ...file, id: "3" }]).map(({ id }) => id)).toEqual(["2", "3"]);
});
