/** Made-up sensitivity labels, shaped as `SensitivityLabelDetails`. */

export interface Label {
  readonly id: string;
  readonly name: string;
  readonly tooltip: string;
  readonly color: string;
  readonly children: readonly Label[] | null;
}

/** `demo-policy.json` maps this one to `protect`. */
export const ENCRYPTING_LABEL = "7e1d5a30-52c4-4c7b-9a7e-0c0ffee00004";

export const LABELS: readonly Label[] = [
  { id: "7e1d5a30-52c4-4c7b-9a7e-0c0ffee00001", name: "Public", tooltip: "For anyone.", color: "#3a8a3a", children: null },
  { id: "7e1d5a30-52c4-4c7b-9a7e-0c0ffee00002", name: "General", tooltip: "Daily work, not meant for the public.", color: "#2a6fbb", children: null },
  {
    id: "7e1d5a30-52c4-4c7b-9a7e-0c0ffee00003",
    name: "Confidential",
    tooltip: "Pick one of its sublabels.",
    color: "#c05a00",
    children: [
      { id: ENCRYPTING_LABEL, name: "Patient data", tooltip: "Encrypts: only the recipients can open it.", color: "#c05a00", children: null },
      { id: "7e1d5a30-52c4-4c7b-9a7e-0c0ffee00005", name: "Staff only", tooltip: "Encrypts for people of this organization.", color: "#a02020", children: null },
    ],
  },
];

/** Labels that can be applied: a parent with sublabels cannot. */
export function applicableLabels(labels: readonly Label[]): readonly Label[] {
  return labels.flatMap((label) => (label.children === null ? [label] : applicableLabels(label.children)));
}

export function labelName(labels: readonly Label[], id: string): string | undefined {
  return applicableLabels(labels).find((label) => label.id === id)?.name;
}

/** Plain labels for GUIDs alone. */
export function labelsOf(ids: readonly string[]): readonly Label[] {
  return ids.map((id, index) => ({ id, name: `Label ${index + 1}`, tooltip: "", color: "#666666", children: null }));
}
