import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { flash } from '#app/http/forms/flash.ts';
import { may, type Permission } from '#app/domain/kernel/permissions.ts';
import { acknowledgeDissemination } from '#app/domain/triage/dissemination/acknowledge-dissemination.server.ts';
import { isOutsideKind, type RecipientKind } from '#app/domain/kernel/recipients.ts';
import { openDissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { actorContext, ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { DueTime } from '#app/ui/layout/DueTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { RecipientAnswers } from './RecipientAnswers.tsx';
import { RecordedStepText } from './RecordedStepText.tsx';
import { stepWords } from './step-words.ts';
import { GradeSummary } from '#app/ui/triage/GradeSummary.tsx';
import { NamedHere } from '#app/ui/triage/NamedHere.tsx';
import type { Route } from './+types/dissemination.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  const item = await openDissemination(ctxOf(args), { disseminationId });
  return {
    item,
    back: backOf(args, item.kind),
  };
}

/** The list in which this person finds it. */
function backOf(args: Route.LoaderArgs, kind: RecipientKind): { href: string; text: string } {
  const actor = args.context.get(actorContext);
  const holds = (permission: Permission): boolean => actor !== null && may(actor, permission);
  if (kind === 'mds_lead' && holds('significant.read'))
    return { href: link('significant'), text: 'Significant items' };
  return kind !== 'queue' && holds('disseminations.follow')
    ? { href: link('disseminations/disseminations'), text: 'Sent and not finished' }
    : { href: link('queues/queues'), text: 'Queues' };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { disseminationId } = idsOf(args);
  await acknowledgeDissemination(ctxOf(args), { disseminationId });
  return flash(link('disseminations/dissemination', { disseminationId }), 'acknowledged');
});

