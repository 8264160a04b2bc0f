/** Who, and about whose care: mail as people write it, and what only looks like it. All people are made up. */
import { assessText } from "./draft.ts";

test.each([
  ["the hour on the west coast", "Airs Monday at 9 pm et/pt Zoey drives to the coast; a drama on drug addiction and asthma."],
  ["a book by its author", "You can read about it in Randy Halloran's And the Sirens Sang, on HIV and the city."],
  ["a script", "JACK You can't have both parasites.\nMARLA I want brain cancer and dementia.\nShe opens the dryer."],
  ["a firm's cause", "Please call Sue Whitcomb to walk with us and show Brightmoor's commitment to fighting heart disease."],
  ["a programme of speakers", "The Clinical Aspects of ADHD\n9:30 Panelists: Marian Bennet, Academy of Adolescent and Child Psychiatry\n                    William Carew, Institute for Policy\nThe Legal Controversy over ADHD\nModerator: Sally Reed\nAdjournment"],
  ["relatives by abbreviation", "Family history: MGM and two MA's also died of Huntington Disease."],
  ["a place that ends like a surname", "A 17-year-old male felt pain in Juvenile Hall. He has pain in his left ankle and knee pain."],
  ["a mailing list", "Let me say this again because poor Adam forgets: birth control is for both.\n\nTo unsubscribe from this group, send an email to the list."],
  ["a résumé", "Resume attached. Farid Rahmani, 900-45-1234, BSN 2014, ACLS, BLS, five years in dialysis and two in a cardiac cath lab. References on request."],
  ["minutes", "Minutes, Quality committee. Present: J. Kwan, Renee Stubbs. Renee to bring the falls data. Asked about sepsis bundle compliance, action: Kwan."],
])("no PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});

test.each([
  ["a patient after the hour", "Seen at 4 pm. Pt Zoey Halloran has asthma."],
  ["a drill's word far from a digest", "Marla Halloran wants her chemo moved.\n\nTo unsubscribe from portal notices, see your settings."],
])("PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test.each([
  ["an abbreviation and a surname", "Nakamura plts 38, holding chemo Thurs"],
  ["a device by its brand", "Zeller's watchman is Tuesday"],
])("PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test.each([
  ["a colleague's illness", "Trevor is out sick today with strep throat, I'll be running standup."],
  ["a puppy", "Rosco was in for his shots today. His paws look too big."],
])("no PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});

test.each([
  ["a name before a result", "Zielinski INR 1.4, bump coumadin to 6"],
  ["an article before name and procedure", "who signed the consent for the Haddad C-section?"],
  ["a list with strokes", "Infusion tomorrow\n8:00 / Abernathy / Remicade\n8:30 / Oduya / Rituxan"],
  ["a list with brackets", "OR 3: Hoang (lap chole), Pruitt (ventral hernia)"],
  ["a surname and an initial", "Lindqvist D. - TAH/BSO at noon"],
  ["a question in a chat", "Nadia: who has Petrosyan today\nChris: me\nNadia: ID wants a vanc trough"],
  ["a civil title before a phrase of care", "[09:13] Priya: did neuro clear Mr Castellano post tpa"],
  ["two words that no list knows", "Re acct for Olufemi Bankole, Aetna says the MRI wasn't medically necessary."],
  ["initials by their name", "Bed 6, initials D.W., they lean toward comfort care."],
  ["a surname that is a title too", "King, Jacqueline needs her dialysis moved"],
  ["a Spanish greeting before the name", "Chicos, Maite no viene hoy a la diálisis"],
])("PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test("a surname that is the whole subject tells whose care the body is", () => {
  const body = "She'll need a chest x-ray and a biopsy before Monday.";
  expect(assessText(body, { subject: "Oyelaran" }).phi).toBe(true);
  expect(assessText(body, { subject: "Schedule" }).phi).toBe(false);
});

test.each([
  ["a town behind a house number", "Remit to 803 Elm Street, Suite 345, Caledonia, MI 49316. Contact Martin Jacobson."],
  ["headings of an examination", "Gastro: nausea, vomiting.\nNeuro: seizures."],
  ["a monarch", "King Harald has pneumonia, says the palace."],
  ["a rota", "Mon Patel / Osei\nTue Lindgren / Park\nBackup cardiology: Dr. Nwosu"],
])("no PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});

test.each([
  ["a name in capitals on a slip", "Spec #S26-01182  BANERJEE, SOUMYA  breast core: IDC gr 2, HER2 neg"],
  ["an unlisted name behind Re", "Re: Hildegarde Stroebel. She has been treated for rheumatoid arthritis."],
  ["someone's children", "ps the Odhiambo twins both have hand foot and mouth"],
  ["a Spanish verb of a symptom", "Llamó el papá de Ximena Barrientos, sigue vomitando y no tolera el suero"],
  ["a Spanish value of a test", "Hab. 204, la señora Mireles, glucosa en 48, ya se le dio jugo"],
])("PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test.each([
  ["goods that carry a surname", "Requisition 10088271-0004: 12 x Foley trays 16 Fr, 2 bx chlorhexidine. Deliver to Central Supply attn Bernard."],
  ["a firm of an everyday word and a town", "Wells Fargo is sponsoring the 5k for breast cancer."],
  ["a practice that is called family", "Northgate Family Medicine opens Monday. Flu shots and diabetes care."],
])("no PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});

test.each([
  ["a caller's own name", 'Voicemail: "Good morning, it\'s Eustace Pemberton. The pharmacy says they never got my metoprolol."'],
  ["a birth date in words", "Her date of birth is june third nineteen fifty one and the social is nine oh oh, one two, three four five six. Needs the wheelchair auth."],
  ["an electrolyte by its symbol", "Rosalind Achterberg  K 2.4  Mg 1.1  called to RN Fay 2240 readback ok"],
  ["a Spanish film of someone", "¿Alguien ha visto la placa de Aranburu? creo que tiene un neumotórax"],
])("PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test.each([
  ["a caller for a firm", "Hi, this is Brooke from Abbott. I'd love to show our new stent, my number is below."],
  ["a nurse who calls", "Hi, this is Kim on 4 West, my heparin drip orders are missing from the printer."],
])("no PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});
