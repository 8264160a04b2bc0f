/** What the elements of a DICOM file that tell of a person are called (PS3.6), in words that detection knows. */

/** `n` a person, `p` one who gives care, `d` a date, `t` a text. */
export type ElementType = "n" | "p" | "d" | "t";

/** Tag, type, label. */
const ELEMENTS = `
00080020 d Study date
00080021 d Series date
00080023 d Image date
00080030 t Study time
00080050 t Accession number
00080060 t Modality
00080080 t Institution
00080081 t Institution address
00080090 p Referring physician
00080092 t Referring physician's address
00080094 t Referring physician's phone
00081010 t Station
00081030 t Study description
0008103E t Series description
00081040 t Department
00081048 p Physician of record
00081050 p Performing physician
00081060 p Reading physician
00081070 p Operator
00081080 t Diagnosis
00080104 t Meaning
00100010 n Patient name
00100020 t Patient ID
00100021 t Issued by
00100030 d Date of birth
00100040 t Sex
00100050 t Insurance plan
00101000 t MRN
00101001 n Other patient name
00101005 n Birth name
00101010 t Age
00101020 t Size
00101030 t Weight
00101040 t Address
00101060 n Mother's maiden name
00101090 t MRN
00102000 t Medical alerts
00102110 t Allergies
00102154 t Phone
00102180 t Occupation
001021B0 t Patient history
001021C0 t Pregnancy
001021D0 d Last menstrual period
00104000 t Patient comments
00181000 t Device serial number
00181030 t Protocol
00200010 t Study number
00204000 t Image comments
00321032 p Requesting physician
00321033 t Requesting service
00321060 t Procedure
00324000 t Study comments
00380010 t Account number
00380020 d Admitted
00380300 t Patient location
00380400 t Patient's institution residence
00400006 p Performing physician
00400254 t Procedure
00400275 t Request
00401001 t Procedure number
00402016 t Order number
00402017 t Order number
0040A075 p Verifying observer
0040A123 n Person named
0040A160 t Text
0040A121 d Date
00420010 t Document title
`;

export interface ElementMeaning {
  readonly label: string;
  readonly type: ElementType;
}

export const DICOM_ELEMENTS: ReadonlyMap<number, ElementMeaning> = new Map(ELEMENTS.trim().split("\n").map((element) => {
  const [tag = "", type, ...label] = element.split(" ");
  return [parseInt(tag, 16), { label: label.join(" "), type: type as ElementType }];
}));
