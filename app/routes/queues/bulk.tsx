import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { data } from 'react-router';
import { actions } from '#app/domain/submission/actions.ts';
import { bulkAct, prepareBulk, type BulkResult } from '#app/domain/desks/bulk-act.server.ts';
import {
  bulkWords,
  isBulkAction,
  readPicks,
  writePick,
  type BulkAction,
} from '#app/domain/triage/queues/bulk.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { readFrom } from '#app/http/list-address.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { colleagueWords } from '#app/ui/triage/ActionChoices.tsx';
import { BulkLines } from './BulkLines.tsx';
import type { Route } from './+types/bulk.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** What the list chose, to be confirmed. */
export async function loader(args: Route.LoaderArgs) {
  const { queueCode } = args.params;
  const { searchParams } = args.url;
  const action = bulkOf(searchParams.get('do') ?? 'claim');
  const picks = readPicks(searchParams.getAll('pick'));
  const prepared = await prepareBulk(ctxOf(args), { queueCode, action, picks });
  return { action, prepared, from: readFrom(searchParams.get('from')) };
}

const form = z.object({
  do: z.string(),
  picks: z.string(),
  colleague: shownAtTimes(),
  otherQueue: shownAtTimes(),
  comment: shownAtTimes(),
});

export const action = formAction(form, async (input, args: Route.ActionArgs) => {
  const { queueCode } = args.params;
  const { do: name, picks, ...given } = input;
  const results = await bulkAct(ctxOf(args), {
    queueCode,
    action: bulkOf(name),
    picks: readPicks(picks.split(' ')),
    ...given,
  });
  return data({ results });
});

function bulkOf(name: string): BulkAction {
  if (!isBulkAction(name)) throw new NotFound();
  return name;
}

export default function Bulk({ loaderData, actionData }: Route.ComponentProps) {
  const { action, prepared, from } = loaderData;
  const words = bulkWords[action];
  const back = from?.href ?? link('queues/queue', { queueCode: prepared.queue.code });
  const results = actionData && 'results' in actionData ? actionData.results : null;
  const hasForm = prepared.lines.some(isPossible);
  return (
    <Page
      title={results ? 'What was done' : words.title}
      backHref={back}
      backText={prepared.queue.name}
      fieldIds={hasForm ? { pick: 'main-content' } : withoutForm}
    >
      <TwoThirds>
        {results ? (
          <Results action={action} results={results} back={back} />
        ) : (
          <Confirm action={action} prepared={prepared} back={back} />
        )}
      </TwoThirds>
    </Page>
  );
}

type Prepared = Route.ComponentProps['loaderData']['prepared'];
const isPossible = ({ problem }: Prepared['lines'][number]): boolean => problem === null;

/** Where nothing can be done any more the page has no fields: their errors lead to what it says instead. */
const withoutForm = Object.fromEntries(
  Object.keys(form.shape)
    .concat('pick')
    .map((field) => [field, 'main-content']),
);

type ConfirmProps = { action: BulkAction; prepared: Prepared; back: string };

function Confirm({ action, prepared, back }: ConfirmProps) {
  const words = bulkWords[action];
  const possible = prepared.lines.filter(isPossible);
  const { comment } = actions[action];
  if (possible.length === 0)
    return (
      <>
        <PageHeading caption={prepared.queue.name}>{words.title}</PageHeading>
        {prepared.lines.length === 0 ? (
          <EmptyState title="Nothing is selected.">Go back and select at least one submission.</EmptyState>
        ) : (
          <BulkLines caption="What cannot be done" lines={prepared.lines} done="" />
        )}
        <ButtonLink href={back}>Back to the queue</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeading caption={prepared.queue.name}>{words.title}</PageHeading>
      <BulkLines caption="What you selected" lines={prepared.lines} done="Ready" />
      <Form>
        <input type="hidden" name="do" value={action} />
        <input type="hidden" name="picks" value={possible.map(writePick).join(' ')} />
        {action === 'assign' ? (
          <Select
            name="colleague"
            label="Officer"
            options={[
              { text: 'Select an officer', value: '' },
              ...prepared.colleagues.map((each) => ({ text: colleagueWords(each), value: each.accountId })),
            ]}
          />
        ) : null}
        {action === 'reroute' ? (
          <Select
            name="otherQueue"
            label="Queue"
            options={[
              { text: 'Select a queue', value: '' },
              ...prepared.queues.map(({ code, name }) => ({ text: name, value: code })),
            ]}
          />
        ) : null}
        {comment.need === 'none' ? null : (
          <Textarea name="comment" label={comment.label} autoComplete="off" />
        )}
        <Button preventDoubleClick>
          {words.button} ({possible.length})
        </Button>
      </Form>
    </>
  );
}

function Results({ action, results, back }: { action: BulkAction; results: BulkResult[]; back: string }) {
  const done = results.filter(({ problem }) => problem === null).length;
  return (
    <>
      <PageHeading>
        {done} of {results.length} done
      </PageHeading>
      <BulkLines caption="What became of each" lines={results} done={bulkWords[action].done} />
      <ButtonLink href={back}>Back to the queue</ButtonLink>
    </>
  );
}
