import { shortText } from '#app/domain/kernel/short-text.ts';
import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { boxes, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { isId, newId } from '#app/domain/kernel/id.ts';
import { readWrittenDate } from '#app/domain/kernel/written-date.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { data } from 'react-router';
import { actions, type SubmissionAction } from '#app/domain/submission/actions.ts';
import { relationCodes, relationKinds } from '#app/domain/connections/matching/relations.ts';
import { taskLimits } from '#app/domain/connections/tasks/task-words.ts';
import { DueInput, OwnerSelect } from '#app/routes/tasks/NewTask.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import {
  bulkAct,
  prepareBulk,
  type BulkResult,
  type PickedLine,
  type PreparedBulk,
} from '#app/domain/desks/bulk-act.server.ts';
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
  // Each task has its id before it is sent, so that sending twice makes one of each.
  const taskIds = action === 'task' ? prepared.lines.filter(isPossible).map(() => newId<'Task'>()) : [];
  return { action, prepared, taskIds, from: readFrom(searchParams.get('from')) };
}

const form = z.object({
  do: z.string(),
  picks: z.string(),
  colleague: shownAtTimes(),
  otherQueue: shownAtTimes(),
  original: shownAtTimes(),
  kind: shownAtTimes(),
  item: shownAtTimes(),
  text: shownAtTimes(),
  owner: shownAtTimes(),
  dueOn: boxes().optional(),
  comment: shownAtTimes(),
  handedOn: shownAtTimes(),
  message: shownAtTimes(),
  taskIds: shownAtTimes(),
});

export const action = formAction(form, async (input, args: Route.ActionArgs) => {
  const { queueCode } = args.params;
  const { do: name, picks, taskIds, dueOn, ...given } = input;
  const results = await bulkAct(ctxOf(args), {
    queueCode,
    action: bulkOf(name),
    picks: readPicks(picks.split(' ')),
    taskIds: taskIds.split(' ').filter((id) => isId<'Task'>(id)),
    dueOn: (dueOn && readWrittenDate(dueOn)) ?? '',
    ...given,
  });
  return data({ results });
});

function bulkOf(name: string): BulkAction {
  if (!isBulkAction(name)) throw new NotFound();
  return name;
}

export default function Bulk({ loaderData, actionData }: Route.ComponentProps) {
  const { action, prepared, taskIds, from } = loaderData;
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
          <Confirm action={action} prepared={prepared} taskIds={taskIds} back={back} />
        )}
      </TwoThirds>
    </Page>
  );
}

const isPossible = ({ problem }: Pick<PickedLine, 'problem'>): boolean => problem === null;

/** Where nothing can be done any more the page has no fields: their errors lead to what it says instead. */
const withoutForm = Object.fromEntries(
  Object.keys(form.shape)
    .concat('pick')
    .map((field) => [field, 'main-content']),
);

type ConfirmProps = { action: BulkAction; prepared: PreparedBulk; taskIds: readonly string[]; back: string };

function Confirm({ action, prepared, taskIds, back }: ConfirmProps) {
  const words = bulkWords[action];
  const possible = prepared.lines.filter(isPossible);
  if (possible.length === 0)
    return (
      <>
        <PageHeading caption={prepared.queue.name}>{words.title}</PageHeading>
        {prepared.lines.length === 0 ? (
          <EmptyState title="Nothing is selected.">Go back and select at least one submission.</EmptyState>
        ) : (
          <BulkLines caption="What cannot be done" lines={prepared.lines} done="" undone="Not possible" />
        )}
        <ButtonLink href={back}>Back to the queue</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeading caption={prepared.queue.name}>{words.title}</PageHeading>
      <BulkLines caption="What you selected" lines={prepared.lines} done="Ready" undone="Left out" />
      <Form>
        <input type="hidden" name="do" value={action} />
        <input type="hidden" name="picks" value={possible.map(writePick).join(' ')} />
        <BulkQuestions action={action} prepared={prepared} taskIds={taskIds} />
        <Button preventDoubleClick>
          {words.button} ({possible.length})
        </Button>
      </Form>
    </>
  );
}

