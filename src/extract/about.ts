/** What people are told of each format, for docs/attachments.md. The handler's script has no use for it, so it stands beside the readers. */

export interface About {
  /** "Word document". */
  readonly title: string;
  /** What is read, and what is not. */
  readonly reads: string;
  readonly leaves?: string;
}

/** By the format's key. */
export const ABOUT: Readonly<Record<string, About>> = {
  dicom: {
    title: "DICOM image",
    reads: "patient, study, physicians, institution, comments, private text, structured reports, documents inside",
    leaves: "pixels: the file is partly read unless it says that no text is burned into them (0028,0301); names in other than Unicode, Latin and ASCII letters",
  },
  hl7: { title: "HL7 v2 message", reads: "all fields of all messages, documents in OBX segments" },
  x12: { title: "X12 health care transaction", reads: "all segments" },
  ncpdp: { title: "Pharmacy claim (NCPDP)", reads: "all fields" },
  fhir: { title: "FHIR resource (JSON or XML)", reads: "all values, narratives, documents inside" },
  ccda: { title: "Clinical document (C-CDA)", reads: "patient, relatives, authors, sections with their tables, names and values of entries" },
  zip: { title: "Zip archive", reads: "all files inside, in archives in archives too, and their names", leaves: "members under a password (their names are read), archives in several volumes" },
  gzip: { title: "Gzip archive", reads: "the file inside", leaves: "a second file behind the first" },
  tar: { title: "Tar archive", reads: "all files inside, and their names" },
  iwork: { title: "Pages, Numbers or Keynote document", reads: "the preview that is kept beside the content", leaves: "the content itself" },
  docx: {
    title: "Word document",
    reads: "body, tables, headers, footers, notes, comments, tracked changes with deleted text, hidden text, text boxes, fields, alternative texts, charts, diagrams, custom data, properties, embedded files",
    leaves: "pictures, macros",
  },
  pptx: {
    title: "PowerPoint presentation",
    reads: "slides, hidden ones too, tables, notes, comments, alternative texts, charts, diagrams, text of masters, properties, embedded files",
    leaves: "pictures, sound and film, macros",
  },
  odt: {
    title: "OpenDocument text",
    reads: "body, tables, headers, footers, notes, comments, tracked changes with deleted text, hidden text, fields, alternative texts, properties, embedded objects and files",
    leaves: "pictures, macros",
  },
  odp: {
    title: "OpenDocument presentation or drawing",
    reads: "slides, hidden ones too, tables, notes, comments, alternative texts, properties, embedded objects and files",
    leaves: "pictures, macros",
  },
  ods: {
    title: "OpenDocument spreadsheet",
    reads: "sheets, hidden ones, rows and columns too, notes of cells, dates in full, shapes, headers, tracked changes, properties, embedded objects and files",
    leaves: "pictures, macros, formulas",
  },
  opc: { title: "Visio drawing, XPS document or other package", reads: "text of all parts, properties, embedded files", leaves: "pictures, macros" },
  xlsx: {
    title: "Excel workbook",
    reads: "all cells, dates as days, hidden sheets, rows and columns, comments, page headers, prompts, texts in formulas, text boxes, charts, pivot caches, linked values, deleted values that Excel kept, properties, embedded files",
    leaves: "pictures, macros",
  },
  xlsb: {
    title: "Excel binary workbook",
    reads: "all cells, dates as days, hidden sheets, rows and columns, comments, page headers, text boxes, charts, pivot caches, deleted values that Excel kept, properties, embedded files",
    leaves: "pictures, macros",
  },
  xls: {
    title: "Excel 5 to 2003 workbook",
    reads: "all cells, dates as days, hidden sheets, rows and columns, notes, text boxes, page headers, prompts, deleted values that Excel kept, properties, embedded files",
    leaves: "pictures, charts, macros, workbooks of Excel 2 to 4 and under a password",
  },
  compound: { title: "Compound file", reads: "title, author and other properties, embedded files", leaves: "Visio, Publisher, Project and other programs' own content" },
  doc: {
    title: "Word 97-2003 document",
    reads: "text, tables, headers, footers, notes, comments, text boxes, WordArt, descriptions of pictures, deleted and hidden text, links, authors, properties, embedded files",
    leaves: "pictures, macros; files of Word 2",
  },
  ppt: {
    title: "PowerPoint 97-2003 presentation",
    reads: "slides, tables, hidden slides, notes, comments, footers, links, descriptions of pictures, slides left from earlier saves, properties, embedded files",
    leaves: "pictures, texts of masters",
  },
  rtf: {
    title: "Rich text",
    reads: "text, tables, headers, footers, notes, comments, deleted and hidden text, form fields, properties, embedded files",
    leaves: "pictures; letters in code pages of two bytes",
  },
  coded: { title: "Coded text", reads: "nothing" },
  image: { title: "Picture", reads: "descriptions, authors, comments, captions, dates and the position (Exif, XMP, IPTC, text chunks)", leaves: "the picture itself" },
  archive: { title: "Archive or database", reads: "nothing" },
  media: { title: "Sound or film", reads: "nothing" },
  pdf: {
    title: "PDF",
    reads: "text of all pages in reading order, form fields, notes, attached files, properties, outline titles; also where it opens without a password",
    leaves: "pages that are pictures, fonts without a map to letters, files under a password (all three are said)",
  },
  tnef: { title: "Outlook's winmail.dat", reads: "sender, recipients, subject, body, attachments, messages inside" },
  msg: { title: "Outlook item", reads: "sender, recipients, subject, body, what people filled in, attachments, messages inside", leaves: "protected messages" },
  cms: { title: "S/MIME message", reads: "signed and compressed content, names of the signers", leaves: "encrypted content" },
  rpmsg: { title: "Protected message", reads: "nothing: it is encrypted" },
  mbox: { title: "Mailbox", reads: "all messages with their attachments" },
  eml: { title: "Mail message", reads: "what people see of the header, all bodies, attachments, messages inside, signed content", leaves: "trace fields of servers and programs" },
  pgp: { title: "PGP message", reads: "nothing: it is encrypted" },
  calendar: { title: "Calendar or contact card", reads: "names, dates, descriptions, people, attached files", leaves: "identifiers and rules of programs" },
  html: { title: "Web page", reads: "text, tables, links, alternative texts, comments" },
  xml: { title: "XML", reads: "text, attribute values, comments, entity declarations" },
  json: { title: "JSON", reads: "keys and values" },
  csv: { title: "Comma-separated values", reads: "all values, in quotes or not, parted by tabs, bars, semicolons or commas" },
  text: { title: "Plain text", reads: "everything, in any Unicode or Western charset" },
};
