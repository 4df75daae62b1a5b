import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { choice } from '#app/domain/kernel/fields.ts';
import { partnerChoices, type UnsentForPartner } from '#app/domain/intake/drafts/partner-choices.server.ts';
import { channelWords } from '#app/domain/kernel/report-labels.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/new-for-partner.ts';

export const handle = { access: 'reports.enter', marking: null, section: 'enter' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return partnerChoices(ctxOf(args));
}

const missing = 'Select the organisation that made the report';
const form = z.object({ organisationId: choice(missing) });

export const action = formAction(form, async ({ organisationId }, args: Route.ActionArgs) => {
  const { organisations } = await partnerChoices(ctxOf(args));
  if (!organisations.some(({ id }) => id === organisationId)) throw new Invalid({ organisationId: missing });
  return link('submissions/for-partner', { organisationId });
});

export default function NewForPartner({ loaderData }: Route.ComponentProps) {
  const { organisations, unsent } = loaderData;
  return (
    <Page title="Enter a report for a partner">
      <TwoThirds>
        <PageHeading>Enter a report for a partner</PageHeading>
        <p className="govuk-body">
          For a report made by telephone or on paper. It goes to the queue that the rules say, as if the
          partner had sent it in the portal.
        </p>
        <Form>
          <Select
            name="organisationId"
            label="Which organisation made the report?"
            hint="An organisation that is not in the list is registered by an administrator first."
            options={[
              { value: '', text: 'Select an organisation' },
              ...organisations.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Button>Continue</Button>
        </Form>
      </TwoThirds>
      <Unsent unsent={unsent} />
    </Page>
  );
}

function Unsent({ unsent }: { unsent: UnsentForPartner[] }) {
  if (unsent.length === 0) return null;
  return (
    <section aria-labelledby="unsent">
      <h2 className="govuk-heading-m" id="unsent">
        Reports that you have not sent yet
      </h2>
      <CardTable
        caption="Reports that you have not sent yet"
        captionHidden
        columns={[
          { header: 'Organisation' },
          { header: 'Reached you by' },
          { header: 'Saved' },
          { header: 'Deleted after' },
        ]}
        rows={unsent.map(({ id, organisation, channel, updatedAt, expiresAt }) => ({
          key: id,
          cells: [
            <a key="organisation" className="govuk-link" href={link('reports/draft', { draftId: id })}>
              {organisation}
              <span className="govuk-visually-hidden">
                , saved <DateTime at={updatedAt} />
              </span>
            </a>,
            channelWords[channel as keyof typeof channelWords],
            <DateTime key="saved" at={updatedAt} />,
            <DateTime key="deleted" at={expiresAt} />,
          ],
        }))}
      />
    </section>
  );
}
