import { redirect } from 'react-router';
import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { boxes, dateValues, madeWithPage, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { Fragment, type ReactNode } from 'react';
import { addEvidence } from '#app/domain/figures/add-evidence.server.ts';
import { citable } from '#app/domain/figures/citable.server.ts';
import { linkedSubmissions, type LinkedPage } from '#app/domain/figures/linked-submissions.server.ts';
import { itemFigure, type ItemFigure } from '#app/domain/figures/item-figure.server.ts';
import { holdsNearlyEvery, nearlyEvery } from '#app/domain/figures/item-rows.ts';
import { evidenceOnly, itemMeasures } from '#app/domain/plan/item-measure.ts';
import { takesEvidence, type PlanItem } from '#app/domain/plan/plan-tree.ts';
import { readPlanItem, type EndedWith, type PlanItemView } from '#app/domain/plan/read-plan.server.ts';
import { planTasks } from '#app/domain/connections/tasks/plan-tasks.server.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PageParts, Section } from '#app/ui/layout/PageParts.tsx';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { ProposalState, ProposalText } from '#app/routes/plans/ProposalText.tsx';
import { AddEvidence } from './AddEvidence.tsx';
import { askedPlan } from './asked-plan.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { ItemStanding } from './ItemStanding.tsx';
import { LinkedList } from './LinkedSubmissions.tsx';
import { evidenceWords } from './PlanSection.tsx';
import { OtherYears } from './OtherYears.tsx';
import { PlanText } from './PlanText.tsx';
import { planItemRows } from './plan-item-rows.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import type { Route } from './+types/item.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const planId = askedPlan(args.url);
  const named = { planId, code: args.params.code };
  const view = await readPlanItem(ctx, named);
  if (view.onlyIn) throw redirect(link('plan/item', { code: named.code }, { plan: view.onlyIn }));
  const submissions = await linkedSubmissions(ctx, { ...named, after: args.url.searchParams.get('after') });
  return {
    planId,
    view,
    submissions,
    figure: await itemFigure(ctx, { planId: view.plan.id, item: view.item }),
    tasks: await planTasks(ctx, named),
    citable: view.mayContribute ? await citable(ctx, view.id) : [],
    blank: {
      entryId: newId<'PlanEvidence'>(),
      ...dateValues('datedOn', todayOf(ctx)),
    },
  };
}

const form = z.object({
  entryId: madeWithPage<'PlanEvidence'>(),
  text: z.string(),
  datedOn: boxes(),
  cites: shownAtTimes(),
});

export const action = formAction(form, async (entry, args: Route.ActionArgs) => {
  const { code } = args.params;
  const planId = askedPlan(args.url);
  const said = await addEvidence(ctxOf(args), { planId, code, ...entry });
  return flash(
    link('plan/item', { code }, { plan: planId }),
    said === 'stands' ? 'evidence-added' : 'plan-proposed',
  );
});

const kindWords = {
  aim: 'Aim',
  activity: 'Activity',
  theme: 'Theme',
  action: 'Action',
  gap: 'Gap in the plan',
};

export default function PlanItemPage({ loaderData }: Route.ComponentProps) {
  const { planId, view } = loaderData;
  const { item, parent } = view;
  const ofPlan = { plan: planId };
  const parts = partsOf(loaderData);
  return (
    <Page
      title="Plan item"
      breadcrumbs={[
        { text: 'Plan', href: link('plan/plan', {}, ofPlan) },
        ...(parent ? [{ text: parent.code, href: link('plan/item', { code: parent.code }, ofPlan) }] : []),
        { text: item.code },
      ]}
      marking={loaderData.submissions ? 'submission' : undefined}
    >
      <PageHeading
        caption={planId ? `${kindWords[item.kind]} of “${view.plan.title}”` : kindWords[item.kind]}
      >
        {item.code}
      </PageHeading>
      {item.kind === 'theme' ? null : (
        <p className="govuk-body-l">
          <PlanText item={item} />
        </p>
      )}
      {view.endedWith ? <Ended by={view.endedWith} /> : null}
      {parts.length > 1 ? <PageParts parts={parts} /> : null}
      {parts.map(({ id, title, content }) => (
        <Section key={id} id={id} title={title}>
          {content}
        </Section>
      ))}
    </Page>
  );
}

