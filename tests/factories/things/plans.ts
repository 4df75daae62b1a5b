import { prepareEdition, publishEdition } from '#app/domain/plan/editions/editions.server.ts';
import { makeNextPlan, prepareNextPlan } from '#app/domain/plan/next-plan.server.ts';
import { publishPlan } from '#app/domain/plan/publish-plan.server.ts';
import { setItemStatus } from '#app/domain/plan/set-item-status.server.ts';
import { makeCtx } from '../ctx.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';

/** The plan that came with the pack. */
export async function firstPlan({ db }: TestPortal) {
  const { id } = await db.plan.findFirstOrThrow({ orderBy: { firstDay: 'asc' } });
  return { planId: id };
}

/** The plan that is being written, of which there is one at most; `kind` is what can be added to it. */
export async function draftPlan(portal: TestPortal) {
  const lead = await makeCtx(portal.database, { email: people.mdsLead });
  const draft = await portal.db.plan.findFirst({ where: { publishedAt: null } });
  const planId = draft?.id ?? (await makeNextPlan(lead, (await prepareNextPlan(lead)).details)).planId;
  return { planId, kind: 'aim' };
}

/** An activity of it. */
export async function draftItem(portal: TestPortal) {
  const { planId } = await draftPlan(portal);
  const { id } = await portal.db.planItem.findFirstOrThrow({ where: { planId, kind: 'activity' } });
  return { planId, planItemId: id };
}

/** A public edition of the plan that came with the pack. */
export async function planEdition(portal: TestPortal) {
  const lead = await makeCtx(portal.database, { email: people.mdsLead });
  const { planId } = await firstPlan(portal);
  const { version } = await prepareEdition(lead, { planId });
  return { planId, ...(await publishEdition(lead, { planId, expectedVersion: version })) };
}

/** Nothing, where no plan is being written. */
export async function publishedPlans(portal: TestPortal) {
  const lead = await makeCtx(portal.database, { email: people.mdsLead });
  const draft = await portal.db.plan.findFirst({ where: { publishedAt: null } });
  if (draft) await publishPlan(lead, { planId: draft.id });
  return {};
}

/** An entry of the evidence of an item of the plan in force. */
export async function planEvidence({ db }: TestPortal) {
  const { id, activity } = await db.planEvidence.findFirstOrThrow({
    where: { activityId: { not: null }, supersededBy: null },
    select: { id: true, activity: { select: { code: true } } },
  });
  return { code: activity?.code ?? '', evidenceId: id };
}

/** A status that the contributor proposed and that waits. */
export async function planProposal(portal: TestPortal) {
  const ctx = await makeCtx(portal.database, { email: people.contributor });
  await setItemStatus(ctx, { code: 'Prepare 1', status: 'on_track', note: 'The centres report.' });
  const { id } = await portal.db.planProposal.findFirstOrThrow({ where: { decision: null } });
  return { proposalId: id };
}
