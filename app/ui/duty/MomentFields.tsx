import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';

export type MomentFieldsProps = {
  /** Gives the controls `name`-day, `name`-month, `name`-year and `name`-time. */
  name: string;
  /** The end of "Day it …": "begins", "was told". */
  what: string;
  hint?: string | undefined;
};

/** A day and a time of day, local, as a roster is written. */
export function MomentFields({ name, what, hint }: MomentFieldsProps) {
  return (
    <>
      <DateInput id={name} namePrefix={name} legend={`Day it ${what}`} legendSize="s" hint={hint} />
      <Input
        name={`${name}-time`}
        label={`Time it ${what}`}
        labelClassName="govuk-label--s"
        hint="Local time, like 17:00 or 5pm"
        width={5}
        autoComplete="off"
      />
    </>
  );
}
