import { data } from 'react-router';
import { z } from 'zod';
import { foundReports } from '#app/domain/connections/search/search.server.ts';
import { keptSearch } from '#app/domain/connections/search/kept-search.server.ts';
import { keptSought } from '#app/domain/connections/search/sought.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { isId, type Id } from '#app/domain/kernel/id.ts';
import { shortText } from '#app/domain/kernel/short-text.ts';
import {
  linkTogether,
  prepareTogether,
  type LinkedOne,
} from '#app/domain/triage/actions/link-together.server.ts';
import { mostLinkedTogether } from '#app/domain/triage/queues/bulk.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { BulkLines } from '#app/routes/queues/BulkLines.tsx';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/link-plan.ts';

export const handle = { access: 'triage.work', section: 'search' } satisfies RouteHandle;

/** What was selected among the results of a search, or all that was found, to be confirmed. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { searchId } = idsOf(args);
  const sought = await keptSearch(ctx, { searchId, as: keptSought });
  if (!sought) throw new NotFound();
  const { searchParams } = args.url;
  // One more than may be linked tells that there are too many, which is refused and never cut short.
  const most = mostLinkedTogether + 1;
  const submissionIds = searchParams.has('all')
    ? await foundReports(ctx, { sought, most })
    : readIds(searchParams.getAll('pick')).slice(0, most);
  if (submissionIds.length > mostLinkedTogether) throw new Invalid({}, tooMany);
  return { searchId, ...(await prepareTogether(ctx, { submissionIds })) };
}

const tooMany = `No more than ${mostLinkedTogether} submissions are linked at once. Narrow the search, or select some of them. Nothing has been done`;

const readIds = (written: readonly string[]): Id<'Submission'>[] => [
  ...new Set(written.filter((id) => isId<'Submission'>(id))),
];

const form = z.object({ picks: shownAtTimes(), item: z.string(), reason: z.string() });

export const action = formAction(form, async ({ picks, ...given }, args: Route.ActionArgs) => {
  const { searchId } = idsOf(args);
  if (!(await keptSearch(ctxOf(args), { searchId, as: keptSought }))) throw new NotFound();
  const submissionIds = readIds(picks.split(' '));
  return data({ linked: await linkTogether(ctxOf(args), { submissionIds, ...given }) });
});

const title = 'Link several submissions to the plan';

export default function LinkFound({ loaderData, actionData }: Route.ComponentProps) {
  const { searchId, lines, items } = loaderData;
  const back = link('search/results', { searchId });
  const linked = actionData && 'linked' in actionData ? actionData.linked : null;
  const ready = lines.filter(({ problem }) => problem === null);
  return (
    <Page
      title={linked ? 'What was linked' : title}
      backHref={back}
      backText="Search results"
      fieldIds={{ pick: 'main-content' }}
    >
      <TwoThirds>
        {linked ? (
          <Linked linked={linked} back={back} />
        ) : (
          <>
            <PageHeading>{title}</PageHeading>
            {lines.length === 0 ? (
              <EmptyState title="Nothing is selected.">
                Go back and select at least one submission.
              </EmptyState>
            ) : (
              <BulkLines caption="What you selected" lines={lines} done="Ready" undone="Left out" />
            )}
            {ready.length === 0 ? (
              <ButtonLink href={back}>Back to the results</ButtonLink>
            ) : (
              <Form>
                <input
                  type="hidden"
                  name="picks"
                  value={ready.map(({ submissionId }) => submissionId).join(' ')}
                />
                <Select
                  name="item"
                  label="Part of the plan"
                  options={[
                    { value: '', text: 'Select a part of the plan' },
                    ...items.map(({ code, text }) => ({ value: code, text: `${code} ${shortText(text)}` })),
                  ]}
                />
                <Input
                  name="reason"
                  label="Why do they serve it?"
                  hint="Name nobody and no place, and say nothing that the reports say."
                  autoComplete="off"
                />
                <Button preventDoubleClick>Link to the plan ({ready.length})</Button>
              </Form>
            )}
          </>
        )}
      </TwoThirds>
    </Page>
  );
}

function Linked({ linked, back }: { linked: LinkedOne[]; back: string }) {
  const refused = linked.filter((one) => one.refused !== null).length;
  const already = linked.filter((one) => one.already).length;
  return (
    <>
      <PageHeading>{linked.length - refused - already} linked to the plan</PageHeading>
      <p className="govuk-body">
        {already} {already === 1 ? 'was' : 'were'} linked already, {refused} {refused === 1 ? 'was' : 'were'}{' '}
        refused.
      </p>
      <BulkLines
        caption="What became of each"
        lines={linked.map(({ submissionId, reference, refused: why, already: was }) => ({
          submissionId,
          reference,
          problem: why ?? (was ? 'It was linked already' : null),
        }))}
        done="Linked"
        undone="Not linked"
      />
      <ButtonLink href={back}>Back to the results</ButtonLink>
    </>
  );
}
