import { z } from 'zod';
import { endAbsence, openAbsence } from '#app/domain/people/duty/end-absence.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { DutyTimes } from './DutyTimes.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/absence-end.ts';

export const handle = { access: 'roster.edit' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { absence: await openAbsence(ctxOf(args), { absenceId: idsOf(args).absenceId }) };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  await endAbsence(ctxOf(args), { absenceId: idsOf(args).absenceId });
  return flash(link('duty/roster'), 'absence-ended');
});

export default function AbsenceEnd({ loaderData: { absence } }: Route.ComponentProps) {
  const title = absence.running ? 'End this absence now' : 'Take back this absence';
  return (
    <Page title={title} backHref={link('duty/roster')} backText="Duty roster">
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <SummaryList
          rows={[
            { key: 'Who', value: absence.name },
            { key: 'Away', value: <DutyTimes from={absence.from} to={absence.to} /> },
          ]}
        />
        <form method="post">
          <Button preventDoubleClick>{absence.running ? 'End absence' : 'Take back'}</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
