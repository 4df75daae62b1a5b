import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { gradeForm, gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import { gradeValues } from '#app/domain/triage/items/grade-values.ts';
import { flash } from '#app/http/forms/flash.ts';
import { gradeInFull, gradingSource } from '#app/domain/kernel/grading.ts';
import { isAgainstLimits } from '#app/domain/submission/sharing-limits.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { BesideOriginal } from './BesideOriginal.tsx';
import { CollisionNotice, useMineLabel } from '#app/ui/triage/CollisionNotice.tsx';
import { comparedGrade } from './compared-grade.ts';
import { ConfidenceTable } from './ConfidenceTable.tsx';
import { GradeFields } from './GradeFields.tsx';
import { GradeSummary } from '#app/ui/triage/GradeSummary.tsx';
import { NamedHere } from '#app/ui/triage/NamedHere.tsx';
import { Voided } from './Voided.tsx';
import type { Route } from './+types/item.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const opened = await openItem(ctxOf(args), { itemId: idsOf(args).itemId });
  return {
    opened,
  };
}

const form = gradeForm.extend({ expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ expectedVersion, ...posted }, args: Route.ActionArgs) => {
  const { submissionId } = await gradeItem(ctxOf(args), {
    itemId: idsOf(args).itemId,
    posted,
    expectedVersion,
  });
  return flash(`${link('submissions/submission', { submissionId })}#items`, 'graded');
});

type Opened = Route.ComponentProps['loaderData']['opened'];

export default function ItemPage({ loaderData: { opened } }: Route.ComponentProps) {
  const link = useLink();
  const { item, reference, submissionId, actions } = opened;
  const posted = useFormState();
  const values = gradeValues(item);
  const mayGrade = actions.includes('grade');
  return (
    <Page title="Intelligence item" backHref={link('submissions/submission', { submissionId })}>
      <PageHeading caption={`Submission ${reference}, item ${item.number}`}>{item.title}</PageHeading>
      <BesideOriginal
        document={opened.document}
        title={item.voided ? 'As it was' : item.grade ? 'Grade again' : 'Not graded yet'}
      >
        {posted?.collision ? (
          <CollisionNotice
            changes={posted.collision.changes}
            fields={comparedGrade(values, (field) => typedIn(posted, field))}
            mayUse={mayGrade}
            keepHref={link('items/item', { itemId: item.id })}
          />
        ) : null}
        {mayGrade && !item.grade ? (
          <InsetText>
            <a
              className="govuk-link"
              href={`${link('submissions/submission', { submissionId }, { item: item.id })}#work`}
            >
              Grade it beside the report
            </a>
          </InsetText>
        ) : mayGrade ? (
          <GradeForm opened={opened} values={values} />
        ) : item.voided ? (
          <>
            <Voided voided={item.voided} />
            <p className="govuk-body">
              <a className="govuk-link" href={link('items/history', { itemId: item.id })}>
                Versions and grades, and where it went
              </a>
            </p>
          </>
        ) : (
          <InsetText>Only whoever has claimed the submission grades it.</InsetText>
        )}
        <GivenGrades opened={opened} />
        <NamedHere named={opened.named} hrefOf={(entityId) => link('entities/entity', { entityId })} />
      </BesideOriginal>
      <h2 className="govuk-heading-m" id="tasks">
        Tasks
      </h2>
      <TasksHere
        lines={opened.tasks}
        hrefOf={(taskId: Id<'Task'>) => link('tasks/task', { taskId })}
        newHref={item.voided ? null : link('items/task-new', { itemId: item.id })}
      />
      {actions.includes('void_item') ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('items/void', { itemId: item.id })}>
            Void this item
          </a>
        </p>
      ) : null}
    </Page>
  );
}

function GradeForm({ opened, values }: { opened: Opened; values: Record<string, string> }) {
  const { confidence, proposal, reviewDays, version } = opened;
  return (
    <>
      <InsetText>
        <p className="govuk-body">
          <strong>From the partner’s answers.</strong> Suggestions only: you decide.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {proposal.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </InsetText>
      <ConfidenceTable matrix={confidence} />
      <Form values={values} data-keep expectedVersion={version}>
        <GradeFields
          proposal={proposal}
          reviewDays={reviewDays}
          ofFiveByFiveTime={opened.fiveByFive.ofItsTime}
          limited={isAgainstLimits('P', opened.limits)}
        />
        <Button preventDoubleClick>{useFormState()?.collision ? useMineLabel : 'Save grade'}</Button>
        <p className="govuk-body-s portal-secondary">Definitions in our words after {gradingSource}.</p>
      </Form>
    </>
  );
}

function GivenGrades({ opened: { item, fiveByFive } }: { opened: Opened }) {
  if (!item.grade) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{item.voided ? 'The grade it had' : 'The grade now'}</h3>
      <GradeSummary
        grade={item.grade}
        confidence={item.grade.confidence}
        fiveByFive={{ grade: item.grade.fiveByFive, pack: fiveByFive.pack }}
      />
      {item.earlierGrades.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">Earlier grades</h3>
          <ul className="govuk-list">
            {item.earlierGrades.map((grade) => (
              <li key={grade.id}>
                {gradeInFull(grade)}
                {grade.fiveByFive ? `, 5x5x5 ${grade.fiveByFive}` : ''}, {grade.gradedBy},{' '}
                <DateTime at={grade.gradedAt} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
