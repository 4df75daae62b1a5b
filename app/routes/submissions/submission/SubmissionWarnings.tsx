import type { OpenedSubmission } from '#app/domain/desks/open-submission.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import { isFinal } from '#app/domain/kernel/statuses.ts';
import { formatDate, formatDateTime } from '#app/ui/format/date.ts';
import { formatDuration } from '#app/ui/format/duration.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Asked } from '#app/routes/submissions/Asked.tsx';
import { AddedWarning } from './AddedWarning.tsx';
import { ChildConcerned } from './ChildConcerned.tsx';

type WholeSubmission = Extract<OpenedSubmission, { view: 'whole' }>;

export type SubmissionWarningsProps = {
  opened: WholeSubmission;
  planHref: string;
  toldHref: string;
  taskHref: (taskId: Id<'Task'>) => string;
  referralHref: string;
};

const ago = (now: Date, at: Date): string => {
  const passed = now.getTime() - at.getTime();
  return passed < 60_000 ? 'just now' : `${formatDuration(passed)} ago`;
};

/** What must not be missed on a submission, before everything else on its page. */
export function SubmissionWarnings({
  opened,
  planHref,
  toldHref,
  taskHref,
  referralHref,
}: SubmissionWarningsProps) {
  const { contact } = opened;
  return (
    <>
      <AddedWarning unread={opened.unread} ended={isFinal(opened.status)} />
      {opened.withdrawalRequested ? (
        <WarningText>
          The partner has asked to withdraw this report. Answer that before anything else.
        </WarningText>
      ) : null}
      {opened.tasks.map((task) =>
        task.promisedBy !== null && task.state === 'open' ? (
          <WarningText key={task.id}>
            The partner has raised that what they were promised by {formatDateTime(new Date(task.promisedBy))}{' '}
            had not come.{' '}
            <a className="govuk-link" href={taskHref(task.id)}>
              A supervisor sees to it
            </a>{' '}
            by {formatDate(new Date(task.dueOn))}.
          </WarningText>
        ) : null,
      )}
      {opened.toTell > 0 ? (
        <WarningText>
          Whoever made this report has no account:{' '}
          {opened.toTell === 1 ? 'a message to them has' : `${opened.toTell} messages to them have`} not
          reached them. Tell them, and{' '}
          <a className="govuk-link" href={toldHref}>
            record that you did
          </a>
          .
        </WarningText>
      ) : null}
      {contact.wish === 'wanted' && contact.plan === null ? (
        <WarningText>
          The victim wants the police to contact them, and no contact plan exists yet.{' '}
          <a className="govuk-link" href={planHref}>
            Write the contact plan
          </a>{' '}
          before anybody contacts them.
        </WarningText>
      ) : null}
      {opened.facts.concernsChild ? (
        <ChildConcerned records={opened.records} referralHref={referralHref} />
      ) : null}
      {opened.requests.map((request) => (
        <Asked key={request.kind} request={request} waits />
      ))}
      {opened.transferredFrom ? (
        <InsetText>
          {opened.transferredFrom} moved this here: {opened.routing.moves.at(-1)?.reason} Claim it to accept
          it, or send it back with a reason.
        </InsetText>
      ) : null}
      {opened.approvalOutstanding ? (
        <WarningText>
          An item was disseminated at once, on one person’s word. An FIB supervisor must approve it.
        </WarningText>
      ) : null}
      {opened.latelyOpened.length > 0 ? (
        <InsetText>
          {opened.latelyOpened
            .map(({ name, at }) => `${name} opened this ${ago(opened.identity.now, at)}`)
            .join('. ')}
          . If you both work on it, whoever saves second is shown what the other has changed.
        </InsetText>
      ) : null}
      {opened.facts.outcome ? (
        <InsetText>Outcome told to the partner: {outcomes[opened.facts.outcome].label}</InsetText>
      ) : null}
    </>
  );
}
