/** Telephone number of Spain (nine digits from 6 to 9, CNMC numbering plan) or, behind the words for it, of Spanish-speaking America. */
import { THING_CUES } from "../patterns.ts";
import { defineRule } from "../rule.ts";

const SPAIN = "[6-9]\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}|[6-9]\\d{2}(?:[ .-]\\d{3}[ .-]?|[ .-]?\\d{3}[ .-])\\d{3}|[89]\\d[ .-]\\d{3}[ .-]\\d{2}[ .-]\\d{2}";
const AMERICA = "\\(?\\d{2,3}\\)?[ .-]?\\d{3,4}[ .-]?\\d{4}";

export const esPhone = defineRule({
  id: "es-phone",
  part: "D",
  title: { en: "Telephone number of Spain or Latin America", es: "Teléfono de España o América Latina" },
  gates: [
    { kind: "words", words: ["tel", "tlf", "tfno", "tlfno", "telf", "telfs", "teléfono", "teléfonos", "móvil", "celular", "cel", "whatsapp", "llamar", "número"] },
    { kind: "digits", lengths: [2, 3, 9, 11, 12] },
  ],
  shapes: [
    {
      name: "phone-cued",
      pattern: new RegExp(`(?:tel[eé]fonos?|tel|tlf|tfno|tlfno|telfs?|m[oó]vil|celular|cel|whatsapp|llamar al|n[uú]mero de m[oó]vil)\\.?(?: (?:de contacto|m[oó]vil|fijo|particular|celular))?(?: ?(?:n[ºo°]\\.?|es|al|[:=])){0,2} {0,3}((?:\\+?\\(?\\d{2,3}\\)?[ .-]?)?(?:${SPAIN}|${AMERICA}))(?![\\d-])`, "iy"),
      points: 26,
    },
    { name: "+34", behind: "+0", pattern: new RegExp(`(?<=\\+|00)34[ .-]?(?:${SPAIN})(?![\\d-])`, "y"), points: 18 },
    { name: "+52", behind: "+", pattern: new RegExp(`(?<=\\+)5\\d[ .-]?1?[ .-]?${AMERICA}(?![\\d-])`, "y"), points: 12 },
    { name: "spain", pattern: /(?<![\d.,$€/+-])(?<!\d )(?:[67]\d{2} \d{2} \d{2} \d{2}|[67]\d{2} \d{3} \d{3}|9\d{2} \d{2} \d{2} \d{2}|9\d{2} \d{3} \d{3})(?![\d-]| \d|[.,]\d)/y, points: -14 },
    { name: "spain-solid", pattern: /(?<![\d.,$€/+-])(?<!\d )[67]\d{8}(?![\d-]| \d|[.,]\d)/y, points: -14 },
  ],
  cues: { words: ["tel", "tlf", "tfno", "teléfono", "móvil", "celular", "llamar", "llame", "llámeme", "contacto", "whatsapp", "localizable", "su número"], before: 30, after: 0, points: 18 },
  negativeCues: { words: [...THING_CUES, "fax", "factura", "pedido", "referencia", "nhc", "nass", "episodio", "cuenta", "lote"], before: 25, after: 0, points: -20 },
  weight: 40,
});
