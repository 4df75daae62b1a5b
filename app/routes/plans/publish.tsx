import { z } from 'zod';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { openPlan } from '#app/domain/plan/open-plan.server.ts';
import { publishPlan } from '#app/domain/plan/publish-plan.server.ts';
import { itemsRulesMiss } from '#app/domain/routing/rules-and-items.server.ts';
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
import { MissingItems } from './MissingItems.tsx';
import { Period } from './Period.tsx';
import { changesInWords, itemsOf } from './PlanChanges.tsx';
import type { Route } from './+types/publish.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const opened = await openPlan(ctxOf(args), { planId: idsOf(args).planId });
  const { plan, before, items, mayWrite } = opened;
  if (plan.publishedAt !== null) throw new Conflict('This plan is published already');
  if (!mayWrite) throw new NotFound();
  return {
    plan,
    changes: before === null ? null : changesInWords(items, before),
    missing: await itemsRulesMiss(ctxOf(args), itemsOf(opened)),
  };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { planId } = idsOf(args);
  await publishPlan(ctxOf(args), { planId });
  return flash(link('plans/plan', { planId }), 'plan-published');
});

export default function PublishPlan({ loaderData: { plan, changes, missing } }: Route.ComponentProps) {
  return (
    <Page title="Publish a plan" backHref={link('plans/plan', { planId: plan.id })} backText="Draft">
      <TwoThirds>
        <PageHeading caption={plan.title}>Publish this plan?</PageHeading>
        <p className="govuk-body">
          It is for <Period firstDay={plan.firstDay} lastDay={plan.lastDay} />. Everybody who reads the plan
          sees it at once, and reports that are sent from its first day on count for it. Who owns an item of
          the plan before owns what goes on from it.
        </p>
        {changes === null ? null : <p className="govuk-body">{changes}</p>}
        <MissingItems missing={missing} />
        <WarningText>What a published plan says cannot be changed by anybody.</WarningText>
        <Form>
          <Button preventDoubleClick>Publish</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
