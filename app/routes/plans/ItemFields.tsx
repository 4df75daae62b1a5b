import { z } from 'zod';
import { evidenceOnly, isMeasured, itemMeasureCodes, itemMeasures } from '#app/domain/plan/item-measure.ts';
import type { ItemForm } from '#app/domain/plan/write-item.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';

/** The fields of an item; what its kind does not have is empty. */
export const writtenItem = z.object({
  number: z.string().trim(),
  text: shownAtTimes().transform((typed) => typed.trim()),
  intent: shownAtTimes().transform((typed) => typed.trim()),
  howIntro: shownAtTimes().transform((typed) => typed.trim()),
  steps: shownAtTimes(),
  roles: shownAtTimes(),
  links: shownAtTimes(),
  measure: shownAtTimes(),
  after: z.string(),
});

/** What an aim, an activity, a theme or an action says, and where it stands. */
export function ItemFields({
  form: { kind, values, version, places },
  save,
}: {
  form: ItemForm;
  save: string;
}) {
  return (
    <Form values={values} {...(version === null ? {} : { expectedVersion: version })}>
      {kind === 'theme' ? (
        <Input name="number" label="Name of the theme" width={20} autoComplete="off" />
      ) : (
        <Input name="number" label="Number" hint={numberHints[kind]} width={10} autoComplete="off" />
      )}
      {kind === 'theme' ? null : <Textarea name="text" label={textLabels[kind]} hint={textHint} rows={4} />}
      {kind === 'aim' ? <Textarea name="intent" label="What the force will do (optional)" rows={4} /> : null}
      {kind === 'action' ? <ActionFields /> : null}
      {isMeasured(kind) ? <MeasureField /> : null}
      <Select
        name="after"
        label="Where it stands"
        options={[
          { value: '', text: 'First' },
          ...places.map(({ id, code }) => ({ value: id, text: `After ${code}` })),
        ]}
      />
      <Button preventDoubleClick>{save}</Button>
    </Form>
  );
}

function MeasureField() {
  return (
    <Select
      name="measure"
      label="How the portal measures it"
      hint="A number counts work, it does not show that the aim is met. Without a measure no number is shown, not even nought."
      options={[
        { value: '', text: evidenceOnly },
        ...itemMeasureCodes.map((code) => ({ value: code, text: itemMeasures[code].name })),
      ]}
    />
  );
}

const numberHints = {
  aim: 'As the Commissioner numbers it, such as 1.4',
  activity: 'With the number of its aim, such as 1.4.1',
  action: 'Within its theme, such as 3',
};

const textLabels = { aim: 'Aim', activity: 'Activity', action: 'What is to be done' };
const textHint = 'Everyone who reads the plan reads this. Name roles, never people.';

function ActionFields() {
  return (
    <>
      <Input name="howIntro" label="Words before the steps (optional)" hint="Such as “We will:”" />
      <Textarea
        name="steps"
        label="How (optional)"
        hint="One step on each line. Name the strategy in brackets, such as (NS)"
        rows={5}
      />
      <Textarea
        name="roles"
        label="Who is responsible (optional)"
        hint="One role on each line, such as MDS Bronze"
        rows={3}
      />
      <Textarea
        name="links"
        label="Strategic links (optional)"
        hint="One on each line: the key of a strategy, such as NS, or the number of an item, such as PCC 1.4.3"
        rows={3}
      />
    </>
  );
}
