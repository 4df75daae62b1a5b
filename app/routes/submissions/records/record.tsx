import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { dateValues, expectedVersion } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { changeRecord, removeRecord } from '#app/domain/connections/records/change-record.server.ts';
import { openRecord } from '#app/domain/connections/records/open-records.server.ts';
import { recordForm } from '#app/domain/connections/records/record-input.ts';
import { recordKinds, recordLimits } from '#app/domain/connections/records/record-kinds.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordVersions } from './RecordVersions.tsx';
import type { Route } from './+types/record.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId, linkId } = idsOf(args);
  const page = await openRecord(ctxOf(args), { submissionId, linkId });
  return { page };
}

const form = z.discriminatedUnion('intent', [
  recordForm.extend({ intent: z.literal('change'), expectedVersion: expectedVersion() }),
  z.object({ intent: z.literal('remove'), expectedVersion: expectedVersion(), reason: z.string() }),
]);

export const action = formAction(form, async (input, args: Route.ActionArgs) => {
  const { submissionId, linkId } = idsOf(args);
  const on = { submissionId, linkId, expectedVersion: input.expectedVersion };
  const records = link('submissions/records/records', { submissionId });
  if (input.intent === 'remove') {
    await removeRecord(ctxOf(args), { ...on, reason: input.reason });
    return flash(records, 'record-removed');
  }
  await changeRecord(ctxOf(args), { ...on, ...input });
  return flash(records, 'record-changed');
});

export default function Record({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const { kind, now, versions } = page.link;
  const kept = {
    reference: now.reference ?? '',
    status: now.status ?? '',
    agency: now.agency ?? '',
    note: now.note ?? '',
    ...dateValues('datedOn', now.datedOn),
  };
  const removing = useFormState()?.values['intent'] === 'remove';
  return (
    <Page
      title={recordKinds[kind].label}
      backHref={link('submissions/records/records', { submissionId: page.submissionId })}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>{recordKinds[kind].label}</PageHeading>
        {now.removed === null ? (
          <>
            <Form intent="change" values={kept} expectedVersion={now.number}>
              <RecordForm kind={kind} />
              <Button preventDoubleClick>Save</Button>
            </Form>
            <Details summary="Remove this record" open={removing}>
              <Form intent="remove" expectedVersion={now.number}>
                <CharacterCount
                  name="reason"
                  label="Why does it not belong to this submission?"
                  hint="What it was stays on record with this reason"
                  rows={3}
                  maxLength={recordLimits.reason}
                  autoComplete="off"
                />
                <Button variant="warning" preventDoubleClick>
                  Remove record
                </Button>
              </Form>
            </Details>
          </>
        ) : null}
        <h2 className="govuk-heading-m">History</h2>
        <RecordVersions versions={versions} />
      </TwoThirds>
    </Page>
  );
}
