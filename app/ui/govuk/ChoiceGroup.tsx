import type { HTMLAttributes, InputHTMLAttributes, LabelHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedByIds } from './described-by.ts';
import { Fieldset, type LegendProps } from './Fieldset.tsx';
import { FormGroup, HintAndError } from './FormGroup.tsx';
import { Hint } from './Hint.tsx';
import { Label } from './Label.tsx';

/** One option of radios or checkboxes. */
export type ChoiceItem = {
  value: string | number;
  label: ReactNode;
  /** Left out, the first item takes the group's id and the following add their number: `name`, `name-2`. */
  id?: string | undefined;
  hint?: ReactNode;
  /** Shown while the item is chosen, without JavaScript only where the browser knows `:has()` and else always. */
  conditional?: ReactNode;
  /** Overrules the group's value. */
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  labelAttributes?: LabelHTMLAttributes<HTMLLabelElement> | undefined;
  attributes?:
    (InputHTMLAttributes<HTMLInputElement> & Record<`data-${string}`, string | undefined>) | undefined;
};

/** A word such as "or" between options. */
export type ChoiceDivider = { divider: ReactNode };

export type ChoiceGroupProps = LegendProps &
  Omit<HTMLAttributes<HTMLDivElement>, 'children'> & {
    name: string;
    /** Id of the first input, and what the ids of hint and error start with. The name, when left out. */
    idPrefix?: string | undefined;
    hint?: ReactNode;
    error?: ReactNode;
    describedBy?: string | undefined;
    small?: boolean | undefined;
    fieldsetAttributes?: HTMLAttributes<HTMLFieldSetElement> | undefined;
    formGroupClassName?: string | undefined;
    formGroupAttributes?: HTMLAttributes<HTMLDivElement> | undefined;
  };

type Kind = 'radios' | 'checkboxes';

type FrameProps = ChoiceGroupProps & { kind: Kind; children: ReactNode };

/** Fieldset, hint, error and the list of options. Without a legend there is no fieldset. */
export function ChoiceGroup({
  kind,
  name,
  idPrefix = name,
  legend,
  legendSize,
  legendIsPageHeading,
  legendClassName,
  hint,
  error,
  describedBy,
  small = false,
  className,
  fieldsetAttributes,
  formGroupClassName,
  formGroupAttributes,
  children,
  ...rest
}: FrameProps) {
  const inner = (
    <>
      <HintAndError id={idPrefix} hint={hint} error={error} />
      <div
        {...rest}
        className={classNames(`govuk-${kind}`, small && `govuk-${kind}--small`, className)}
        data-module={`govuk-${kind}`}
      >
        {children}
      </div>
    </>
  );
  return (
    <FormGroup {...formGroupAttributes} className={formGroupClassName} error={error}>
      {legend ? (
        <Fieldset
          {...fieldsetAttributes}
          legend={legend}
          legendSize={legendSize}
          legendIsPageHeading={legendIsPageHeading}
          legendClassName={legendClassName}
          describedBy={describedByIds(idPrefix, { hint, error, describedBy })}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

type ChoiceProps = {
  kind: Kind;
  type: 'radio' | 'checkbox';
  item: ChoiceItem;
  name: string;
  id: string;
  checked: boolean;
  describedBy?: string | undefined;
  exclusive?: boolean | undefined;
};

/** One option with its label, hint and conditional content. */
export function Choice({ kind, type, item, name, id, checked, describedBy, exclusive = false }: ChoiceProps) {
  const itemHintId = item.hint ? `${id}-item-hint` : undefined;
  const conditionalId = `conditional-${id}`;
  return (
    <>
      <div className={`govuk-${kind}__item`}>
        <input
          {...item.attributes}
          className={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={type}
          value={item.value}
          defaultChecked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? conditionalId : undefined}
          data-behaviour={exclusive ? 'exclusive' : undefined}
          aria-describedby={classNames(describedBy, itemHintId) || undefined}
        />
        <Label
          {...item.labelAttributes}
          htmlFor={id}
          className={classNames(`govuk-${kind}__label`, item.labelAttributes?.className)}
        >
          {item.label}
        </Label>
        {item.hint ? (
          <Hint id={itemHintId} className={`govuk-${kind}__hint`}>
            {item.hint}
          </Hint>
        ) : null}
      </div>
      {item.conditional ? (
        <div
          id={conditionalId}
          className={classNames(
            `govuk-${kind}__conditional`,
            !checked && `govuk-${kind}__conditional--hidden`,
          )}
        >
          {item.conditional}
        </div>
      ) : null}
    </>
  );
}

/** The id of the item at a position, counted from 0. */
export function choiceId(idPrefix: string, item: ChoiceItem, index: number): string {
  return item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
}
