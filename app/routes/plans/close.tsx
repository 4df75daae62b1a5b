import { z } from 'zod';
import { Conflict } from '#app/domain/kernel/failures.ts';
import { openPlan } from '#app/domain/plan/open-plan.server.ts';
import { closePlan } from '#app/domain/plan/publish-plan.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/close.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { plan, mayClose } = await openPlan(ctxOf(args), { planId: idsOf(args).planId });
  if (!mayClose) throw new Conflict('A plan is closed once the one after it has begun');
  return { plan };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { planId } = idsOf(args);
  await closePlan(ctxOf(args), { planId });
  return flash(link('plans/plan', { planId }), 'plan-closed');
});

export default function ClosePlan({ loaderData: { plan } }: Route.ComponentProps) {
  return (
    <Page title="Close a plan" backHref={link('plans/plan', { planId: plan.id })} backText="Plan of a year">
      <TwoThirds>
        <PageHeading caption={plan.title}>Close this plan?</PageHeading>
        <p className="govuk-body">
          Write up what is still missing first: no evidence, status, owner or event is added to a closed plan.
          Its reports and figures stay with it.
        </p>
        <WarningText>A closed plan cannot be opened again.</WarningText>
        <Form>
          <Button preventDoubleClick>Close the plan</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
