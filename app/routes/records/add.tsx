import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { addRecord } from '#app/domain/connections/records/add-record.server.ts';
import { prepareRecord } from '#app/domain/connections/records/open-records.server.ts';
import { recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import { submissionMarking } from '#app/http/server/marking.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { recordFields, writtenRecord } from '#app/http/forms/record-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RecordForm } from '#app/ui/records/RecordForm.tsx';
import type { Route } from './+types/add.ts';

export async function loader(args: Route.LoaderArgs) {
  const { submissionId, kind } = args.params;
  const page = await prepareRecord(ctxOf(args), { submissionId, kind });
  return { page, blank: { link: randomUUID() }, marking: submissionMarking(args), from: listOf(args) };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId, kind } = args.params;
  const form = await readForm(args.request, ['link', ...recordFields]);
  const added = await attempt(form, () =>
    addRecord(ctxOf(args), { submissionId, kind, linkId: form.get('link'), ...writtenRecord(form) }),
  );
  if (!added.ok) return added.refused;
  throw redirect(carry(`${triageAddresses.records(submissionId)}?done=record-added`, listOf(args)));
}

export default function AddRecord({ loaderData, actionData }: Route.ComponentProps) {
  const { page, blank, marking, from } = loaderData;
  const state = actionData ?? formState(blank);
  const title = `Add ${recordKinds[page.kind].a}`;
  return (
    <Page
      title={title}
      backHref={carry(triageAddresses.records(page.submissionId), from)}
      marking={marking}
      errors={state.errors}
      fieldIds={{ datedOn: 'datedOn-day' }}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>{title}</PageHeading>
        {page.given ? (
          <InsetText>
            Given by the partner: <span className="portal-verbatim">{page.given}</span>
          </InsetText>
        ) : null}
        <form method="post" noValidate data-keep>
          <input type="hidden" name="link" value={valueOf(state, 'link')} />
          <RecordForm
            kind={page.kind}
            typed={(field) => valueOf(state, field)}
            errorOf={(field) => errorOf(state, field)}
          />
          <Button preventDoubleClick>Add record</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
