import { redirect } from 'react-router';
import { partsTold, waysTold } from '#app/domain/triage/dissemination/answer-told.ts';
import { messagesToTell, recordTold } from '#app/domain/triage/dissemination/record-told.server.ts';
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { dateFields, dateOf } from '#app/http/forms/date-fields.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { PartnerMessages } from '#app/ui/triage/PartnerMessages.tsx';
import type { Route } from './+types/told.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = args.params;
  return {
    ...(await messagesToTell(ctxOf(args), { submissionId })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const form = await readForm(args.request, ['to', 'how', 'seen', ...dateFields('on')]);
  const told = await attempt(form, () =>
    recordTold(ctxOf(args), {
      submissionId,
      to: form.get('to'),
      how: form.get('how'),
      on: dateOf(form, 'on'),
      seen: /^\d{1,4}$/.test(form.get('seen')) ? Number(form.get('seen')) : -1,
    }),
  );
  if (!told.ok) return told.refused;
  throw redirect(`${link('triage/submission', { submissionId })}?done=told`);
}

const items = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Told({ loaderData, actionData, params }: Route.ComponentProps) {
  const { reference, messages, seen } = loaderData;
  const state = actionData ?? formState();
  return (
    <Page
      title="Record that the partner was told"
      errors={state.errors}
      fieldIds={{ on: 'on-day' }}
      backHref={link('triage/submission', { submissionId: params.submissionId })}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}`}>Record that the partner was told</PageHeading>
        <p className="govuk-body">
          Whoever made this report has no account. Tell them what was written, and write down here that you
          did. Check first that you are speaking to the right person: leave no message with anybody else.
        </p>
        <h2 className="govuk-heading-m">What they have not been told yet</h2>
        <PartnerMessages messages={messages} />
        <form method="post" noValidate data-keep>
          <input type="hidden" name="seen" value={seen} />
          <Radios
            name="to"
            legend="Whom did you tell?"
            legendSize="s"
            items={items(partsTold)}
            value={valueOf(state, 'to')}
            error={errorOf(state, 'to')}
          />
          <Radios
            name="how"
            legend="How did you tell them?"
            legendSize="s"
            items={items(waysTold)}
            value={valueOf(state, 'how')}
            error={errorOf(state, 'how')}
          />
          <DateInput
            id="on"
            namePrefix="on"
            legend="When did you tell them?"
            legendSize="s"
            hint="For example, 18 1 2016"
            values={{
              day: valueOf(state, 'on-day'),
              month: valueOf(state, 'on-month'),
              year: valueOf(state, 'on-year'),
            }}
            error={errorOf(state, 'on')}
          />
          <Button>Record</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
