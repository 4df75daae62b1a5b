import {
  Choice,
  ChoiceGroup,
  type ChoiceDivider,
  type ChoiceGroupProps,
  choiceId,
  type ChoiceItem,
} from './ChoiceGroup.tsx';
import { describedByIds } from './described-by.ts';
import { useFieldState } from './field-state.ts';

export type CheckboxItem = ChoiceItem & {
  /** The group's name, when left out. */
  name?: string | undefined;
  /** "None of these": choosing it clears the others (needs the portal's script, so check it again on the server). */
  exclusive?: boolean | undefined;
};

export type CheckboxesProps = ChoiceGroupProps & {
  items: readonly (CheckboxItem | ChoiceDivider | null | false)[];
  values?: readonly (string | number)[] | undefined;
};

/** Any number of a few. */
export function Checkboxes({ items, values, ...props }: CheckboxesProps) {
  const { valuesOf, errorOf } = useFieldState();
  const group = { ...props, error: props.error ?? errorOf(props.name) };
  const prefix = group.idPrefix ?? group.name;
  const chosen = (values ?? valuesOf(group.name) ?? []).map(String);
  // Without a fieldset nothing else carries the description, so each input does.
  const onInputs = group.legend ? undefined : describedByIds(prefix, group);
  return (
    <ChoiceGroup {...group} kind="checkboxes">
      {items.map((item, index) => {
        if (!item) return null;
        if ('divider' in item) {
          return (
            <div key={index} className="govuk-checkboxes__divider">
              {item.divider}
            </div>
          );
        }
        return (
          <Choice
            key={index}
            kind="checkboxes"
            type="checkbox"
            item={item}
            name={item.name ?? group.name}
            id={choiceId(prefix, item, index)}
            checked={item.checked ?? chosen.includes(String(item.value))}
            describedBy={onInputs}
            exclusive={item.exclusive}
          />
        );
      })}
    </ChoiceGroup>
  );
}
