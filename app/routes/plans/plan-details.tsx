import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { describePlan, openPlanDetails } from '#app/domain/plan/describe-plan.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { planDetailFields, planDetails, PlanDetailsForm } from './PlanDetailsForm.tsx';
import type { Route } from './+types/plan-details.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { planId } = idsOf(args);
  return { planId, ...(await openPlanDetails(ctxOf(args), { planId })) };
}

const fields = planDetails.extend({ expectedVersion: shownAtTimes() });

export const action = formAction(fields, async ({ expectedVersion, ...details }, args: Route.ActionArgs) => {
  const { planId } = idsOf(args);
  await describePlan(ctxOf(args), { planId, details, expectedVersion });
  return flash(link('plans/plan', { planId }), 'plan-described');
});

export default function PlanDetailsPage({ loaderData: { planId, details, version } }: Route.ComponentProps) {
  return (
    <Page
      title="Title and period of a plan"
      backHref={link('plans/plan', { planId })}
      backText="Draft"
      fieldIds={planDetailFields}
    >
      <TwoThirds>
        <PageHeading caption={details.title}>Title and period</PageHeading>
        <PlanDetailsForm details={details} version={version} save="Save" />
      </TwoThirds>
    </Page>
  );
}
