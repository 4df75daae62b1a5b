import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { flash } from '#app/http/forms/flash.ts';
import { itemStatuses, longestStatusNote } from '#app/domain/plan/item-status.ts';
import { readPlanItem } from '#app/domain/plan/read-plan.server.ts';
import { setItemStatus } from '#app/domain/plan/set-item-status.server.ts';
import { Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { takesEvidence } from '#app/domain/plan/plan-tree.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { proposedWords } from './AddEvidence.tsx';
import { askedPlan } from './asked-plan.ts';
import type { Route } from './+types/status.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const planId = askedPlan(args.url);
  const { item, mayContribute, proposes } = await readPlanItem(ctxOf(args), {
    planId,
    code: args.params.code,
  });
  if (!takesEvidence(item.kind)) throw new NotFound();
  if (!mayContribute) throw new Forbidden();
  return {
    back: link('plan/item', { code: item.code }, { plan: planId }),
    code: item.code,
    status: item.status,
    proposes,
  };
}

const form = z.object({ status: shownAtTimes(), note: z.string() });

export const action = formAction(form, async (standing, args: Route.ActionArgs) => {
  const { code } = args.params;
  const planId = askedPlan(args.url);
  const said = await setItemStatus(ctxOf(args), { planId, code, ...standing });
  return flash(
    link('plan/item', { code }, { plan: planId }),
    said === 'stands' ? 'status-set' : 'plan-proposed',
  );
});

export default function ItemStatus({ loaderData }: Route.ComponentProps) {
  const { back, code, status, proposes } = loaderData;
  return (
    <Page title="Status of a plan item" backHref={back}>
      <TwoThirds>
        <PageHeading caption={code}>How does it stand?</PageHeading>
        {proposes ? <p className="govuk-body">{proposedWords}</p> : null}
        <Form values={status ? { status } : {}} data-keep>
          <Radios
            name="status"
            legend="Status"
            legendSize="s"
            items={Object.entries(itemStatuses).map(([value, label]) => ({ value, label }))}
          />
          <CharacterCount
            name="note"
            label="What does this rest on?"
            hint="Everyone who reads the plan reads this. Put nothing from a submission in it."
            rows={4}
            maxLength={longestStatusNote}
          />
          <Button preventDoubleClick>{proposes ? 'Propose status' : 'Set status'}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
