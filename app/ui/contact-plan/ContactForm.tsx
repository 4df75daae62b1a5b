import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { NextFields, type ContactFieldProps } from './NextFields.tsx';

/** The form of a contact that was made or tried. */
export function ContactForm({ limit, typed, errorOf }: ContactFieldProps & { limit: number }) {
  return (
    <form method="post" noValidate data-keep>
      <input type="hidden" name="contact" value={typed('contact')} />
      <DateInput
        id="madeOn"
        namePrefix="madeOn"
        legend="Date of the contact"
        legendSize="s"
        hint="Also of one that was tried. For example, 18 1 2016"
        values={{ day: typed('madeOn-day'), month: typed('madeOn-month'), year: typed('madeOn-year') }}
        error={errorOf('madeOn')}
      />
      <CharacterCount
        name="result"
        label="Result"
        hint="What came of it. New intelligence belongs in an item"
        rows={4}
        maxLength={limit}
        value={typed('result')}
        error={errorOf('result')}
        autoComplete="off"
      />
      <NextFields typed={typed} errorOf={errorOf} />
      <Button preventDoubleClick>Record contact</Button>
    </form>
  );
}
