import { makeNextPlan, prepareNextPlan } from '#app/domain/plan/next-plan.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { planDetailFields, planDetails, PlanDetailsForm } from './PlanDetailsForm.tsx';
import type { Route } from './+types/plan-new.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) => prepareNextPlan(ctxOf(args));

export const action = formAction(planDetails, async (details, args: Route.ActionArgs) => {
  const { planId } = await makeNextPlan(ctxOf(args), details);
  return flash(link('plans/plan', { planId }), 'plan-made');
});

export default function PlanNew({ loaderData: { after, details } }: Route.ComponentProps) {
  return (
    <Page
      title="Make the next plan"
      backHref={link('plans/plans')}
      backText="Plans by year"
      fieldIds={planDetailFields}
    >
      <TwoThirds>
        <PageHeading caption={after}>Make the next plan</PageHeading>
        <p className="govuk-body">
          It begins as a draft that only you and other MDS leads see, with every aim, activity and action
          carried over. Evidence, status and linked reports stay with the plan of their year.
        </p>
        <PlanDetailsForm details={details} save="Make the draft" />
      </TwoThirds>
    </Page>
  );
}
