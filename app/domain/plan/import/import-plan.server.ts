import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { carryWithheld } from '../editions/withheld.server.ts';
import { carriedSource, detailsAfter, refuseFaulty } from '../next-plan.server.ts';
import { planChanges, type ChangedItem } from '../plan-changes.ts';
import { headingsOf } from '../plan-headings.ts';
import { isWithheld } from '../plan-pack-items.ts';
import { dayOfText } from '../plan-years.ts';
import { headOf, readItems } from '../read-whole.server.ts';
import { planOfTable, type PlanOfTable, type TableFault } from './plan-of-table.ts';

/** What an import would make, or what keeps it from making anything. */
export type PlanPreview = {
  title: string;
  /** The title of the plan that it would follow; null for the first. */
  before: string | null;
  /** Item by item beside the plan before, those that it ends last. */
  items: ChangedItem[];
  parts: { steps: number; roles: number; links: number; abbreviations: number };
  leftOut: PlanOfTable['leftOut'];
  faults: TableFault[];
};

/** Reads a table as the next plan and writes nothing. @throws NotFound, Conflict where one is being written */
export async function previewImport(ctx: Ctx, text: string): Promise<PlanPreview> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const { newest, plan, before } = await readNext(tx, ctx, text);
    const count = (part: 'steps' | 'responsibleRoles' | 'links') =>
      plan.items.reduce((sum, item) => sum + item[part].length, 0);
    return {
      title: plan.title,
      before: newest?.title ?? null,
      items: planChanges(before, plan.items),
      parts: {
        steps: count('steps'),
        roles: count('responsibleRoles'),
        links: count('links'),
        abbreviations: Object.keys(plan.glossary).length,
      },
      leftOut: plan.leftOut,
      faults: plan.faults,
    };
  });
}

/** Makes a draft of a table, all of it or nothing. @throws NotFound, Conflict where one is being written, Invalid */
export async function importPlan(ctx: Ctx, text: string): Promise<{ planId: Id<'Plan'> }> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const { code, newest, plan } = await readNext(tx, ctx, text);
    if (plan.faults.length > 0)
      throw new Invalid({ '': 'The table no longer fits. Choose it once more and read what is wrong' });
    const planId = newId<'Plan'>();
    await tx.plan.create({
      data: {
        id: planId,
        forceCode: code,
        title: plan.title,
        firstDay: dayOfText(plan.firstDay),
        lastDay: dayOfText(plan.lastDay),
        followsId: newest?.id ?? null,
        source: newest ? { ...carriedSource(newest.source), ...headingsOf(detailsAfter(newest)) } : {},
        glossary: plan.glossary,
      },
    });
    await writeItems(tx, planId, plan.items);
    if (newest) await carryWithheld(tx, { from: newest.id, to: planId });
    await record(tx, ctx, {
      type: 'plan.made',
      data: { from: plan.firstDay },
      subject: { type: 'plan', id: planId },
    });
    return { planId };
  });
}

async function readNext(tx: Tx, ctx: Ctx, text: string) {
  const { code } = await currentForce(tx, ctx);
  await tx.$queryRaw`SELECT 1 FROM plan WHERE force_code = ${code} FOR NO KEY UPDATE`;
  const newest = await tx.plan.findFirst({ where: { forceCode: code }, orderBy: { firstDay: 'desc' } });
  if (newest?.publishedAt === null) throw new Conflict('The next plan is being written already');
  const before = newest ? await readItems(tx, newest.id) : [];
  const strategies = newest ? Object.keys(headOf(newest).linkKeys).filter((key) => !key.includes(' ')) : [];
  const plan = planOfTable(text, before, strategies);
  if (plan.faults.length === 0) {
    const details = { title: plan.title, firstDay: plan.firstDay, lastDay: plan.lastDay };
    plan.faults.push(...faultsOf(() => refuseFaulty(details, newest)));
  }
  return { code, newest, before, plan };
}

/** What is wrong with title and period, at the line of the plan. */
function faultsOf(check: () => void): TableFault[] {
  try {
    check();
    return [];
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    return Object.entries(failure.fieldErrors).map(([field, message]) => ({
      line: null,
      column: field === 'title' ? 'text' : 'more',
      message,
    }));
  }
}

async function writeItems(tx: Tx, planId: Id<'Plan'>, items: PlanOfTable['items']): Promise<void> {
  const ids = new Map(items.map(({ code, id }) => [code, id]));
  // What stands under others comes after them, as in the table.
  await tx.planItem.createMany({
    data: items.map(({ id, parentId, code, kind, number, position, text, attributes, carriedFromId }) => ({
      id,
      planId,
      parentId,
      code,
      kind,
      number,
      position,
      text,
      redacted: isWithheld(text),
      attributes: attributes as object,
      carriedFromId,
    })),
  });
  const place = (planItemId: Id<'PlanItem'>, index: number) => ({
    id: newId(),
    planItemId,
    position: index + 1,
  });
  await tx.planStep.createMany({
    data: items.flatMap(({ id, steps }) =>
      steps.map((step, index) => ({ ...place(id, index), ...step, redacted: isWithheld(step.text) })),
    ),
  });
  await tx.planResponsibleRole.createMany({
    data: items.flatMap(({ id, responsibleRoles }) =>
      responsibleRoles.map((roleTitle, index) => ({ ...place(id, index), roleTitle })),
    ),
  });
  await tx.planStrategicLink.createMany({
    data: items.flatMap(({ id, links }) =>
      links.map(({ label, target }, index) => ({
        ...place(id, index),
        label,
        targetItemId: target === null ? null : (ids.get(target) ?? null),
      })),
    ),
  });
}
