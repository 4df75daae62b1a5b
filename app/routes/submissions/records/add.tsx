import { link } from '#app/http/link.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import { randomUUID } from 'node:crypto';
import { addRecord } from '#app/domain/connections/records/add-record.server.ts';
import { prepareRecord } from '#app/domain/connections/records/open-records.server.ts';
import { recordForm } from '#app/domain/connections/records/record-input.ts';
import { recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RecordForm } from '#app/ui/records/RecordForm.tsx';
import type { Route } from './+types/add.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId, kind } = idsOf(args);
  const page = await prepareRecord(ctxOf(args), { submissionId, kind });
  return { page, blank: { linkId: randomUUID() } };
}

const form = recordForm.extend({ linkId: z.string() });

export const action = formAction(form, async (written, args: Route.ActionArgs) => {
  const { submissionId, kind } = idsOf(args);
  await addRecord(ctxOf(args), { submissionId, kind, ...written });
  return flash(link('submissions/records/records', { submissionId }), 'record-added');
});

export default function AddRecord({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { page, blank } = loaderData;
  const title = `Add ${recordKinds[page.kind].a}`;
  return (
    <Page title={title} backHref={link('submissions/records/records', { submissionId: page.submissionId })}>
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>{title}</PageHeading>
        {page.given ? (
          <InsetText>
            Given by the partner: <span className="portal-verbatim">{page.given}</span>
          </InsetText>
        ) : null}
        <Form values={blank} data-keep>
          <HiddenField name="linkId" />
          <RecordForm kind={page.kind} items={page.items} />
          <Button preventDoubleClick>Add record</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
