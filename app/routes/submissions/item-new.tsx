import { link } from '#app/http/link.ts';
import { Form, typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { data } from 'react-router';
import { Forbidden } from '#app/domain/kernel/failures.ts';
import { createItem } from '#app/domain/triage/items/create-item.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SubmittedDocument } from '#app/ui/form/SubmittedDocument.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { CollisionNotice, useMineLabel } from '#app/ui/triage/CollisionNotice.tsx';
import type { Route } from './+types/item-new.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

const claimFirst = 'Claim the submission before you add an item';

export async function loader(args: Route.LoaderArgs) {
  const opened = await openSubmission(ctxOf(args), { submissionId: idsOf(args).submissionId });
  if (opened.view !== 'whole') throw new Forbidden(claimFirst);
  const { identity, facts, items } = opened;
  const may = opened.itemActions.includes('grade');
  const page = {
    identity,
    document: facts.document,
    titles: items.filter(({ voided }) => voided === null).map(({ title }) => title),
    may,
  };
  return data(page, { status: may ? 200 : 403 });
}

const form = z.object({ title: z.string(), expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ title, expectedVersion }, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  const item = { submissionId, title, expectedVersion };
  const { itemId } = await createItem(ctxOf(args), item);
  return link('items/item', { itemId });
});

export default function NewItem({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { identity, document, titles, may } = loaderData;
  const posted = useFormState();
  return (
    <Page title="Add an item" backHref={link('submissions/submission', { submissionId: identity.id })}>
      <TwoThirds>
        <PageHeading caption={`Submission ${identity.reference}`}>Add an item</PageHeading>
        <p className="govuk-body">
          Make one item for each separate piece of intelligence. Each gets its own grade and its own sanitised
          text.
        </p>
        {posted?.collision ? (
          <CollisionNotice
            changes={posted.collision.changes}
            fields={[
              {
                label: 'What this item is about',
                now: titles.join('\n'),
                typed: typedIn(posted, 'title'),
              },
            ]}
            mayUse={may}
            keepHref={link('submissions/submission', { submissionId: identity.id })}
          />
        ) : null}
        {may ? (
          <Form data-keep expectedVersion={identity.version}>
            <Input
              name="title"
              label="What is this item about?"
              hint="For officers of this submission only, such as “Van at the house”. Do not name the source."
              autoComplete="off"
            />
            <Button preventDoubleClick>{posted?.collision ? useMineLabel : 'Add and grade'}</Button>
          </Form>
        ) : (
          <InsetText>{claimFirst}.</InsetText>
        )}
        <Details summary="Read the report again">
          <SubmittedDocument document={document} headingLevel={2} />
        </Details>
      </TwoThirds>
    </Page>
  );
}
