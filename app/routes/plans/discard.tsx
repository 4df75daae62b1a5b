import { z } from 'zod';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { discardDraft } from '#app/domain/plan/discard-draft.server.ts';
import { openPlan } from '#app/domain/plan/open-plan.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { changesInWords } from './PlanChanges.tsx';
import type { Route } from './+types/discard.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { plan, before, items, mayWrite } = await openPlan(ctxOf(args), { planId: idsOf(args).planId });
  if (plan.publishedAt !== null) throw new Conflict('This plan is published: it cannot be discarded');
  if (!mayWrite) throw new NotFound();
  return { plan, changes: before === null ? null : changesInWords(items, before) };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  await discardDraft(ctxOf(args), { planId: idsOf(args).planId });
  return flash(link('plans/plans'), 'plan-discarded');
});

export default function DiscardDraft({ loaderData: { plan, changes } }: Route.ComponentProps) {
  return (
    <Page title="Discard a draft" backHref={link('plans/plan', { planId: plan.id })} backText="Draft">
      <TwoThirds>
        <PageHeading caption={plan.title}>Discard this draft?</PageHeading>
        {changes === null ? null : <p className="govuk-body">{changes}</p>}
        <p className="govuk-body">
          Nothing is left of what was written in it, and it cannot be brought back. The plan before stays as
          it is, and a next one can be made from it again.
        </p>
        <Form>
          <Button variant="warning" preventDoubleClick>
            Discard the draft
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
