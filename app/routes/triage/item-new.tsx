import { data, redirect } from 'react-router';
import { Forbidden } from '#app/domain/kernel/failures.ts';
import { createItem } from '#app/domain/triage/items/create-item.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { link } from '#app/http/link.ts';
import {
  attemptOnVersion,
  seenVersion,
  versionedForm,
  versionField,
} from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, valueOf } from '#app/http/forms/form-state.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import { readForm } from '#app/http/forms/read-form.ts';
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
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/item-new.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

const claimFirst = 'Claim the submission before you add an item';

export async function loader(args: Route.LoaderArgs) {
  const opened = await openSubmission(ctxOf(args), { submissionId: args.params.submissionId });
  if (opened.view !== 'whole') throw new Forbidden(claimFirst);
  const { identity, facts, items } = opened;
  const may = opened.itemActions.includes('grade');
  const page = {
    identity,
    document: facts.document,
    titles: items.map(({ title }) => title),
    may,
    from: listOf(args),
  };
  return data(page, { status: may ? 200 : 403 });
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const form = await readForm(args.request, ['title', versionField]);
  const created = await attemptOnVersion(form, () =>
    createItem(ctxOf(args), { submissionId, title: form.get('title'), seenVersion: seenVersion(form) }),
  );
  if (!created.ok) return created.refused;
  throw redirect(carry(link('triage/item', { itemId: created.value.itemId }), listOf(args)));
}

export default function NewItem({ loaderData, actionData }: Route.ComponentProps) {
  const { identity, document, titles, may, from } = loaderData;
  const state = actionData ?? versionedForm();
  return (
    <Page
      title="Add an item"
      backHref={carry(link('triage/submission', { submissionId: identity.id }), from)}
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${identity.reference}`}>Add an item</PageHeading>
        <p className="govuk-body">
          Make one item for each separate piece of intelligence. Each gets its own grade and its own sanitised
          text.
        </p>
        {state.collision ? (
          <CollisionNotice
            changes={state.collision.changes}
            fields={[
              {
                label: 'What this item is about',
                now: titles.join('\n'),
                typed: valueOf(state, 'title'),
              },
            ]}
            mayUse={may}
            keepHref={carry(link('triage/submission', { submissionId: identity.id }), from)}
          />
        ) : null}
        {may ? (
          <form method="post" noValidate data-keep>
            <VersionField version={identity.version} />
            <Input
              name="title"
              label="What is this item about?"
              hint="For officers of this submission only, such as “Van at the house”. Do not name the source."
              value={valueOf(state, 'title')}
              error={errorOf(state, 'title')}
              autoComplete="off"
            />
            <Button preventDoubleClick>{state.collision ? useMineLabel : 'Add and grade'}</Button>
          </form>
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