type QuestionProps = Omit<ConfirmProps, 'back'>;

/** What is asked once for all of them. */
function BulkQuestions({ action, prepared, taskIds }: QuestionProps) {
  switch (action) {
    case 'assign':
      return (
        <Select
          name="colleague"
          label="Officer"
          options={[
            { text: 'Select an officer', value: '' },
            ...prepared.colleagues.map((each) => ({ text: colleagueWords(each), value: each.accountId })),
          ]}
        />
      );
    case 'reroute':
      return (
        <>
          <Select
            name="otherQueue"
            label="Queue"
            options={[
              { text: 'Select a queue', value: '' },
              ...prepared.queues.map(({ code, name }) => ({ text: name, value: code })),
            ]}
          />
          <CommentOf action={action} />
        </>
      );
    case 'duplicate':
      return (
        <>
          <Input
            name="original"
            label="Reference of the original"
            hint="One of those selected, which stays as it is, or another report that you may open"
            autoComplete="off"
            spellCheck={false}
            className="govuk-input--width-20"
          />
          <Textarea
            name="comment"
            label="Why are they duplicates of it? Only police read this"
            rows={2}
            autoComplete="off"
          />
          <Textarea
            name="handedOn"
            label="Who takes on what is not done yet, and why? (optional)"
            hint="Needed for each of which a task is open or a strong match was not looked at"
            rows={2}
            autoComplete="off"
          />
          <Textarea
            name="message"
            label="Message to the partners (optional)"
            hint="Without one they read that it was already known to us. Tell them nothing about police work."
            rows={2}
            autoComplete="off"
          />
        </>
      );
    case 'relate':
      return (
        <>
          <Radios
            name="kind"
            legend="How are they linked?"
            hint="Each is linked to the first of them."
            small
            items={relationCodes
              .filter((code) => code !== 'duplicate_of')
              .map((code) => ({ value: code, label: relationKinds[code].label }))}
          />
          <Input name="comment" label="Why do you link them?" autoComplete="off" />
        </>
      );
    case 'task':
      return (
        <>
          <input type="hidden" name="taskIds" value={taskIds.join(' ')} />
          <CharacterCount
            name="text"
            label="What is to be done?"
            hint="For officers who may read the submission. Do not name the source."
            rows={4}
            maxLength={taskLimits.text}
            autoComplete="off"
          />
          <OwnerSelect owners={prepared.owners} />
          <DueInput />
        </>
      );
    case 'plan':
      return (
        <>
          <Select
            name="item"
            label="Part of the plan"
            options={[
              { value: '', text: 'Select a part of the plan' },
              ...prepared.items.map(({ code, text }) => ({
                value: code,
                text: `${code} ${shortText(text)}`,
              })),
            ]}
          />
          <Input
            name="comment"
            label="Why do they serve it?"
            hint="Name nobody and no place, and say nothing that the reports say."
            autoComplete="off"
          />
        </>
      );
    default:
      return <CommentOf action={action} />;
  }
}

/** The comment of the action's own row. */
function CommentOf({ action }: { action: SubmissionAction }) {
  const { comment } = actions[action];
  return comment.need === 'none' ? null : (
    <Textarea name="comment" label={comment.label} autoComplete="off" />
  );
}

function Results({ action, results, back }: { action: BulkAction; results: BulkResult[]; back: string }) {
  const done = results.filter(({ problem }) => problem === null).length;
  return (
    <>
      <PageHeading>
        {done} of {results.length} done
      </PageHeading>
      <BulkLines
        caption="What became of each"
        lines={results}
        done={bulkWords[action].done}
        undone="Not done"
      />
      <ButtonLink href={back}>Back to the queue</ButtonLink>
    </>
  );
}
