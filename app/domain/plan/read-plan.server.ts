import { z } from 'zod';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { currentPlan, type CurrentPlan } from './current-plan.server.ts';
import { contributes, itemOwner } from './item-owner.server.ts';
import { statusHistory, statusNow, type StatusEntry } from './item-standing.server.ts';
import {
  findItem,
  planTree,
  takesEvidence,
  type PlanEntryRecord,
  type PlanItem,
  type PlanItemRecord,
} from './plan-tree.ts';

/** The head of the plan. `linkKeys` explains the labels of strategic links, `glossary` the abbreviations. */
export type PlanHead = {
  title: string;
  organisation: string | null;
  /** The title above the local plan. */
  secondTitle: string | null;
  /** Places at which the source says [REDACTED]; null where it is not known. */
  redactions: number | null;
  notes: string[];
  tables: { title: string; columns: string[] }[];
  numberingNotes: { number: string; note: string }[];
  localTitle: string | null;
  priority: string | null;
  lead: string | null;
  linkKeys: Record<string, string>;
  glossary: Record<string, string>;
};
export type PlanView = PlanHead & { tree: PlanItem[] };

/** `linked` is the number of distinct submissions linked to the item or to what is below it; null for who may not see it. */
export type PlanItemView = {
  item: PlanItem;
  parent: PlanItem | null;
  linked: number | null;
  /** Adding evidence and saying how it stands. */
  mayContribute: boolean;
  mayNameOwner: boolean;
  /** Who is named for it; null while nobody is. */
  owner: string | null;
  statuses: StatusEntry[];
  linkKeys: Record<string, string>;
};

export const mayReadPlan = (actor: Actor): boolean => may(actor, 'plan.read');

/** The whole plan, word for word, with its redactions, gaps and evidence. @throws NotFound */
export async function readPlan(ctx: Ctx): Promise<PlanView> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => (await readWhole(tx, await currentPlan(tx, ctx))).view);
}

/**
 * One item of the plan with everything about it. The number of submissions is a figure, so reading it is recorded.
 * @throws NotFound
 */
export async function readPlanItem(ctx: Ctx, input: { code: string }): Promise<PlanItemView> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const plan = await currentPlan(tx, ctx);
    const { view, items } = await readWhole(tx, plan);
    const { tree, linkKeys } = view;
    const found = findItem(tree, input.code);
    const row = items.find(({ code }) => code === input.code);
    if (!found || !row) throw new NotFound();
    const grows = takesEvidence(row.kind);
    const owner = await itemOwner(tx, row);
    return {
      ...found,
      linked: await linkedTo(tx, ctx, plan.id, found.item),
      mayContribute: grows && contributes(ctx.actor, owner),
      mayNameOwner: grows && may(ctx.actor, 'plan.assign'),
      owner: owner?.name ?? null,
      statuses: await statusHistory(tx, row.id),
      linkKeys,
    };
  });
}

async function linkedTo(tx: Tx, ctx: Ctx, planId: string, item: PlanItem): Promise<number | null> {
  if (!may(ctx.actor, 'plan.count') || item.kind === 'gap') return null;
  const codes = [item.code, ...item.children.map(({ code }) => code)];
  await record(tx, ctx, { type: 'report.viewed', data: { report: `plan item ${item.code}`, months: 'all' } });
  const [{ count } = { count: 0 }] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT l.submission_id)::integer AS count FROM counted_plan_link l JOIN plan_item i ON i.id = l.plan_item_id
    WHERE i.plan_id = ${planId}::uuid AND i.code = ANY(${codes}::text[])`;
  return count;
}

/** The plan as it is shown, with the rows of its items. */
async function readWhole(tx: Tx, plan: CurrentPlan) {
  const items = await tx.planItem.findMany({
    where: { planId: plan.id },
    include: {
      planSteps: { orderBy: { position: 'asc' } },
      planResponsibleRoles: { orderBy: { position: 'asc' } },
      planStrategicLinks: {
        orderBy: { position: 'asc' },
        include: { targetItem: { select: { code: true } } },
      },
    },
  });
  const entries = await tx.planEvidence.findMany({
    where: { planItem: { planId: plan.id } },
    orderBy: [{ position: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }],
    include: { author: { select: { displayName: true } } },
  });
  const standing = await statusNow(tx, plan.id);
  const records = items.map((item): PlanItemRecord => ({
    ...item,
    status: standing.get(item.id) ?? null,
    steps: item.planSteps.map(({ text, strategy }) => ({ text, strategy })),
    responsibleRoles: item.planResponsibleRoles.map(({ roleTitle }) => roleTitle),
    links: item.planStrategicLinks.map(({ label, targetItem }) => ({
      label,
      target: targetItem?.code ?? null,
    })),
  }));
  const view: PlanView = { ...headOf(plan), tree: planTree(records, entries.map(entryRecord)) };
  return { view, items };
}

type EvidenceRow = {
  id: string;
  planItemId: Id<'PlanItem'>;
  activityId: string | null;
  text: string;
  updateMark: boolean;
  style: string | null;
  datedOn: Date | null;
  author: { displayName: string } | null;
};

const styles = ['red', 'bold', 'italic'] as const;

function entryRecord(row: EvidenceRow): PlanEntryRecord {
  const { id, planItemId: itemId, activityId, text, updateMark: update, datedOn } = row;
  const style = styles.find((known) => known === row.style) ?? null;
  return { id, itemId, activityId, text, update, style, datedOn, author: row.author?.displayName ?? null };
}

const sourceSchema = z.object({
  organisation: z.string().nullish(),
  secondTitle: z.string().nullish(),
  redactionsInSource: z.number().nullish(),
  notes: z.array(z.string()).catch([]),
  tables: z.array(z.object({ title: z.string(), columns: z.array(z.string()) })).catch([]),
  numberingNotes: z.array(z.object({ number: z.string(), note: z.string() })).catch([]),
  localPlanTitle: z.string().nullish(),
  priority: z.string().nullish(),
  leadRole: z.string().nullish(),
  strategicLinkKeys: z.record(z.string(), z.string()).catch({}),
});
const glossarySchema = z.record(z.string(), z.string());

function headOf(plan: { title: string; source: unknown; glossary: unknown }): PlanHead {
  const source = sourceSchema.parse(plan.source);
  return {
    title: plan.title,
    organisation: source.organisation ?? null,
    secondTitle: source.secondTitle ?? null,
    redactions: source.redactionsInSource ?? null,
    notes: source.notes,
    tables: source.tables,
    numberingNotes: source.numberingNotes,
    localTitle: source.localPlanTitle ?? null,
    priority: source.priority ?? null,
    lead: source.leadRole ?? null,
    linkKeys: source.strategicLinkKeys,
    glossary: glossarySchema.parse(plan.glossary),
  };
}
