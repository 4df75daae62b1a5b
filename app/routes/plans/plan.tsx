import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { carryOverAfterAll } from '#app/domain/plan/end-item.server.ts';
import { openPlan, type OpenedPlan } from '#app/domain/plan/open-plan.server.ts';
import { itemsRulesMiss } from '#app/domain/routing/rules-and-items.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { MissingItems } from './MissingItems.tsx';
import { Period } from './Period.tsx';
import { itemsOf, PlanChanges } from './PlanChanges.tsx';
import { PlanStateTag } from './PlanStateTag.tsx';
import type { Route } from './+types/plan.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const opened = await openPlan(ctxOf(args), { planId: idsOf(args).planId });
  return { opened, missing: opened.mayWrite ? await itemsRulesMiss(ctxOf(args), itemsOf(opened)) : [] };
}

const form = z.object({ from: shownAtTimes() });

/** Carries an ended item over after all. */
export const action = formAction(form, async ({ from }, args: Route.ActionArgs) => {
  const { planId } = idsOf(args);
  if (!isId<'PlanItem'>(from)) throw new NotFound();
  await carryOverAfterAll(ctxOf(args), { planId, from });
  return flash(link('plans/plan', { planId }), 'plan-item-carried');
});

export default function PlanOfYear({ loaderData: { opened, missing } }: Route.ComponentProps) {
  const { plan, state, mayWrite, mayClose } = opened;
  const { id: planId } = plan;
  return (
    <Page
      title="Plan of a year"
      breadcrumbs={[
        { text: 'Plan', href: link('plan/plan') },
        { text: 'Plans by year', href: link('plans/plans') },
        { text: state === 'draft' ? 'Draft' : 'Plan of a year' },
      ]}
    >
      <PageHeading>{plan.title}</PageHeading>
      <SummaryList
        rows={[
          { key: 'State', value: <PlanStateTag state={state} /> },
          {
            key: 'Period',
            value: <Period firstDay={plan.firstDay} lastDay={plan.lastDay} />,
            actions: mayWrite
              ? [
                  {
                    href: link('plans/plan-details', { planId }),
                    text: 'Change',
                    visuallyHiddenText: 'title and period',
                  },
                ]
              : [],
          },
          {
            key: 'The whole plan',
            value: (
              <>
                <a className="govuk-link" href={link('plan/plan', {}, { plan: planId })}>
                  Read it
                </a>{' '}
                or{' '}
                <a className="govuk-link" href={link('plans/export', { planId })}>
                  save it as a table (CSV)
                </a>
              </>
            ),
          },
          plan.publishedAt !== null && {
            key: 'For the public',
            value: (
              <a className="govuk-link" href={link('plans/editions', { planId })}>
                Public editions
              </a>
            ),
          },
        ]}
      />
      <MissingItems missing={missing} />
      {mayWrite ? (
        <div className="govuk-button-group">
          <ButtonLink href={link('plans/publish', { planId })}>Check and publish</ButtonLink>
          <a className="govuk-link" href={link('plans/discard', { planId })}>
            Discard the draft
          </a>
        </div>
      ) : null}
      {mayClose ? <ButtonLink href={link('plans/close', { planId })}>Close this plan</ButtonLink> : null}
      <Changes opened={opened} />
    </Page>
  );
}

function Changes({ opened }: { opened: OpenedPlan }) {
  if (opened.before === null && !opened.mayWrite)
    return (
      <p className="govuk-body">It is the first plan in the portal, so there is none to compare it with.</p>
    );
  return (
    <>
      <h2 className="govuk-heading-m">
        {opened.before === null ? 'Items' : 'What is carried over, changed, new and ended'}
      </h2>
      <PlanChanges
        items={opened.items}
        before={opened.before}
        writes={opened.mayWrite ? opened.plan.id : null}
      />
    </>
  );
}
