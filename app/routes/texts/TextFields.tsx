import { outcomeCodes, outcomes } from '#app/domain/kernel/outcomes.ts';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';

/** What a text to reuse is for, the name by which officers find it, and the text. */
export function TextFields() {
  return (
    <>
      <Select
        name="of"
        label="What is it for?"
        options={[
          { value: '', text: 'Select one' },
          { value: 'question', text: 'A question to the partner' },
          {
            group: 'An answer to the partner',
            options: outcomeCodes.map((code) => ({ value: code, text: outcomes[code].label })),
          },
        ]}
      />
      <Input name="name" label="Name" hint="By which officers find it" width={30} autoComplete="off" />
      <Textarea
        name="text"
        label="Text, as the partner will read it"
        hint="It is used for any report. Put in no name of a person and nothing of a report, and ask only for what a partner already knows."
        rows={6}
        autoComplete="off"
      />
    </>
  );
}
