import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, ToolbarButton } from "@fluentui/react-components";
import { Tag20Regular } from "@fluentui/react-icons/svg/tag";
import { applicableLabels, labelName } from "../host/labels.ts";
import { editMessage } from "../host/state.ts";
import { useApp, useSelect, useWords } from "./use-app.ts";

export function LabelPicker() {
  const words = useWords();
  const { store } = useApp();
  const label = useSelect((state) => state.message.label);
  const labels = useSelect((state) => state.labels);
  const choices = [{ id: "", name: words.noLabel }, ...applicableLabels(labels)];
  return (
    <Menu
      checkedValues={{ label: [label] }}
      onCheckedValueChange={(_, { checkedItems }) => editMessage(store, () => ({ label: checkedItems[0] ?? "" }))}
    >
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<Tag20Regular />} data-testid="label">{labelName(labels, label) ?? words.label}</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ id, name }) => <MenuItemRadio key={id} name="label" value={id}>{name}</MenuItemRadio>)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
