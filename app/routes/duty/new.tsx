import { redirect } from 'react-router';
import { rosterChoices } from '#app/domain/people/duty/edit-roster.server.ts';
import { enterDuty } from '#app/domain/people/duty/enter-duty.server.ts';
import { positions } from '#app/domain/people/duty/positions.ts';
import type { Repeat } from '#app/domain/people/duty/repeats.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { dutyAddresses } from '#app/http/duty-addresses.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import {
  dayFields,
  momentFields,
  momentValues,
  postedDay,
  postedMoment,
} from '#app/http/forms/moment-fields.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/new.ts';

export async function loader(args: Route.LoaderArgs) {
  const { now, people } = await rosterChoices(ctxOf(args));
  const { searchParams } = args.url;
  const position = searchParams.get('position') ?? '';
  const [from, to] = [searchParams.get('from'), searchParams.get('to')];
  return {
    people,
    blank: {
      position: Object.hasOwn(positions, position) ? position : '',
      repeat: 'once',
      ...momentValues('from', from === null ? now : new Date(from)),
      ...(to === null ? {} : momentValues('to', new Date(to))),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, [
    'account',
    'position',
    'repeat',
    ...momentFields('from'),
    ...momentFields('to'),
    ...dayFields('until'),
  ]);
  const entered = await attempt(form, () =>
    enterDuty(ctxOf(args), {
      account: form.get('account'),
      position: form.get('position'),
      from: postedMoment(form, 'from'),
      to: postedMoment(form, 'to'),
      repeat: form.get('repeat'),
      until: postedDay(form, 'until'),
    }),
  );
  if (!entered.ok) return entered.refused;
  throw redirect(`${dutyAddresses.roster}?done=duty-entered`);
}

const repeatWords: Readonly<Record<Repeat, { label: string; hint?: string }>> = {
  once: { label: 'It does not repeat' },
  daily: { label: 'Every day', hint: 'Nights as well: a duty may end on the day after it begins' },
  working_days: { label: 'Every working day' },
  other_days: { label: 'Every weekend day and bank holiday', hint: 'Cover out of office hours' },
};

export default function DutyNew({ loaderData: { people, blank }, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState(blank);
  const fields = {
    valueOf: (field: string) => valueOf(state, field),
    errorOf: (field: string) => errorOf(state, field),
  };
  return (
    <Page
      title="Put somebody on duty"
      backHref={dutyAddresses.roster}
      backText="Duty roster"
      errors={state.errors}
      fieldIds={{ from: 'from-day', to: 'to-day', until: 'until-day' }}
    >
      <TwoThirds>
        <PageHeading>Put somebody on duty</PageHeading>
        <form method="post" noValidate>
          <Select
            name="position"
            label="Step of the duty list"
            options={[
              { text: 'Select a step', value: '' },
              ...Object.entries(positions).map(([value, { label }]) => ({ text: label, value })),
            ]}
            value={fields.valueOf('position')}
            error={fields.errorOf('position')}
          />
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
          <MomentFields name="to" what="ends" hint="Leave empty if it has no end" {...fields} />
          <Radios
            name="repeat"
            legend="Does it repeat?"
            legendSize="s"
            value={fields.valueOf('repeat')}
            error={fields.errorOf('repeat')}
            items={Object.entries(repeatWords).map(([value, words]) => ({ value, ...words }))}
          />
          <DateInput
            id="until"
            namePrefix="until"
            legend="Last day on which it begins"
            legendSize="s"
            hint="Only where it repeats, at most 92 days on"
            values={{
              day: fields.valueOf('until-day'),
              month: fields.valueOf('until-month'),
              year: fields.valueOf('until-year'),
            }}
            error={fields.errorOf('until')}
          />
          <Button preventDoubleClick>Put on duty</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
