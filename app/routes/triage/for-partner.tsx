import { redirect } from 'react-router';
import { entryOf } from '#app/domain/form/journey.ts';
import { partnerPeople } from '#app/domain/intake/drafts/partner-choices.server.ts';
import {
  startDraftForPartner,
  withoutAccount,
} from '#app/domain/intake/drafts/start-draft-for-partner.server.ts';
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { stepLink } from '#app/http/report-links.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/for-partner.ts';

export const handle = { access: 'reports.enter', marking: null, section: 'enter' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = args.params;
  return { ...(await partnerPeople(ctxOf(args), { organisationId })), nobody: withoutAccount };
}

export async function action(args: Route.ActionArgs) {
  const { organisationId } = args.params;
  const form = await readForm(args.request, ['reportedBy', 'channel']);
  const started = await attempt(form, () =>
    startDraftForPartner(ctxOf(args), {
      organisationId,
      reportedBy: form.get('reportedBy'),
      channel: form.get('channel'),
    }),
  );
  if (!started.ok) return started.refused;
  const { draftId, definition } = started.value;
  const [first] = definition.sections;
  throw redirect(first ? stepLink(draftId, entryOf(first, {})) : link('reports/draft', { draftId }));
}

export default function ForPartner({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState();
  const { organisation, people, nobody } = loaderData;
  return (
    <Page title="Who made the report" errors={state.errors} backHref={link('triage/new-for-partner')}>
      <TwoThirds>
        <PageHeading caption={organisation}>Who made the report, and how</PageHeading>
        <form method="post" noValidate>
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
            value={valueOf(state, 'reportedBy')}
            error={errorOf(state, 'reportedBy')}
          />
          <Radios
            name="channel"
            legend="How did it reach you?"
            legendSize="s"
            items={[
              { value: 'telephone', label: 'By telephone' },
              { value: 'paper', label: 'On paper' },
            ]}
            value={valueOf(state, 'channel')}
            error={errorOf(state, 'channel')}
          />
          <Button preventDoubleClick>Start the report</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
