import { z } from 'zod';
import { addEvidence } from '#app/domain/figures/add-evidence.server.ts';
import { citable } from '#app/domain/figures/citable.server.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { Conflict, Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import { boxes, dateValues, madeWithPage, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { newId } from '#app/domain/kernel/id.ts';
import { readPlanItem } from '#app/domain/plan/read-plan.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { AddEvidence } from './AddEvidence.tsx';
import { askedPlan } from './asked-plan.ts';
import type { Route } from './+types/supersede.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { code, evidenceId } = idsOf(args);
  const named = { planId: askedPlan(args.url), code };
  const { id, item, mayContribute, proposes } = await readPlanItem(ctx, named);
  const entry = item.evidence.find((each) => each.id === evidenceId);
  if (!entry) throw new NotFound();
  if (!mayContribute) throw new Forbidden();
  if (entry.superseded) throw new Conflict('Another entry has superseded this one already');
  return {
    back: link('plan/item', { code }, { plan: named.planId }),
    code,
    text: entry.text,
    proposes,
    citable: await citable(ctx, id),
    blank: { entryId: newId<'PlanEvidence'>(), ...dateValues('datedOn', todayOf(ctx)) },
  };
}

const form = z.object({
  entryId: madeWithPage<'PlanEvidence'>(),
  why: z.string(),
  text: z.string(),
  datedOn: boxes(),
  cites: shownAtTimes(),
});

export const action = formAction(form, async ({ why, ...entry }, args: Route.ActionArgs) => {
  const { code, evidenceId: id } = idsOf(args);
  const planId = askedPlan(args.url);
  const said = await addEvidence(ctxOf(args), { planId, code, ...entry, supersedes: { id, why } });
  return flash(
    link('plan/item', { code }, { plan: planId }),
    said === 'stands' ? 'evidence-added' : 'plan-proposed',
  );
});

export default function Supersede({ loaderData }: Route.ComponentProps) {
  const { back, code, text, proposes, citable: choices, blank } = loaderData;
  return (
    <Page title="Supersede evidence" backHref={back} fieldIds={{ datedOn: 'datedOn-day' }}>
      <TwoThirds>
        <PageHeading caption={code}>Supersede evidence that was wrong</PageHeading>
        <p className="govuk-body">This entry stays on the page, marked as superseded, with what was wrong:</p>
        <InsetText>{text}</InsetText>
        <AddEvidence blank={blank} citable={choices} proposes={proposes} supersedes />
      </TwoThirds>
    </Page>
  );
}
