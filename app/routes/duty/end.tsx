import { z } from 'zod';
import { endDuty, openDuty } from '#app/domain/people/duty/end-duty.server.ts';
import { positions } from '#app/domain/people/duty/positions.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { DutyTimes } from './DutyTimes.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/end.ts';

export const handle = { access: 'roster.edit' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { duty: await openDuty(ctxOf(args), { entryId: idsOf(args).entryId }) };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  await endDuty(ctxOf(args), { entryId: idsOf(args).entryId });
  return flash(link('duty/roster'), 'duty-ended');
});

export default function DutyEnd({ loaderData: { duty } }: Route.ComponentProps) {
  const title = duty.running ? 'End this duty now' : 'Take this duty out of the roster';
  return (
    <Page title={title} backHref={link('duty/roster')} backText="Duty roster">
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <SummaryList
          rows={[
            { key: 'Who', value: duty.name },
            { key: 'Step', value: positions[duty.position].label },
            { key: 'From and to', value: <DutyTimes from={duty.from} to={duty.to} /> },
          ]}
        />
        <p className="govuk-body">
          If nobody else is on duty at this step then, the roster has a gap, which is shown on its page.
        </p>
        <form method="post">
          <Button variant="warning" preventDoubleClick>
            {duty.running ? 'End duty' : 'Take out'}
          </Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
