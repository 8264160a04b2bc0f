import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Guidelines for epilepsy in a 62-year-old male, Richard K., seen last week", value: "Richard K." },
    { text: "Robert's colonoscopy came back.", value: "Robert" },
    { text: "Kathy has asthma.", value: "Kathy" },
    { text: "Raymond's catheter is leaking", value: "Raymond" },
    { text: "Karpov: 2 units prbc if hgb <7", value: "Karpov" },
    { text: "Hgb on Tran came back 6.8", value: "Tran" },
    { text: "Brandvold refusing dialysis again", value: "Brandvold" },
    { text: "can we move Nash to 3pm? he is getting his remicade", value: "Nash" },
    { text: "Ana had her colonoscopy", value: "Ana" },
    { text: "RG in 1104 bed 2 pulled the line", value: "RG" },
    { text: "Per the night nurse, A.W. bed 3 of the step-down coded at 0412", value: "A.W." },
    { text: "Mike (the janitor at the school) is on methadone", value: "Mike" },
    { text: "Kim (bed 4) BP 88/40, bolus going", value: "Kim" },
    { text: "can you fit Otis M. in? His stitches come out Friday", value: "Otis M." },
    { text: "Solano Rita 03/09/61 needs INR recheck", value: "Rita" },
  ],
  misses: [
    { text: "Kathy will bring the sandwiches.", why: "nothing of her care" },
    { text: "Vitamin D", why: "no given name" },
    { text: "Jim's team presented the CHF readmission data", why: "his team, and its work" },
    { text: "Vernon wants to present on sepsis metrics", why: "a colleague's talk" },
    { text: "Patterson's slides for the diabetes talk are back", why: "a colleague's work" },
    { text: "MRI room 2 is down, Osborne is on it", why: "who mends it" },
    { text: "Susan to update asthma action plan", why: "she works on it" },
    { text: "The committee (Gail, Hugo, Trina) will review hip fracture data", why: "a list of members" },
    { text: "She trained at Mayo and treats breast cancer.", why: "a place" },
    { text: "an elevated Framingham risk score with diabetes", why: "the name of a thing" },
    { text: "TIA was ruled out, aspirin continued", why: "a term in capitals" },
  ],
};
