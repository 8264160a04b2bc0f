/** What the lexicon marks as a class that law or good sense protects further, and what it must not mark. */
import { assessText } from "./draft.ts";

const PATIENT = "Maria Lopez, MRN 00482913,";

describe.each([
  ["substance-use", ["started buprenorphine", "goes to the methadone clinic", "is 6 months sober", "has opioid use disorder", "was given Narcan", "is in an opioid treatment program"]],
  ["mental-health", ["takes sertraline", "takes Seroquel", "has bipolar disorder", "had a psychotherapy session", "is on a psych hold", "started lisdexamfetamine"]],
  ["hiv-sti", ["takes dolutegravir", "takes Biktarvy", "is HIV positive", "was treated for syphilis", "started post-exposure prophylaxis"]],
  ["reproductive", ["is pregnant", "was given mifepristone", "had a miscarriage", "asked for an IUD", "has gender dysphoria", "is in gender-affirming care", "is a transgender patient", "had bottom surgery"]],
  ["genetic", ["has a BRCA1 mutation", "met the genetic counselor", "is a cystic fibrosis carrier", "has a pathogenic variant"]],
  ["minor", ["had a well-child visit", "saw the school nurse", "is an emancipated minor", "had a newborn hearing screen"]],
] as const)("%s", (sensitive, cases) => {
  test.each(cases)("told by: %s", (words) => {
    expect(assessText(`${PATIENT} ${words}.`).sensitive).toContain(sensitive);
  });
});

// 42 CFR 2.11 leaves tobacco and caffeine out; a vaccine is everybody's; a tumour's marker is not inherited.
test.each([
  "is a smoker with nicotine dependence", "had the hepatitis B vaccine", "is due for the HPV vaccine", "has HER2 positive breast cancer", "has type 2 diabetes", "takes metformin", "broke her wrist",
])("of no such class: %s", (words) => {
  expect(assessText(`${PATIENT} ${words}.`).sensitive).toEqual([]);
});

test.each(["A sober look at the numbers.", "Please find the visual aids attached."])("everyday words are none: %s", (text) => {
  expect(assessText(text).sensitive).toEqual([]);
});
