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
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf, type FormState } from '#app/http/forms/form-state.ts';
import { readFrom } from '#app/http/list-address.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { colleagueWords } from '#app/ui/triage/ActionChoices.tsx';
import { BulkLines } from '#app/ui/triage/BulkLines.tsx';
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

export async function action(args: Route.ActionArgs) {
  const { queueCode } = args.params;
  const form = await readForm(args.request, ['do', 'comment', 'otherQueue', 'colleague', 'picks']);
  const input = {
    queueCode,
    action: bulkOf(form.get('do')),
    picks: readPicks(form.get('picks').split(' ')),
    comment: form.get('comment'),
    otherQueue: form.get('otherQueue'),
    colleague: form.get('colleague'),
  };
  const acted = await attempt(form, () => bulkAct(ctxOf(args), input));
  if (!acted.ok) return acted.refused;
  return data({ results: acted.value });
}

function bulkOf(name: string): BulkAction {
  if (!isBulkAction(name)) throw new NotFound();
  return name;
}

export default function Bulk({ loaderData, actionData }: Route.ComponentProps) {
  const { action, prepared, from } = loaderData;
  const words = bulkWords[action];
  const back = from?.href ?? link('triage/queue', { queueCode: prepared.queue.code });
  const results = actionData && 'results' in actionData ? actionData.results : null;
  const state = actionData && 'errors' in actionData ? actionData : formState();
  return (
    <Page
      title={results ? 'What was done' : words.title}
      backHref={back}
      backText={prepared.queue.name}
      errors={state.errors}
      fieldIds={{ pick: 'main-content' }}
    >
      <TwoThirds>
        {results ? (
          <Results action={action} results={results} back={back} />
        ) : (
          <Confirm action={action} prepared={prepared} state={state} back={back} />
        )}
      </TwoThirds>
    </Page>
  );
}

type Prepared = Route.ComponentProps['loaderData']['prepared'];
type ConfirmProps = { action: BulkAction; prepared: Prepared; state: FormState; back: string };

function Confirm({ action, prepared, state, back }: ConfirmProps) {
  const words = bulkWords[action];
  const possible = prepared.lines.filter(({ problem }) => problem === null);
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
      <form method="post" noValidate>
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
            value={valueOf(state, 'colleague')}
            error={errorOf(state, 'colleague')}
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
            value={valueOf(state, 'otherQueue')}
            error={errorOf(state, 'otherQueue')}
          />
        ) : null}
        {comment.need === 'none' ? null : (
          <Textarea
            name="comment"
            label={comment.label}
            value={valueOf(state, 'comment')}
            error={errorOf(state, 'comment')}
            autoComplete="off"
          />
        )}
        <Button preventDoubleClick>
          {words.button} ({possible.length})
        </Button>
      </form>
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
