import { z } from 'zod';
import { absenceChoices } from '#app/domain/people/duty/edit-roster.server.ts';
import { recordAbsence } from '#app/domain/people/duty/record-absence.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { choice, moment, momentValues } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/absence-new.ts';

export const handle = { access: 'roster.edit' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { now, people } = await absenceChoices(ctxOf(args));
  return {
    people,
    blank: { account: people.length === 1 ? (people[0]?.accountId ?? '') : '', ...momentValues('from', now) },
  };
}

const form = z.object({
  account: choice('Select who is away'),
  from: moment('the absence begins'),
  to: moment('the absence ends'),
});

export const action = formAction(form, async (absence, args: Route.ActionArgs) => {
  await recordAbsence(ctxOf(args), absence);
  return flash(link('duty/roster'), 'absence-recorded');
});

export default function AbsenceNew({ loaderData: { people, blank } }: Route.ComponentProps) {
  return (
    <Page title="Record an absence" backHref={link('duty/roster')} backText="Duty roster">
      <TwoThirds>
        <PageHeading>Record an absence</PageHeading>
        <p className="govuk-body">
          The roster and the queues do not count on whoever is away. What they hold stays theirs and is listed
          for others to take over; hand over what is High before you go. Why somebody is away is not asked.
        </p>
        <Form values={blank}>
          <Select
            name="account"
            label="Who"
            options={[
              { text: 'Select somebody', value: '' },
              ...people.map(({ accountId, name }) => ({ text: name, value: accountId })),
            ]}
          />
          <MomentFields name="from" what="begins" />
          <MomentFields name="to" what="ends" />
          <Button preventDoubleClick>Record absence</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
