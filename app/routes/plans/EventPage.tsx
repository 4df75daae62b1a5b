import { z } from 'zod';
import { dateValues, day, text } from '#app/domain/kernel/fields.ts';
import type { WrittenEvent } from '#app/domain/plan/plan-events.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { link } from '#app/http/link.ts';

export const eventSchema = z.object({
  title: text({ missing: 'Enter what happened', name: 'What happened', limit: 100 }),
  happenedOn: day({ missing: 'Enter the date', wrong: 'Date must be a real date, like 18 1 2016' }),
});

/** Where the field of the day begins, for the summary of errors. */
const fieldIds = { happenedOn: 'happenedOn-day' };

/** The page on which an event of the plan is added, where there is none yet, or changed. */
export function EventPage({ event }: { event: WrittenEvent | null }) {
  const title = event ? 'Change an event' : 'Add an event';
  const values = { title: event?.title ?? '', ...dateValues('happenedOn', event?.happenedOn ?? null) };
  return (
    <Page title={title} backHref={link('plans/events')} backText="Events" fieldIds={fieldIds}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
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
          <Button preventDoubleClick>{event ? 'Save event' : 'Add event'}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
