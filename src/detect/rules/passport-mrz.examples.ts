import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // ICAO's own specimen.
  hits: [{ text: "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10", value: "L898902C36UTO7408122F1204159ZE184226B<<<<<10" }],
  misses: [{ text: "L898902C37UTO7408122F1204159ZE184226B<<<<<10", why: "a check digit fails" }],
};
