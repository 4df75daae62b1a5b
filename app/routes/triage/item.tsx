import { redirect } from 'react-router';
import { gradeFields, gradeItem, mopiFields } from '#app/domain/triage/items/grade-item.server.ts';
import { gradeInFull, gradingSource } from '#app/domain/kernel/grading.ts';
import { isAgainstLimits } from '#app/domain/submission/sharing-limits.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { link } from '#app/http/link.ts';
import {
  attemptOnVersion,
  seenVersion,
  versionedForm,
  versionField,
  type VersionedForm,
} from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { errorOf, valueOf } from '#app/http/forms/form-state.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import { BesideOriginal } from '#app/ui/triage/BesideOriginal.tsx';
import { CollisionNotice, useMineLabel } from '#app/ui/triage/CollisionNotice.tsx';
import { comparedGrade } from '#app/ui/triage/compared-grade.ts';
import { ConfidenceTable } from '#app/ui/triage/ConfidenceTable.tsx';
import { GradeFields, gradeFieldOrder } from '#app/ui/triage/GradeFields.tsx';
import { GradeSummary } from '#app/ui/triage/GradeSummary.tsx';
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/item.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const opened = await openItem(ctxOf(args), { itemId: args.params.itemId });
  return {
    opened,
    done: doneWords(args.url.searchParams.get('done')),
    from: listOf(args),
  };
}

export async function action(args: Route.ActionArgs) {
  const { itemId } = args.params;
  const form = await readForm(args.request, [...gradeFields, ...mopiFields, versionField]);
  const posted = Object.fromEntries([...gradeFields, ...mopiFields].map((name) => [name, form.get(name)]));
  const graded = await attemptOnVersion(form, () =>
    gradeItem(ctxOf(args), { itemId, posted, seenVersion: seenVersion(form) }),
  );
  if (!graded.ok) return graded.refused;
  const back = `${link('triage/submission', { submissionId: graded.value.submissionId })}?done=graded#items`;
  throw redirect(carry(back, listOf(args)));
}

type Opened = Route.ComponentProps['loaderData']['opened'];

export default function ItemPage({ loaderData: { opened, done, from }, actionData }: Route.ComponentProps) {
  const { item, reference, submissionId, actions } = opened;
  const state = actionData ?? versionedForm(asForm(item.grade, item));
  const errors = [...state.errors].sort(
    (one, other) => gradeFieldOrder.indexOf(one.field) - gradeFieldOrder.indexOf(other.field),
  );
  const mayGrade = actions.includes('grade');
  return (
    <Page
      title="Intelligence item"
      backHref={carry(link('triage/submission', { submissionId }), from)}
      errors={errors}
      success={done ?? undefined}
      fieldIds={{ reviewOn: 'reviewOn-day' }}
    >
      <PageHeading caption={`Submission ${reference}, item ${item.number}`}>{item.title}</PageHeading>
      <BesideOriginal document={opened.document} title={item.grade ? 'Grade again' : 'Grade'}>
        {state.collision ? (
          <CollisionNotice
            changes={state.collision.changes}
            fields={comparedGrade(asForm(item.grade, item), (field) => valueOf(state, field))}
            mayUse={mayGrade}
            keepHref={carry(link('triage/item', { itemId: item.id }), from)}
          />
        ) : null}
        {mayGrade ? (
          <GradeForm opened={opened} state={state} />
        ) : (
          <InsetText>Only whoever has claimed the submission grades it.</InsetText>
        )}
        <GivenGrades opened={opened} />
      </BesideOriginal>
      <h2 className="govuk-heading-m" id="tasks">
        Tasks
      </h2>
      <TasksHere
        lines={opened.tasks}
        hrefOf={(taskId: string) => link('tasks/task', { taskId })}
        newHref={link('tasks/new-of-item', { itemId: item.id })}
      />
    </Page>
  );
}

function GradeForm({ opened, state }: { opened: Opened; state: VersionedForm }) {
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
      <form method="post" noValidate data-keep>
        <VersionField version={version} />
        <GradeFields
          proposal={proposal}
          reviewDays={reviewDays}
          ofFiveByFiveTime={opened.fiveByFive.ofItsTime}
          limited={isAgainstLimits('P', opened.limits)}
          valueOf={(field) => valueOf(state, field)}
          errorOf={(field) => errorOf(state, field)}
        />
        <Button preventDoubleClick>{state.collision ? useMineLabel : 'Save grade'}</Button>
        <p className="govuk-body-s portal-secondary">Definitions in our words after {gradingSource}.</p>
      </form>
    </>
  );
}

function GivenGrades({ opened: { item, fiveByFive } }: { opened: Opened }) {
  if (!item.grade) return null;
  return (
    <>
      <h3 className="govuk-heading-s">The grade now</h3>
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

/** A grade that was given is where grading again starts. */
function asForm(grade: Opened['item']['grade'], item: Opened['item']): Record<string, string> {
  if (!grade) return {};
  const [year = '', month = '', day = ''] = (item.reviewOn ?? '').split('-');
  return {
    source: grade.source,
    assessment: grade.assessment,
    handling: grade.handling,
    actionCode: grade.actionCode ?? '',
    sanitisationCode: grade.sanitisationCode ?? '',
    usage: grade.usage ?? '',
    reason: grade.reason ?? '',
    provenance: grade.provenance,
    fiveByFive: grade.fiveByFive ?? '',
    limitReason: grade.limitReason ?? '',
    mopiGroup: item.mopiGroup === null ? '' : String(item.mopiGroup),
    'reviewOn-day': day === '' ? '' : String(Number(day)),
    'reviewOn-month': month === '' ? '' : String(Number(month)),
    'reviewOn-year': year,
  };
}
