import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';

/** The day of the next contact, or why there is none. */
export function NextFields() {
  return (
    <>
      <DateInput
        id="nextOn"
        namePrefix="nextOn"
        legend="Next contact due"
        legendSize="s"
        hint="For example, 25 1 2016. Leave it empty if no further contact is planned"
      />
      <Input
        name="endedReason"
        label="Why is there no further contact? (if none is planned)"
        autoComplete="off"
      />
    </>
  );
}
