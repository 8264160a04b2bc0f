import { cloudLinks } from "../../src/check/cloud-links.ts";

const html = (content: string) => cloudLinks({ format: "html", content });
const bare = (link: string) => cloudLinks({ format: "text", content: `See ${link}.` });

test.each([
  "https://clinic.sharepoint.com/:w:/s/ward/EQabc123?e=x1", "https://clinic-my.sharepoint.com/:x:/g/personal/ann/Eabc", "https://clinic.sharepoint.com/sites/ward/Shared%20Documents/list.xlsx",
  "https://clinic.sharepoint.com/sites/ward/_layouts/15/Doc.aspx?sourcedoc=%7Babc%7D&file=a.docx", "https://1drv.ms/w/s!Aabc", "https://onedrive.live.com/?cid=ABC&id=ABC%21123", "https://onedrive.live.com/embed?resid=A",
  "https://drive.google.com/file/d/1abc/view?usp=sharing", "https://drive.google.com/open?id=1abc", "https://drive.google.com/drive/folders/1abc", "https://docs.google.com/document/d/1abc/edit",
  "https://docs.google.com/a/clinic.example/spreadsheets/d/1abc/edit#gid=0", "https://www.dropbox.com/s/abc/file.pdf?dl=0", "https://www.dropbox.com/scl/fi/abc/a.pdf", "https://clinic.box.com/s/abc123", "https://app.box.com/file/123",
  "https://www.icloud.com/iclouddrive/0abc#list", "https://www.icloud.com/photos/#0abc", "https://we.tl/t-abc", "https://wetransfer.com/downloads/abc/def", "HTTPS://DRIVE.GOOGLE.COM/FILE/D/1ABC",
  "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdrive.google.com%2Ffile%2Fd%2F1abc%2Fview&data=05", "https://user@clinic.box.com:443/s/abc123",
])("a shared file: %s", (link) => {
  expect(bare(link)).toHaveLength(1);
});

test.each([
  "https://www.dropbox.com/business", "https://www.dropbox.com/", "https://drive.google.com/", "https://docs.google.com/forms/d/e/1abc/viewform", "https://www.box.com/pricing", "https://www.icloud.com/",
  "https://wetransfer.com/explore", "https://clinic.sharepoint.com/sites/hr", "https://clinic.sharepoint.com/sites/hr/SitePages/Home.aspx", "https://onedrive.live.com/about/en-us/", "https://www.microsoft.com/onedrive",
  "https://evil-dropbox.com/s/abc/file.pdf", "https://example.com/?next=dropbox.com/s/abc", "https://safelinks.protection.outlook.com/?url=%E0%A4%A", "https://we.tl",
])("no shared file: %s", (link) => {
  expect(bare(link)).toEqual([]);
});

test("a link is told once, however often and in whatever form it stands", () => {
  const link = "https://drive.google.com/open?id=1abc&amp;usp=x";
  expect(html(`<p><a href="${link}">${link}</a> and <a href='${link}'>here</a></p><p>https://1drv.ms/w/s!A, https://1drv.ms/w/s!B.</p>`)).toEqual(["drive.google.com", "1drv.ms", "1drv.ms"]);
});

test("links below a signature and in the quoted thread are left out", () => {
  const link = '<a href="https://drive.google.com/file/d/1abc/view">x</a>';
  expect(html(`<p>Noon?</p><p>Best regards,</p><p>Ann Reed</p><p>${link}</p>`)).toEqual([]);
  expect(html(`<p>Noon?</p><p>-----Original Message-----</p><p>From: Tom</p><p>Subject: x</p><p>See ${link}</p>`)).toEqual([]);
  expect(html(`<p>See ${link}</p><p>Best regards,</p><p>Ann Reed</p>`)).toEqual(["drive.google.com"]);
});

test("a body full of links is told up to a bound", () => {
  expect(bare(Array.from({ length: 3000 }, (_, k) => `https://1drv.ms/w/s!A${k}`).join(" "))).toHaveLength(50);
});
