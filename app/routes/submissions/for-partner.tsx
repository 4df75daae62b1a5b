import { link } from '#app/http/link.ts';
import { stepLink } from '#app/http/report-links.ts';
import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { startOf } from '#app/domain/form/journey.ts';
import { partnerPeople } from '#app/domain/intake/drafts/partner-choices.server.ts';
import {
  startDraftForPartner,
  withoutAccount,
} from '#app/domain/intake/drafts/start-draft-for-partner.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/for-partner.ts';

export const handle = { access: 'reports.enter', marking: null, section: 'enter' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = idsOf(args);
  return { ...(await partnerPeople(ctxOf(args), { organisationId })), nobody: withoutAccount };
}

const form = z.object({ reportedBy: shownAtTimes(), channel: shownAtTimes() });

export const action = formAction(form, async (report, args: Route.ActionArgs) => {
  const { organisationId } = idsOf(args);
  const { draftId, definition } = await startDraftForPartner(ctxOf(args), { organisationId, ...report });
  return stepLink(draftId, startOf(definition));
});

export default function ForPartner({ loaderData }: Route.ComponentProps) {
  const { organisation, people, nobody } = loaderData;
  return (
    <Page title="Who made the report" backHref={link('submissions/new-for-partner')}>
      <TwoThirds>
        <PageHeading caption={organisation}>Who made the report, and how</PageHeading>
        <Form>
          <Radios
            name="reportedBy"
            legend="Who made the report?"
            legendSize="s"
            hint="The report becomes theirs: they can read it, answer questions about it and withdraw it. Make sure that it is them."
            items={[
              ...people.map(({ id, name }) => ({ value: id, label: name })),
              ...(people.length > 0 ? [{ divider: 'or' }] : []),
              {
                value: nobody,
                label: 'Somebody without an account',
                hint: 'The organisation’s lead is told that the report exists. Questions and answers need a call or a letter.',
              },
            ]}
          />
          <Radios
            name="channel"
            legend="How did it reach you?"
            legendSize="s"
            items={[
              { value: 'telephone', label: 'By telephone' },
              { value: 'paper', label: 'On paper' },
            ]}
          />
          <Button preventDoubleClick>Start the report</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
