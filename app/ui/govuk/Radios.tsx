import {
  Choice,
  ChoiceGroup,
  type ChoiceDivider,
  type ChoiceGroupProps,
  choiceId,
  type ChoiceItem,
} from './ChoiceGroup.tsx';
import { classNames } from './class-names.ts';
import { useFieldState } from './field-state.ts';

export type RadioItem = ChoiceItem;

export type RadiosProps = ChoiceGroupProps & {
  items: readonly (RadioItem | ChoiceDivider | null | false)[];
  value?: string | number | null | undefined;
  /** Side by side; only for two short options. */
  inline?: boolean | undefined;
};

/** One choice of a few. */
export function Radios({ items, value: given, inline = false, className, ...group }: RadiosProps) {
  const { valueOf, errorOf } = useFieldState();
  const value = given === undefined ? valueOf(group.name) : given;
  const prefix = group.idPrefix ?? group.name;
  return (
    <ChoiceGroup
      {...group}
      error={group.error ?? errorOf(group.name)}
      kind="radios"
      className={classNames(inline && 'govuk-radios--inline', className)}
    >
      {items.map((item, index) => {
        if (!item) return null;
        if ('divider' in item) {
          return (
            <div key={index} className="govuk-radios__divider">
              {item.divider}
            </div>
          );
        }
        const chosen = value !== undefined && value !== null && String(item.value) === String(value);
        return (
          <Choice
            key={index}
            kind="radios"
            type="radio"
            item={item}
            name={group.name}
            id={choiceId(prefix, item, index)}
            checked={item.checked ?? chosen}
          />
        );
      })}
    </ChoiceGroup>
  );
}
