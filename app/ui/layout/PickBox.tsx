import type { ReactNode } from 'react';

export type PickBoxProps = {
  name: string;
  value: string;
  id: string;
  label: string;
  /** Selected before anybody has pressed it. */
  picked?: boolean;
  children: ReactNode;
};

/** A box beside what names a row of a list, with a name of its own for those who hear it. */
export function PickBox({ name, value, id, label, picked = false, children }: PickBoxProps) {
  return (
    <div className="portal-pick">
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={id}
            name={name}
            type="checkbox"
            value={value}
            defaultChecked={picked}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            <span className="govuk-visually-hidden">{label}</span>
          </label>
        </div>
      </div>
      <div>{children}</div>
    </div>
  );
}
