import { redirect } from 'react-router';
import { rosterChoices } from '#app/domain/people/duty/edit-roster.server.ts';
import { recordAbsence } from '#app/domain/people/duty/record-absence.server.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { dutyAddresses } from '#app/http/duty-addresses.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { momentFields, momentValues, postedMoment } from '#app/http/forms/moment-fields.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/absence-new.ts';

export async function loader(args: Route.LoaderArgs) {
  const { now, people } = await rosterChoices(ctxOf(args));
  return { people, blank: momentValues('from', now) };
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, ['account', ...momentFields('from'), ...momentFields('to')]);
  const recorded = await attempt(form, () =>
    recordAbsence(ctxOf(args), {
      account: form.get('account'),
      from: postedMoment(form, 'from'),
      to: postedMoment(form, 'to'),
    }),
  );
  if (!recorded.ok) return recorded.refused;
  throw redirect(`${dutyAddresses.roster}?done=absence-recorded`);
}

export default function AbsenceNew({ loaderData: { people, blank }, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState(blank);
  const fields = {
    valueOf: (field: string) => valueOf(state, field),
    errorOf: (field: string) => errorOf(state, field),
  };
  return (
    <Page
      title="Record an absence"
      backHref={dutyAddresses.roster}
      backText="Duty roster"
      errors={state.errors}
      fieldIds={{ from: 'from-day', to: 'to-day' }}
    >
      <TwoThirds>
        <PageHeading>Record an absence</PageHeading>
        <p className="govuk-body">
          Whoever is away is told of nothing, and their duties leave gaps. Why they are away is not asked.
        </p>
        <form method="post" noValidate>
          <Select
            name="account"
            label="Who"
            options={[
              { text: 'Select somebody', value: '' },
              ...people.map(({ accountId, name }) => ({ text: name, value: accountId })),
            ]}
            value={fields.valueOf('account')}
            error={fields.errorOf('account')}
          />
          <MomentFields name="from" what="begins" {...fields} />
          <MomentFields name="to" what="ends" {...fields} />
          <Button preventDoubleClick>Record absence</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
