import { redirect } from 'react-router';
import { changeRecord, removeRecord } from '#app/domain/connections/records/change-record.server.ts';
import { openRecord } from '#app/domain/connections/records/open-records.server.ts';
import { recordKinds, recordLimits } from '#app/domain/connections/records/record-kinds.ts';
import { attemptOnVersion, seenVersion, versionField } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { dateValues } from '#app/http/forms/date-fields.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import { submissionMarking } from '#app/http/server/marking.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { recordFields, writtenRecord } from '#app/http/forms/record-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RecordForm } from '#app/ui/records/RecordForm.tsx';
import { RecordVersions } from '#app/ui/records/RecordVersions.tsx';
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/record.ts';

export async function loader(args: Route.LoaderArgs) {
  const { submissionId, linkId } = args.params;
  const page = await openRecord(ctxOf(args), { submissionId, linkId });
  return { page, marking: submissionMarking(args), from: listOf(args) };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId, linkId } = args.params;
  const ctx = ctxOf(args);
  const form = await readForm(args.request, ['intent', 'reason', ...recordFields, versionField]);
  const on = { submissionId, linkId, seenVersion: seenVersion(form) };
  const removes = form.get('intent') === 'remove';
  const written = await attemptOnVersion(form, () =>
    removes
      ? removeRecord(ctx, { ...on, reason: form.get('reason') })
      : changeRecord(ctx, { ...on, ...writtenRecord(form) }),
  );
  if (!written.ok) return written.refused;
  const done = removes ? 'record-removed' : 'record-changed';
  throw redirect(carry(`${triageAddresses.records(submissionId)}?done=${done}`, listOf(args)));
}

export default function Record({ loaderData: { page, marking, from }, actionData }: Route.ComponentProps) {
  const { kind, now, versions } = page.link;
  const kept = {
    reference: now.reference ?? '',
    status: now.status ?? '',
    agency: now.agency ?? '',
    note: now.note ?? '',
    ...dateValues('datedOn', now.datedOn),
  };
  const removing = actionData ? valueOf(actionData, 'intent') === 'remove' : false;
  // The form that was not sent shows what is recorded, beside the errors of the one that was.
  const state = actionData ?? formState(kept);
  const fields = removing ? formState(kept) : state;
  return (
    <Page
      title={recordKinds[kind].label}
      backHref={carry(triageAddresses.records(page.submissionId), from)}
      marking={marking}
      errors={state.errors}
      fieldIds={{ datedOn: 'datedOn-day' }}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>{recordKinds[kind].label}</PageHeading>
        {now.removed === null ? (
          <>
            <form method="post" noValidate>
              <VersionField version={now.number} />
              <RecordForm
                kind={kind}
                typed={(field) => valueOf(fields, field)}
                errorOf={(field) => errorOf(state, field)}
              />
              <Button preventDoubleClick>Save</Button>
            </form>
            <Details summary="Remove this record" open={removing}>
              <form method="post" noValidate>
                <input type="hidden" name="intent" value="remove" />
                <VersionField version={now.number} />
                <CharacterCount
                  name="reason"
                  label="Why does it not belong to this submission?"
                  hint="What it was stays on record with this reason"
                  rows={3}
                  maxLength={recordLimits.reason}
                  value={removing ? valueOf(state, 'reason') : ''}
                  error={errorOf(state, 'reason')}
                  autoComplete="off"
                />
                <Button variant="warning" preventDoubleClick>
                  Remove record
                </Button>
              </form>
            </Details>
          </>
        ) : null}
        <h2 className="govuk-heading-m">History</h2>
        <RecordVersions versions={versions} />
      </TwoThirds>
    </Page>
  );
}
