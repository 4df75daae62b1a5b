import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { addEvidence } from '#app/domain/delivery-plan/add-evidence.server.ts';
import { longestEvidence } from '#app/domain/delivery-plan/longest-evidence.ts';
import { readPlanItem, type PlanItemView } from '#app/domain/delivery-plan/read-plan.server.ts';
import { planTasks } from '#app/domain/tasks/plan-tasks.server.ts';
import { todayOf } from '#app/domain/submissions/drafts.server.ts';
import { dateBoxes } from '#app/domain/written-date.ts';
import { attempt } from '#app/http/attempt.ts';
import { ctxOf, portalContext } from '#app/http/context.ts';
import { doneWords } from '#app/http/done.ts';
import { errorOf, formState, valueOf, type FormState } from '#app/http/form-state.ts';
import { planItemAddress, planOwnerAddress, planStatusAddress } from '#app/http/plan-addresses.ts';
import { readForm } from '#app/http/read-form.ts';
import { taskAddresses } from '#app/http/task-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { EvidenceList } from '#app/ui/plan/EvidenceList.tsx';
import { ItemStanding } from '#app/ui/plan/ItemStanding.tsx';
import { planItemRows } from '#app/ui/plan/plan-item-rows.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import type { Route } from './+types/item.ts';

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const view = await readPlanItem(ctx, { code: args.params.code });
  const { day, month, year } = dateBoxes(todayOf(ctx));
  return {
    view,
    tasks: await planTasks(ctx, { code: args.params.code }),
    done: doneWords(args.url.searchParams.get('done')),
    blank: {
      entry: randomUUID(),
      text: '',
      'datedOn-day': day,
      'datedOn-month': month,
      'datedOn-year': year,
    },
    added: args.url.searchParams.get('added') === 'yes',
    marking: args.context.get(portalContext).force.force.markings.aggregate,
  };
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, [
    'entry',
    'text',
    'datedOn-day',
    'datedOn-month',
    'datedOn-year',
  ]);
  const { code } = args.params;
  const datedOn = {
    day: form.get('datedOn-day'),
    month: form.get('datedOn-month'),
    year: form.get('datedOn-year'),
  };
  const input = { code, entryId: form.get('entry'), text: form.get('text'), datedOn };
  const added = await attempt(form, () => addEvidence(ctxOf(args), input));
  if (!added.ok) return added.refused;
  throw redirect(`${planItemAddress(code)}?added=yes`);
}

const kindWords = {
  aim: 'Aim',
  activity: 'Activity',
  theme: 'Theme',
  action: 'Action',
  gap: 'Gap in the plan',
};

export default function PlanItemPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, tasks, done, blank, added, marking } = loaderData;
  const { item, parent, linkKeys } = view;
  const state = actionData ?? formState(blank);
  const rows = planItemRows(item, { linkKeys, spellOut: true, hrefOf: planItemAddress });
  return (
    <Page
      title="Plan item"
      errors={state.errors}
      fieldIds={{ datedOn: 'datedOn-day' }}
      breadcrumbs={[
        { text: 'Plan', href: '/plan' },
        ...(parent ? [{ text: parent.code, href: planItemAddress(parent.code) }] : []),
        { text: item.code },
      ]}
      marking={marking}
      success={added ? 'Evidence added' : (done ?? undefined)}
    >
      <PageHeading caption={kindWords[item.kind]}>{item.code}</PageHeading>
      {item.kind === 'theme' ? null : <p className="govuk-body-l">{item.text}</p>}
      <Linked view={view} />
      {rows.length > 0 ? <SummaryList rows={rows} /> : null}
      <ItemStanding
        item={item}
        owner={view.owner}
        statuses={view.statuses}
        statusHref={view.mayContribute ? planStatusAddress(item.code) : null}
        ownerHref={view.mayNameOwner ? planOwnerAddress(item.code) : null}
      />
      <Children view={view} />
      {tasks ? (
        <>
          <h2 className="govuk-heading-m" id="tasks">
            Tasks
          </h2>
          <TasksHere
            lines={tasks.lines}
            hrefOf={taskAddresses.task}
            newHref={tasks.mayAdd ? taskAddresses.newOfPlan(item.code) : null}
          />
        </>
      ) : null}
      <Evidence view={view} />
      {view.mayContribute ? <AddEvidence state={state} /> : null}
    </Page>
  );
}

/** The figure stands beside the item's own words: volume is not achievement. */
function Linked({ view: { item, linked } }: { view: PlanItemView }) {
  if (linked === null) return null;
  return (
    <>
      <p className="govuk-body">
        <strong>
          {linked} {linked === 1 ? 'submission is' : 'submissions are'} linked
        </strong>{' '}
        to {item.children.length > 0 ? 'this item or one below it' : 'this item'}.
      </p>
      <p className="govuk-body portal-secondary">
        Distinct submissions of all time, linked by a routing rule or by an officer and not unlinked since.
        The number does not show whether the item has been achieved.
      </p>
    </>
  );
}

function Children({ view: { item } }: { view: PlanItemView }) {
  if (item.children.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{item.kind === 'aim' ? 'Activities' : 'Actions'}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {item.children.map((child) => (
          <li key={child.code}>
            <a className="govuk-link" href={planItemAddress(child.code)}>
              {child.code}
            </a>{' '}
            {child.kind === 'gap' ? `Gap in the plan: ${child.text}` : child.text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Evidence({ view: { item } }: { view: PlanItemView }) {
  if (item.kind === 'theme' || item.kind === 'gap') return null;
  return (
    <>
      <h2 className="govuk-heading-m">{item.kind === 'action' ? 'Commentary' : 'Evidence'}</h2>
      {item.evidence.length > 0 ? (
        <EvidenceList entries={item.evidence} />
      ) : (
        <EmptyState title="No evidence yet">
          {item.kind === 'aim'
            ? 'Entries for its activities are on their own pages.'
            : 'The plan has none for this item.'}
        </EmptyState>
      )}
    </>
  );
}

function AddEvidence({ state }: { state: FormState }) {
  const values = {
    day: valueOf(state, 'datedOn-day'),
    month: valueOf(state, 'datedOn-month'),
    year: valueOf(state, 'datedOn-year'),
  };
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">Add evidence</h2>
      <p className="govuk-body">
        An entry cannot be changed or deleted later. Do not put anything from a submission in it: everyone who
        reads the plan reads this.
      </p>
      <input type="hidden" name="entry" value={valueOf(state, 'entry')} />
      <CharacterCount
        name="text"
        label="Evidence"
        rows={6}
        maxLength={longestEvidence}
        value={valueOf(state, 'text')}
        error={errorOf(state, 'text')}
      />
      <DateInput
        id="datedOn"
        namePrefix="datedOn"
        legend="Date of the evidence"
        legendSize="s"
        hint="When it happened, not when you write it down"
        values={values}
        error={errorOf(state, 'datedOn')}
      />
      <Button preventDoubleClick>Add evidence</Button>
    </form>
  );
}
