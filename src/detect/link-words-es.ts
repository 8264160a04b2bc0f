/** Spanish words round a name, by what they say of the person; `link-words.ts` joins them to the English ones. */

export const ES = {
  patientBefore: `
paciente,receta de,receta para,recetas de,biopsia de,biopsia a,mamografía de,mamografía a,ecografía de,ecografía a,radiografía de,radiografía a,resonancia de,resonancia a,tac de,colonoscopia de,colonoscopia a,analítica de,analítica a,
cirugía de,operación de,operar a,operan a,operamos a,operaron a,ingresar a,ingresamos a,ingresaron a,hospitalizaron a,diagnosticaron a,diagnosticó a,intubar a,trasladar a,dar de alta a,alta de,historia clínica de,expediente de,
cura de,curas de,sesión con,terapia con,hijo,hija,mamá,papá,esposo,esposa,marido,abuelo,abuela,bebé,nieto,nieta,suegra,suegro,sobrino,sobrina`,
  perhapsBefore: `
niño,niña,don,doña,el sr,la sra,al sr,a la sra,hermano,hermana,informe de,resultados de,resultado de,cita de,cita para,cita con,prueba de,pruebas de,avisar a,citar a,derivar a,llamar a,ver a,visitar a,valorar a,atender a,revisar a,tratar a,
hijo de,hija de,esposa de,esposo de,madre de,padre de,mamá de,papá de,caso de,seguimiento de,autorización de,autorización para,volante de,tratamiento de,familia de,llamó,joven,anciano,anciana,mujer,hombre,varón`,
  patientAfter: `
ingresó por,ingresó en,ingresa por,ingresa en,fue ingresado,fue ingresada,ingresado,ingresada,dado de alta,dada de alta,fue dado de alta,fue dada de alta,diagnosticado,diagnosticada,fue diagnosticado,fue diagnosticada,operado de,operada de,
fue operado,fue operada,intervenido,intervenida,hospitalizado,hospitalizada,está embarazada,embarazada,acude a urgencias,acudió a urgencias,acude a consulta,acudió a consulta,dio positivo,dio negativo,dio a luz,intubado,intubada,
alérgico a,alérgica a,niega,años de edad,nhc,vomitó,convulsionó`,
  labelsAfter: "años de edad,nhc",
  perhapsAfter: `
toma,tomaba,sigue con,sigue en,tiene,tenía,tuvo,necesita,refiere,refirió,presenta,presentó,llamó por,llamó,llama,pide,pregunta,preguntó,rechaza,no tolera,no toma,ya no toma,padece,sufre,sufrió,está con,se cayó,se queja,falleció,nació,años,
meses,cama,habitación,acude,acudió,empezó,inició,empeora,mejora,mejoró,salió,solicita,requiere,vive,recibió,recibe,evoluciona,pendiente,viene,no viene,vino,no vino,llega,llegó,faltó,no se presentó,no contesta,le toca,le tocan,le han,le ha salido,le salió,trae,se ha quitado,se quitó,firmó,no firmó,sale,sigue,ya no,vuelve,volvió`,
  businessBefore: `
ponente,ponentes,ponencia de,imparte,impartido por,impartida por,organiza,organizado por,directora,gerente,jefe,jefa,presidenta,alcalde,alcaldesa,ministro,ministra,coordinador,coordinadora,autor,autora,autores,moderador,moderadora,
saludos,un saludo,atentamente,fdo,felicidades,enhorabuena,contacto,contactar con,preguntar por,reserva a nombre de,enviado por,redactado por,escrito por,abogado,abogada,profesora,candidato,candidata,compañero,compañera,hola,estimado,
estimada,querido,querida,película,novela,serie,cantante,dirigida por,protagonizada por,cubre,sustituye a,empleado,empleada,proveedor`,
  businessAfter: "da la charla,da una charla,imparte,presenta la,presenta el,presentará,hablará de,organiza,impartirá,imparte,presentará,moderará,hablará,dará una charla,expone,cubrirá,sustituye,es el nuevo,es la nueva,se jubila,se incorpora,nos presenta,asociados,e hijos,s a,s l",
  providerBefore: `
dra,doctora,dres,médico,médica,enfermero,enfermera,cirujano,cirujana,oncólogo,oncóloga,cardiólogo,cardióloga,pediatra,psiquiatra,psicólogo,psicóloga,ginecólogo,ginecóloga,neurólogo,neuróloga,dermatólogo,dermatóloga,urólogo,uróloga,
traumatólogo,traumatóloga,radiólogo,radióloga,anestesista,internista,matrona,fisioterapeuta,farmacéutico,farmacéutica,odontólogo,odontóloga,dentista,logopeda,nutricionista,facultativo,facultativa,firmado por,remitido por,realizado por,
informado por,atendido por,atendida por,valorado por,valorada por,visto por,vista por`,
  having: "tenía,padece,sufre,sufrió,está,sigue,necesita,tomaba,tuvieron",
  pets: "gata,perra,cachorro,veterinaria,mascota",
} as const;