export default function DisseminationPage({ loaderData }: Route.ComponentProps) {
  const { item, back: own } = loaderData;
  const { list } = useRequestFrame();
  const back = list ? { href: list.href, text: 'Back to the list' } : own;
  return (
    <Page title="Disseminated item" backHref={back.href} backText={back.text}>
      <TwoThirds>
        <PageHeading caption={`Disseminated to ${item.recipient}`}>
          {item.reference}, item {item.itemNumber}
        </PageHeading>
        <p>
          <PriorityTag priority={item.priority} />
        </p>
        <Recalled item={item} />
        <Conditions item={item} />
        {item.mayRecord || item.sheet ? <PassingOn item={item} /> : null}
        {isOutsideKind(item.kind) || item.recalled ? null : (
          <p className="govuk-body portal-no-print">
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={link('intelligence-report/received', { disseminationId: item.id })}
            >
              Intelligence report to print or keep
            </a>
          </p>
        )}
        {item.kind === 'mds_lead' && item.reason !== null ? (
          <>
            <h2 className="govuk-heading-m">Why it is significant</h2>
            <p className="govuk-body portal-verbatim">{item.reason}</p>
          </>
        ) : null}
        {item.text === null ? null : (
          <>
            <h2 className="govuk-heading-m">What is known</h2>
            <div className="portal-verbatim portal-released">{item.text}</div>
            <NamedHere named={item.named} hrefOf={(entityId) => link('entities/entity', { entityId })} />
          </>
        )}
        <h2 className="govuk-heading-m">Grade and handling</h2>
        <GradeSummary grade={item.grade} confidence={item.confidence} fiveByFive={item.fiveByFive} />
        <SummaryList
          rows={[
            {
              key: 'Sent',
              value: (
                <>
                  {item.sentBy}, <DateTime at={item.sentAt} />, version {item.version}
                </>
              ),
            },
            item.outsideReference !== null && { key: 'Our reference', value: item.outsideReference },
            isOutsideKind(item.kind) &&
              item.reason !== null && {
                key: 'Why they need it',
                value: <span className="portal-verbatim">{item.reason}</span>,
              },
            ...item.steps.map((step) => ({
              key: stepWords[step.step].done,
              value: (
                <>
                  <RecordedStepText step={step} />
                  {item.mayCorrect ? (
                    <>
                      <br />
                      <a
                        className="govuk-link"
                        href={link('disseminations/outside-step', {
                          disseminationId: item.id,
                          step: step.step,
                        })}
                      >
                        {stepWords[step.step].correct}
                      </a>
                    </>
                  ) : null}
                </>
              ),
            })),
            !item.steps.some(({ step }) => step === 'acknowledged') && {
              key: 'Acknowledged',
              value: <Acknowledged item={item} />,
            },
          ]}
        />
        {item.mayAcknowledge ? (
          <Form>
            <p className="govuk-body">
              By acknowledging you say that you have read it and will keep to its conditions.
            </p>
            <Button preventDoubleClick>Acknowledge</Button>
          </Form>
        ) : null}
        <RecipientAnswers
          item={item}
          resultHref={
            item.mayAnswer
              ? (linkId) => link('disseminations/result', { disseminationId: item.id, linkId })
              : null
          }
          answerHref={link('disseminations/answer', { disseminationId: item.id })}
          replyHref={link('disseminations/reply', { disseminationId: item.id })}
          readHref={link('disseminations/answers-read', { disseminationId: item.id })}
        />
        <Tasks item={item} />
        {item.mayRecall ? (
          <p className="govuk-body">
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={link('disseminations/recall', { disseminationId: item.id })}
            >
              Recall this item
            </a>
          </p>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

type Item = Route.ComponentProps['loaderData']['item'];

/** That it counts no more comes before what it said. */
function Recalled({ item: { recalled } }: { item: Item }) {
  if (!recalled) return null;
  return (
    <>
      <WarningText>
        Recalled by {recalled.by}, <DateTime at={recalled.at} />. Do not use it any more.
      </WarningText>
      {recalled.reason === null ? null : (
        <InsetText>
          <span className="portal-verbatim">{recalled.reason}</span>
        </InsetText>
      )}
    </>
  );
}

/** Above everything else, since they bind whoever reads on. */
function Conditions({ item }: { item: Item }) {
  const { handling, actionCode, sanitisationCode } = item.grade;
  return (
    <>
      {item.approvalOutstanding ? (
        <WarningText>Sent at once. A second person has not approved this text yet.</WarningText>
      ) : null}
      {handling === 'C' || item.conditions ? (
        <WarningText>
          Conditions apply
          {handling === 'C' ? `: ${actionCode ?? ''} and ${sanitisationCode ?? ''}, explained below` : ''}.
        </WarningText>
      ) : null}
      {item.conditions ? (
        <InsetText>
          <span className="portal-verbatim">{item.conditions}</span>
        </InsetText>
      ) : null}
    </>
  );
}

/** What the officer does next with what leaves the force. */
function PassingOn({ item }: { item: Item }) {
  const { mayRecord, sheet } = item;
  return (
    <div className="portal-no-print">
      {sheet ? (
        <ul className="govuk-list">
          <li>
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={link('disseminations/sheet', { disseminationId: item.id })}
            >
              Open the sheet to read out or print
            </a>
          </li>
          <li>
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={link('disseminations/sheet-pdf', { disseminationId: item.id })}
            >
              Download the sheet (PDF)
            </a>
          </li>
        </ul>
      ) : null}
      {mayRecord ? (
        <ButtonLink href={link('disseminations/outside-step', { disseminationId: item.id, step: mayRecord })}>
          {stepWords[mayRecord].record}
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** The recipients' own: who only looks at what was sent sees them where there are any. */
function Tasks({ item: { id, tasks, mayAnswer } }: { item: Item }) {
  if (tasks.length === 0 && !mayAnswer) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 className="govuk-heading-m" id="tasks">
        Tasks
      </h2>
      <TasksHere
        lines={tasks}
        hrefOf={(taskId: Id<'Task'>) => link('tasks/task', { taskId })}
        newHref={mayAnswer ? link('disseminations/task-new', { disseminationId: id }) : null}
      />
    </section>
  );
}

function Acknowledged({ item }: { item: Item }) {
  if (item.acknowledgedAt)
    return (
      <>
        {item.acknowledgedBy}, <DateTime at={item.acknowledgedAt} />
      </>
    );
  return item.recalled ? 'Not before it was recalled' : <DueTime due={item.acknowledgeBy} now={item.now} />;
}
