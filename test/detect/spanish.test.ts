import { curpCheck, dniCheck, nassCheck } from "../../src/detect/checksum-es.ts";
import { assessText } from "./draft.ts";

describe("Spanish clinic mail is PHI", () => {
  test.each([
    ["a title and a booking", "La paciente Rocío Valverde Peña tiene cita el martes con cardiología por su fibrilación auricular."],
    ["a call for results", "Buenos días, la señora Quispe llamó por sus resultados del Papanicolaou."],
    ["a refill", "Por favor renovar la receta de insulina glargina de Don Eusebio Llanos."],
    ["a relative who writes", "Mi hijo Mateo tiene varicela, ¿puede verlo la doctora hoy?"],
    ["a record number", "NHC 5500021: pendiente biopsia de mama."],
    ["a form", "Paciente: Gómez Ruiz, Ana. F. Nac.: 12/04/1956. Dx: diabetes mellitus tipo 2. Tto: metformina 850."],
    ["an age over 89 and a home", "Doña Consuelo Aranda, de 93 años, vive sola en la Calle Olmo 14, 2º B y necesita curas de la herida."],
    ["one name and its care", "Ingresó anoche Roberto Salgado por neumonía, está en la 412."],
    ["initials and a bed", "El paciente de la cama 7, J.M.R., pide más tramadol."],
    ["a bilingual clinic", "Fernando Acosta's mamá called, he ran out of metformina and his azúcar is at 320."],
    ["a letter to the patient", "Estimada Sra. López: sus resultados de la biopsia ya están disponibles."],
    ["a social security number and a sick note", "NASS 28 12345678 00, baja laboral por depresión mayor"],
  ])("%s", (_name, text) => {
    expect(assessText(text).phi).toBe(true);
  });
});

describe("other Spanish mail is not", () => {
  test.each([
    ["a meeting", "Buenos días, la reunión del martes pasa a las 10:00 en la sala grande. Saludos, Carmen Ruiz"],
    ["a delivery", "Estimado Sr. Gómez: su pedido 000000 ha sido enviado a la Calle Mayor 12, 28013 Madrid."],
    ["a colleague on leave", "El doctor Sánchez estará de vacaciones del 3 al 14 de agosto."],
    ["a statistic", "La diabetes mellitus tipo 2 afecta al 14 % de la población española."],
    ["a course", "Taller de primeros auxilios: reanimación cardiopulmonar, jueves 20 de febrero, imparte Sonia Lago."],
    ["a blank form", "Plantilla: Nombre: ____ Apellidos: ____ NHC: ____ Diagnóstico: ____"],
    ["a case without a person", "Varón de 53 años con neumonía que evoluciona favorablemente con levofloxacino; caso para sesión clínica."],
    ["a pet", "Mi perro Toby tiene cita con el veterinario por la otitis."],
    ["a recipe", "La receta de la abuela: harina, huevos y azúcar."],
    ["an account", "Hola Teresa, el alta del nuevo usuario Miguel Prieto ya está en el sistema."],
  ])("%s", (_name, text) => {
    expect(assessText(text).phi).toBe(false);
  });
});

test.each([
  ["one person in two fields", "Nombre: Ana.\nApellidos: Ruiz Gil.\nNHC: 0000000.\nDx: neumonía.", 1],
  ["one person in two English fields", "First name: Ana\nLast name: Ruiz\nMRN: 0000000\nDx: pneumonia", 1],
  ["two persons", "Paciente: Ana Ruiz Gil, neumonía.\nPaciente: Pedro Soto Vega, asma.", 2],
])("counts %s", (_name, text, patients) => {
  expect(assessText(text).patients).toBe(patients);
});

test("sensitive classes are told in Spanish too", () => {
  expect(assessText("Lucía Bermúdez dio positivo en VIH y está embarazada; consumo de cocaína.").sensitive).toEqual(["substance-use", "hiv-sti", "reproductive"]);
});

describe("check letters and digits", () => {
  test.each([["99999999R", true], ["99999999-R", true], ["X0000000T", true], ["99999999A", false], ["9999999R", false]])("DNI %s", (value, right) => {
    expect(dniCheck(value)).toBe(right);
  });
  test.each([["28 12345678 40", true], ["28 12345678 00", false], ["28 1234567", false]])("NASS %s", (value, right) => {
    expect(nassCheck(value)).toBe(right);
  });
  test.each([["XEXX010101HNEXXXA4", true], ["XEXX010101HNEXXXA5", false], ["XEXX010101", false]])("CURP %s", (value, right) => {
    expect(curpCheck(value)).toBe(right);
  });
});
