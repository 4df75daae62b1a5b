import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { flash } from '#app/http/forms/flash.ts';
import { changeRecord, removeRecord } from '#app/domain/connections/records/change-record.server.ts';
import { openRecord } from '#app/domain/connections/records/open-records.server.ts';
import { editForm } from '#app/domain/connections/records/record-input.ts';
import { recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { EditRecord } from '#app/ui/records/EditRecord.tsx';
import type { Route } from './+types/record.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId, linkId } = idsOf(args);
  const page = await openRecord(ctxOf(args), { submissionId, linkId });
  return { page };
}

export const action = formAction(editForm, async (input, args: Route.ActionArgs) => {
  const { submissionId, linkId } = idsOf(args);
  const on = { submissionId, linkId };
  const records = link('submissions/records/records', { submissionId });
  if (input.intent === 'remove') {
    await removeRecord(ctxOf(args), { ...on, ...input });
    return flash(records, 'record-removed');
  }
  await changeRecord(ctxOf(args), { ...on, ...input });
  return flash(records, 'record-changed');
});

export default function Record({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const { label } = recordKinds[page.link.kind];
  return (
    <Page title={label} backHref={link('submissions/records/records', { submissionId: page.submissionId })}>
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>{label}</PageHeading>
        <EditRecord link={page.link} items={page.items} />
      </TwoThirds>
    </Page>
  );
}
