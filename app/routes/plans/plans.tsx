import { plansOfForce } from '#app/domain/plan/plans.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { Period } from './Period.tsx';
import { PlanStateTag } from './PlanStateTag.tsx';
import type { Route } from './+types/plans.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) => plansOfForce(ctxOf(args));

export default function Plans({ loaderData: { plans, mayMakeNext } }: Route.ComponentProps) {
  return (
    <Page
      title="Plans by year"
      breadcrumbs={[{ text: 'Plan', href: link('plan/plan') }, { text: 'Plans by year' }]}
    >
      <PageHeading>Plans by year</PageHeading>
      <p className="govuk-body">
        A report counts for the plan of the day on which it was sent. What a published plan says does not
        change; evidence, status and owners are added until it is closed.
      </p>
      {mayMakeNext ? (
        <div className="govuk-button-group">
          <ButtonLink href={link('plans/plan-new')}>Make the next plan</ButtonLink>
          <a className="govuk-link" href={link('plans/import')}>
            Import it from a spreadsheet
          </a>
        </div>
      ) : null}
      <CardTable
        caption="Plans, the newest first"
        captionHidden
        columns={[{ header: 'Plan' }, { header: 'Period' }, { header: 'State' }]}
        rows={plans.map(({ id, title, firstDay, lastDay, state }) => ({
          key: id,
          cells: [
            <a key="plan" className="govuk-link" href={link('plans/plan', { planId: id })}>
              {title}
            </a>,
            <Period key="period" firstDay={firstDay} lastDay={lastDay} />,
            <PlanStateTag key="state" state={state} />,
          ],
        }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={link('plans/events')}>
          Events on the charts
        </a>
      </p>
    </Page>
  );
}
