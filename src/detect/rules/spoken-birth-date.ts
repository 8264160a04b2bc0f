/** A date of birth said in words: "june third nineteen fifty one", "seven seventeen forty-three". */
import { MONTH, sticky } from "../patterns.ts";
import { defineRule } from "../rule.ts";

const UNITS = "(?:one|two|three|four|five|six|seven|eight|nine)";
const TEENS = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
const TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
const NUMBER = `(?:${TENS}[ -]${UNITS}|${TENS}|${TEENS}|oh[ -]${UNITS}|zero ${UNITS}|${UNITS}|\\d{1,2})`;
const ORDINAL = `(?:(?:twenty|thirty)[ -]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)`;
const YEAR = `(?:(?:nineteen|twenty)[ -](?:oh[ -])?${NUMBER}|two thousand(?: and)?(?: ${NUMBER})?|${TENS}[ -]${UNITS}|${TENS}|(?:19|20)?\\d\\d)`;
const CUE = "(?:date of birth|birth ?date|birthday|dob|born(?: on)?)(?:'s| is| was|:|,)?,? (?:the )?";

export const spokenBirthDate = defineRule({
  id: "spoken-birth-date",
  part: "C",
  title: { en: "Date of birth in words", es: "Fecha de nacimiento en palabras" },
  gates: [{ kind: "words", words: ["date", "birth", "birthdate", "birthday", "dob", "born"] }],
  shapes: [
    { name: "month and day", pattern: sticky(`${CUE}(${MONTH} (?:the )?(?:${ORDINAL}|${NUMBER}|\\d{1,2}(?:st|nd|rd|th)?),? (?:of )?${YEAR})(?![\\w-])`), points: 26 },
    { name: "day and month", pattern: sticky(`${CUE}(${ORDINAL} (?:of )?${MONTH},? ${YEAR})(?![\\w-])`), points: 26 },
    { name: "three numbers", pattern: sticky(`${CUE}(${NUMBER}[ ,-]{1,2}${NUMBER}[ ,-]{1,2}${YEAR})(?![\\w/-])`), points: 22 },
  ],
  checks: [{ name: "said in words", kind: "list", test: (value) => /[a-z]{3}/i.test(value.replace(new RegExp(MONTH, "i"), "")), points: 0, required: true }],
  weight: 55,
});
