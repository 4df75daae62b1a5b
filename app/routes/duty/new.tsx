import { z } from 'zod';
import { rosterChoices } from '#app/domain/people/duty/edit-roster.server.ts';
import { enterDuty } from '#app/domain/people/duty/enter-duty.server.ts';
import { positions } from '#app/domain/people/duty/positions.ts';
import { repeats, type Repeat } from '#app/domain/people/duty/repeats.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import {
  choice,
  moment,
  momentValues,
  oneOf,
  optionalDay,
  optionalMoment,
} from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { dutyPositionSchema } from '#app/domain/force/pack-settings.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/new.ts';

export const handle = { access: 'roster.edit' } satisfies RouteHandle;

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

const form = z.object({
  position: oneOf(dutyPositionSchema.options, 'Select a step of the duty list'),
  account: choice('Select who is on duty'),
  from: moment('the duty begins'),
  to: optionalMoment('the duty ends'),
  repeat: oneOf(repeats, 'Select whether the duty repeats'),
  until: optionalDay('The last day on which the duty begins must be a real date'),
});

export const action = formAction(form, async (duty, args: Route.ActionArgs) => {
  await enterDuty(ctxOf(args), duty);
  return flash(link('duty/roster'), 'duty-entered');
});

const repeatWords: Readonly<Record<Repeat, { label: string; hint?: string }>> = {
  once: { label: 'It does not repeat' },
  daily: { label: 'Every day', hint: 'Nights as well: a duty may end on the day after it begins' },
  working_days: { label: 'Every working day' },
  other_days: { label: 'Every weekend day and bank holiday', hint: 'Cover out of office hours' },
};

export default function DutyNew({ loaderData: { people, blank } }: Route.ComponentProps) {
  return (
    <Page title="Put somebody on duty" backHref={link('duty/roster')} backText="Duty roster">
      <TwoThirds>
        <PageHeading>Put somebody on duty</PageHeading>
        <Form values={blank}>
          <Select
            name="position"
            label="Step of the duty list"
            options={[
              { text: 'Select a step', value: '' },
              ...Object.entries(positions).map(([value, { label }]) => ({ text: label, value })),
            ]}
          />
          <Select
            name="account"
            label="Who"
            options={[
              { text: 'Select somebody', value: '' },
              ...people.map(({ accountId, name }) => ({ text: name, value: accountId })),
            ]}
          />
          <MomentFields name="from" what="begins" />
          <MomentFields name="to" what="ends" hint="Leave empty if it has no end" />
          <Radios
            name="repeat"
            legend="Does it repeat?"
            legendSize="s"
            items={Object.entries(repeatWords).map(([value, words]) => ({ value, ...words }))}
          />
          <DateInput
            id="until"
            namePrefix="until"
            legend="Last day on which it begins"
            legendSize="s"
            hint="Only where it repeats, at most 92 days on"
          />
          <Button preventDoubleClick>Put on duty</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