/** What waits, and what was given back to the reader. */
function Proposed({ view: { proposals, proposes } }: { view: PlanItemView }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <ProposalText proposal={proposal} />
          {proposes || proposal.own ? (
            <ProposalState proposal={proposal} />
          ) : (
            <a className="govuk-link" href={link('plans/proposal', { proposalId: proposal.id })}>
              Approve or return
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Ended({ by: { id, title, firstDay } }: { by: EndedWith }) {
  return (
    <InsetText>
      Ended:{' '}
      <a className="govuk-link" href={link('plans/plan', { planId: id })}>
        {title}
      </a>
      , from <DateTime at={firstDay} dateOnly />, does not go on with it.
    </InsetText>
  );
}

type Part = { id: string; title: string; text: string; content: ReactNode };

/** The page in its order; a part without anything to say is left out. */
function partsOf({
  planId,
  view,
  tasks,
  submissions,
  figure,
  citable: choices,
  blank,
}: Route.ComponentProps['loaderData']): Part[] {
  const ofPlan = { plan: planId };
  const { item, linkKeys } = view;
  const rows = planItemRows(item, {
    linkKeys,
    spellOut: true,
    asPrinted: true,
    hrefOf: (code: string) => link('plan/item', { code }, ofPlan),
  });
  const below = item.kind === 'aim' ? 'Activities' : 'Actions';
  const part = (id: string, title: string, content: ReactNode, count?: number): Part => ({
    id,
    title,
    text: count === undefined ? title : `${title} (${count})`,
    content,
  });
  return [
    rows.length > 0 ? part('source', 'In the plan', <SummaryList rows={rows} />) : null,
    item.children.length > 0 ? part('below', below, <Children view={view} planId={planId} />) : null,
    takesEvidence(item.kind)
      ? part(
          'status',
          'Status',
          <ItemStanding
            item={item}
            owner={view.owner}
            reviewOn={view.reviewOn}
            statuses={view.statuses}
            statusHref={view.mayContribute ? link('plan/status', { code: item.code }, ofPlan) : null}
            ownerHref={view.mayNameOwner ? link('plan/owner', { code: item.code }, ofPlan) : null}
          />,
        )
      : null,
    view.proposals.length > 0
      ? part('proposals', 'Proposed', <Proposed view={view} />, view.proposals.length)
      : null,
    figure !== null || submissions
      ? part(
          'submissions',
          'Linked submissions',
          <Linked view={view} planId={planId} submissions={submissions} figure={figure} />,
        )
      : null,
    tasks
      ? part(
          'tasks',
          'Tasks',
          <TasksHere
            lines={tasks.lines}
            hrefOf={(taskId: Id<'Task'>) => link('tasks/task', { taskId })}
            newHref={tasks.mayAdd ? link('plan/task-new', { code: item.code }) : null}
          />,
          tasks.lines.filter(({ state }) => state === 'open').length,
        )
      : null,
    takesEvidence(item.kind)
      ? part('evidence', evidenceWords(item), <Evidence view={view} planId={planId} />, item.evidence.length)
      : null,
    view.otherYears.length > 0
      ? part('years', 'In other years', <OtherYears years={view.otherYears} />)
      : null,
    view.mayContribute
      ? part('add', 'Add evidence', <AddEvidence blank={blank} citable={choices} proposes={view.proposes} />)
      : null,
  ].filter((found) => found !== null);
}

type LinkedProps = {
  view: PlanItemView;
  planId: Id<'Plan'> | null;
  submissions: LinkedPage | null;
  figure: ItemFigure | null;
};

/** The figure stands beside the item's own words: volume is not achievement. */
function Linked({ view: { item }, planId, submissions, figure }: LinkedProps) {
  return (
    <>
      {figure === null ? null : <Figure item={item} figure={figure} planId={planId} />}
      {submissions ? (
        <LinkedList
          page={submissions}
          hrefOf={(submissionId: Id<'Submission'>) => link('submissions/submission', { submissionId })}
          listHref={(after) =>
            `${link('plan/item', { code: item.code }, { plan: planId, after })}#submissions`
          }
        />
      ) : null}
    </>
  );
}

type FigureProps = { item: PlanItem; figure: ItemFigure; planId: Id<'Plan'> | null };

/** The number with what it counts; an item without a measure has none, as nought would read as a finding. */
function Figure({ item, figure: { linked, all, rules, sameAs }, planId }: FigureProps) {
  const below = item.children.length > 0;
  const measured = below ? item.children.some(({ measure }) => measure !== null) : item.measure !== null;
  if (!measured && linked === 0) return <p className="govuk-body">{evidenceOnly}.</p>;
  return (
    <>
      <p className="govuk-body">
        <strong>
          {linked === 0 ? 'No' : linked}
          {linked === 1 ? ' submission is' : ' submissions are'} linked
        </strong>{' '}
        to {below ? 'this item or one below it' : 'this item'}, of {all} in the period of the plan
        {linked > 0 && holdsNearlyEvery(linked, all) ? <strong>: {nearlyEvery}</strong> : null}.
      </p>
      {measured ? null : <p className="govuk-body">{evidenceOnly}. They are linked as evidence.</p>}
      <p className="govuk-body portal-secondary">
        {item.measure === null
          ? 'Distinct submissions, linked by a routing rule or by an officer and not unlinked since.'
          : itemMeasures[item.measure].definition}{' '}
        {rules.length > 0 ? `By rule: ${rules.join(', ')}. ` : ''}
        The number does not show whether the item has been achieved.
      </p>
      {sameAs.length > 0 ? (
        <p className="govuk-body">
          The same rules link{' '}
          {sameAs.map((code, index) => (
            <Fragment key={code}>
              {index === 0 ? '' : ', '}
              <a className="govuk-link" href={link('plan/item', { code }, { plan: planId })}>
                {code}
              </a>
            </Fragment>
          ))}
          , so that it holds the same submissions unless somebody linked one by hand.
        </p>
      ) : null}
    </>
  );
}

function Children({ view: { item }, planId }: { view: PlanItemView; planId: Id<'Plan'> | null }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {item.children.map((child) => (
        <li key={child.code}>
          <a className="govuk-link" href={link('plan/item', { code: child.code }, { plan: planId })}>
            {child.code}
          </a>{' '}
          {child.kind === 'gap' ? `Gap in the plan: ${child.text}` : child.text}
        </li>
      ))}
    </ul>
  );
}

type EvidenceProps = { view: PlanItemView; planId: Id<'Plan'> | null };

function Evidence({ view: { item, mayContribute }, planId: plan }: EvidenceProps) {
  if (item.evidence.length > 0)
    return (
      <EvidenceList
        entries={item.evidence}
        supersedeHref={
          mayContribute
            ? (evidenceId) => link('plan/supersede', { code: item.code, evidenceId }, { plan })
            : null
        }
      />
    );
  return (
    <EmptyState title="No evidence yet">
      {item.kind === 'aim'
        ? 'Entries for its activities are on their own pages.'
        : 'The plan has none for this item.'}
    </EmptyState>
  );
}
