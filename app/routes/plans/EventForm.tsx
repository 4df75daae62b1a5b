import { z } from 'zod';
import { dateValues, day, text } from '#app/domain/kernel/fields.ts';
import type { WrittenEvent } from '#app/domain/plan/plan-events.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Form } from '#app/ui/layout/Form.tsx';

export const eventSchema = z.object({
  title: text({ missing: 'Enter what happened', name: 'What happened', limit: 100 }),
  happenedOn: day({ missing: 'Enter the date', wrong: 'Date must be a real date, like 18 1 2016' }),
});

/** Where the field of the day begins, for the summary of errors. */
export const eventFields = { happenedOn: 'happenedOn-day' };

export function EventForm({ event, save }: { event: WrittenEvent | null; save: string }) {
  const values = { title: event?.title ?? '', ...dateValues('happenedOn', event?.happenedOn ?? null) };
  return (
    <Form values={values}>
      <Input
        name="title"
        label="What happened"
        hint="Everyone who reads the figures reads this. Put nothing from a report in it."
        autoComplete="off"
      />
      <DateInput
        id="happenedOn"
        namePrefix="happenedOn"
        legend="Date"
        legendSize="s"
        hint="The first day, if it went on for longer. For example, 18 1 2016"
      />
      <Button preventDoubleClick>{save}</Button>
    </Form>
  );
}
