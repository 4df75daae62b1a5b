import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { NextFields } from './NextFields.tsx';

/** The form of a contact that was made or tried. */
export function ContactForm({ blank, limit }: { blank: { contactId: string }; limit: number }) {
  return (
    <Form values={blank} data-keep>
      <HiddenField name="contactId" />
      <DateInput
        id="madeOn"
        namePrefix="madeOn"
        legend="Date of the contact"
        legendSize="s"
        hint="Also of one that was tried. For example, 18 1 2016"
      />
      <CharacterCount
        name="result"
        label="Result"
        hint="What came of it. New intelligence belongs in an item"
        rows={4}
        maxLength={limit}
        autoComplete="off"
      />
      <NextFields />
      <Button preventDoubleClick>Record contact</Button>
    </Form>
  );
}
