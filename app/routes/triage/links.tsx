import { redirect } from 'react-router';
import { relationCodes, relationKinds } from '#app/domain/connections/matching/relations.ts';
import {
  endRelation,
  openRelations,
  relateSubmissions,
} from '#app/domain/connections/matching/relate-submissions.server.ts';
import { link } from '#app/http/link.ts';
import { attemptOnVersion } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { errorOf, formState, valueOf, type FormState } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RelationList, relationWords } from '#app/ui/triage/RelationList.tsx';
import type { Route } from './+types/links.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openRelations(ctxOf(args), {
    submissionId: args.params.submissionId,
    withId: args.url.searchParams.get('with'),
  });
  return { page, done: doneWords(args.url.searchParams.get('done')) };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const ctx = ctxOf(args);
  const names = ['intent', 'reference', 'kind', 'reason', 'relationId', 'endReason'] as const;
  const form = await readForm(args.request, [...names]);
  const ends = form.get('intent') === 'end';
  const done = await attemptOnVersion(form, () =>
    ends
      ? endRelation(ctx, { submissionId, relationId: form.get('relationId'), reason: form.get('endReason') })
      : relateSubmissions(ctx, {
          submissionId,
          reference: form.get('reference'),
          kind: form.get('kind'),
          reason: form.get('reason'),
        }),
  );
  if (!done.ok) return done.refused;
  throw redirect(`${link('triage/links', { submissionId })}?done=${ends ? 'unrelated' : 'related'}`);
}

type LinksPage = Route.ComponentProps['loaderData']['page'];

export default function Links({ loaderData: { page, done }, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState({ reference: page.suggested });
  const standing = page.relations.filter(({ ended }) => ended === null);
  const ended = page.relations.filter((relation) => relation.ended !== null);
  return (
    <Page
      title="Links to other reports"
      backHref={link('triage/submission', { submissionId: page.submissionId })}
      backText="Submission"
      errors={state.errors}
      success={done ?? undefined}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Links to other reports</PageHeading>
        {standing.length === 0 && page.elsewhere === 0 ? (
          <p className="govuk-body">This report is linked to no other.</p>
        ) : (
          <RelationList
            relations={standing}
            elsewhere={page.elsewhere}
            hrefOf={(submissionId: string) => link('triage/submission', { submissionId })}
          />
        )}
        <AddLink state={state} />
        {standing.length > 0 ? <EndLink state={state} standing={standing} /> : null}
        {ended.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Ended</h2>
            <RelationList
              relations={ended}
              elsewhere={0}
              hrefOf={(submissionId: string) => link('triage/submission', { submissionId })}
            />
          </>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

function AddLink({ state }: { state: FormState }) {
  return (
    <>
      <h2 className="govuk-heading-m">Add a link</h2>
      <form method="post" noValidate>
        <input type="hidden" name="intent" value="relate" />
        <Input
          name="reference"
          label="Reference of the other report"
          hint="For example, K7M2P-9QXDR"
          value={valueOf(state, 'reference')}
          error={errorOf(state, 'reference')}
          autoComplete="off"
          spellCheck={false}
          className="govuk-input--width-20"
        />
        <Radios
          name="kind"
          legend="How are they linked?"
          small
          value={valueOf(state, 'kind')}
          error={errorOf(state, 'kind')}
          items={relationCodes.map((code) => ({ value: code, label: relationKinds[code].label }))}
        />
        <Input
          name="reason"
          label="Why do you link them?"
          value={valueOf(state, 'reason')}
          error={errorOf(state, 'reason')}
          autoComplete="off"
        />
        <Button preventDoubleClick>Link the reports</Button>
      </form>
    </>
  );
}

function EndLink({ state, standing }: { state: FormState; standing: LinksPage['relations'] }) {
  return (
    <>
      <h2 className="govuk-heading-m">End a link</h2>
      <form method="post" noValidate>
        <input type="hidden" name="intent" value="end" />
        <Radios
          name="relationId"
          legend="Link"
          small
          value={valueOf(state, 'relationId')}
          error={errorOf(state, 'relationId')}
          items={standing.map((relation) => ({
            value: relation.id,
            label: `${relationWords(relation)} ${relation.other.reference}`,
          }))}
        />
        <Input
          name="endReason"
          label="Why does it no longer hold?"
          hint="The link stays on record with this reason."
          value={valueOf(state, 'endReason')}
          error={errorOf(state, 'endReason')}
          autoComplete="off"
        />
        <Button variant="secondary" preventDoubleClick>
          End the link
        </Button>
      </form>
    </>
  );
}
