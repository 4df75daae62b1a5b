import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';

export type ContactFieldProps = {
  typed: (field: string) => string;
  errorOf: (field: string) => string | undefined;
};

/** The day of the next contact, or why there is none. */
export function NextFields({ typed, errorOf }: ContactFieldProps) {
  return (
    <>
      <DateInput
        id="nextOn"
        namePrefix="nextOn"
        legend="Next contact due"
        legendSize="s"
        hint="For example, 25 1 2016. Leave it empty if no further contact is planned"
        values={{ day: typed('nextOn-day'), month: typed('nextOn-month'), year: typed('nextOn-year') }}
        error={errorOf('nextOn')}
      />
      <Input
        name="endedReason"
        label="Why is there no further contact? (if none is planned)"
        value={typed('endedReason')}
        error={errorOf('endedReason')}
        autoComplete="off"
      />
    </>
  );
}
