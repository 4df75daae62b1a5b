import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { boxes, expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { partsTold, waysTold } from '#app/domain/triage/dissemination/answer-told.ts';
import { messagesToTell, recordTold } from '#app/domain/triage/dissemination/record-told.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { PartnerMessages } from './PartnerMessages.tsx';
import type { Route } from './+types/told.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  return {
    ...(await messagesToTell(ctxOf(args), { submissionId })),
  };
}

const form = z.object({
  to: shownAtTimes(),
  how: shownAtTimes(),
  on: boxes(),
  /** How many messages the page showed. */
  shownCount: expectedVersion(),
});

export const action = formAction(form, async (told, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await recordTold(ctxOf(args), { submissionId, ...told });
  return flash(link('submissions/submission', { submissionId }), 'told');
});

const items = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Told({ loaderData, params }: Route.ComponentProps) {
  const link = useLink();
  const { reference, messages, shownCount } = loaderData;
  return (
    <Page
      title="Record that the partner was told"
      backHref={link('submissions/submission', { submissionId: params.submissionId })}
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
        <Form data-keep>
          <input type="hidden" name="shownCount" value={shownCount} />
          <Radios name="to" legend="Whom did you tell?" legendSize="s" items={items(partsTold)} />
          <Radios name="how" legend="How did you tell them?" legendSize="s" items={items(waysTold)} />
          <DateInput
            id="on"
            namePrefix="on"
            legend="When did you tell them?"
            legendSize="s"
            hint="For example, 18 1 2016"
          />
          <Button>Record</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
