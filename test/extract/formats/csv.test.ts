import { attachmentText, extract } from "../../../src/extract/index.ts";
import { assess, assessAttachment } from "../../../src/detect/index.ts";

const read = (name: string, text: string) => attachmentText(extract({ name, bytes: new TextEncoder().encode(text) }));
const table = (name: string, text: string) => read(name, text).parts[0]?.content;

test.each([
  ["commas", "a.csv", "name,mrn\nMaria Lopez,00482913", "name\tmrn\nMaria Lopez\t00482913"],
  ["semicolons", "a.csv", "name;mrn\r\nLopez, Maria;00482913\r\n", "name\tmrn\nLopez, Maria\t00482913"],
  ["tabs under another name", "list.txt", "name\tmrn\nKim\t00482914", "name\tmrn\nKim\t00482914"],
  ["commas under another name", "list.txt", "name,mrn\nKim,00482914\nCruz,00482915", "name\tmrn\nKim\t00482914\nCruz\t00482915"],
  ["quotes, with the sign, a quote and a line feed inside", "a.csv", "name,note\n\"Lopez, Maria\",\"said \"\"no\"\"\nand left\"", "name\tnote\nLopez, Maria\tsaid \"no\" and left"],
  ["a quote that never closes", "a.csv", "name,note\n\"Lopez,asthma\nKim,flu", "name\tnote\n\"Lopez\tasthma\nKim\tflu"],
  ["zeros kept by a formula", "a.csv", "name,mrn\nKim,=\"00482914\"", "name\tmrn\nKim\t00482914"],
  ["the sign that Excel names", "a.csv", "sep=;\nname;mrn\nKim;00482914", "name\tmrn\nKim\t00482914"],
  ["lines of old Macs", "a.csv", "name,mrn\rKim,00482914", "name\tmrn\nKim\t00482914"],
])("%s", (_what, name, text, expected) => {
  expect(table(name, text)).toBe(expected);
});

test.each([
  ["prose", "Dear team, the list is attached, see below.\nThank you, Ann, for the help, as always."],
  ["one line", "one, two, three"],
  ["a letter", "Hi Ann,\n\nthe visit is on Monday,\nsee you,\nTom"],
])("%s is no table", (_what, text) => {
  expect(read("a.txt", text).format).toBe("text");
  expect(table("a.txt", text)).toBe(text);
});

test("a roster is counted by its columns, under a title too", () => {
  const rows = Array.from({ length: 12 }, (_, n) => `"${["Tuttle", "Okonkwo", "Haddad"][n % 3] ?? ""}, ${["Maribel", "Terrence", "Aisha", "Rosa"][n % 4] ?? ""}",0${(n % 9) + 1}/14/1961,0048${2900 + n}`);
  for (const head of ["", "List of the week,,\n"]) {
    const file = read("week.csv", `${head}Patient Name,DOB,MRN\n${rows.join("\n")}`);
    const assessed = assess({ subject: "", body: { format: "text", content: "See attached." }, recipients: [], attachments: [assessAttachment(file, { recipients: [] })] });
    expect(assessed).toMatchObject({ phi: true, patients: 12 });
  }
});
