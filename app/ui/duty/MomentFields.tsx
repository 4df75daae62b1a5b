import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';

export type MomentFieldsProps = {
  /** Gives the fields `name`-day, `name`-month, `name`-year and `name`Time. */
  name: string;
  /** The end of "Day it …": "begins", "was told". */
  what: string;
  hint?: string | undefined;
  valueOf: (field: string) => string;
  errorOf: (field: string) => string | undefined;
};

/** A day and a time of day, local, as a roster is written. */
export function MomentFields({ name, what, hint, valueOf, errorOf }: MomentFieldsProps) {
  const time = `${name}Time`;
  return (
    <>
      <DateInput
        id={name}
        namePrefix={name}
        legend={`Day it ${what}`}
        legendSize="s"
        hint={hint}
        values={{
          day: valueOf(`${name}-day`),
          month: valueOf(`${name}-month`),
          year: valueOf(`${name}-year`),
        }}
        error={errorOf(name)}
      />
      <Input
        name={time}
        label={`Time it ${what}`}
        labelClassName="govuk-label--s"
        hint="Local time, like 17:00 or 5pm"
        width={5}
        autoComplete="off"
        value={valueOf(time)}
        error={errorOf(time)}
      />
    </>
  );
}
