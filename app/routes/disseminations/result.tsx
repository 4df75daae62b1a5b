import { changeRecord, removeRecord } from '#app/domain/connections/records/change-record.server.ts';
import { openRecord } from '#app/domain/connections/records/open-records.server.ts';
import { editForm } from '#app/domain/connections/records/record-input.ts';
import { recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { EditRecord } from '#app/ui/records/EditRecord.tsx';
import type { Route } from './+types/result.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId, linkId } = idsOf(args);
  return { disseminationId, page: await openRecord(ctxOf(args), { disseminationId, linkId }) };
}

export const action = formAction(editForm, async (input, args: Route.ActionArgs) => {
  const { disseminationId, linkId } = idsOf(args);
  const on = { disseminationId, linkId };
  const item = `${link('disseminations/dissemination', { disseminationId })}#answers`;
  if (input.intent === 'remove') {
    await removeRecord(ctxOf(args), { ...on, ...input });
    return flash(item, 'record-removed');
  }
  await changeRecord(ctxOf(args), { ...on, ...input });
  return flash(item, 'record-changed');
});

/** What recipients told that came of an item, to correct. */
export default function Result({ loaderData: { disseminationId, page } }: Route.ComponentProps) {
  const { label } = recordKinds[page.link.kind];
  return (
    <Page title={label} backHref={link('disseminations/dissemination', { disseminationId })}>
      <TwoThirds>
        <PageHeading caption={`What came of an item of ${page.reference}`}>{label}</PageHeading>
        <EditRecord link={page.link} items={null} />
      </TwoThirds>
    </Page>
  );
}
