import { z } from 'zod';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { PlanOfForce } from './current-plan.server.ts';
import { citedOf } from './cited.ts';
import { statusNow } from './item-standing.server.ts';
import { planTree, type PlanEntryRecord, type PlanItem, type PlanItemRecord } from './plan-tree.ts';

/** Which plan a page shows, and where it is in its life. */
export type NamedPlan = Pick<
  PlanOfForce,
  'id' | 'title' | 'firstDay' | 'lastDay' | 'publishedAt' | 'closedAt'
>;

export const namedPlan = ({
  id,
  title,
  firstDay,
  lastDay,
  publishedAt,
  closedAt,
}: PlanOfForce): NamedPlan => ({
  id,
  title,
  firstDay,
  lastDay,
  publishedAt,
  closedAt,
});

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
export type PlanView = PlanHead & { plan: NamedPlan; tree: PlanItem[] };

/** The items of a plan with what it says about them; how they stand is not part of that. */
export async function readItems(tx: Tx, planId: Id<'Plan'>) {
  const items = await tx.planItem.findMany({
    where: { planId },
    include: {
      planSteps: { orderBy: { position: 'asc' } },
      planResponsibleRoles: { orderBy: { position: 'asc' } },
      planStrategicLinks: {
        orderBy: { position: 'asc' },
        include: { targetItem: { select: { code: true } } },
      },
    },
  });
  return items.map(({ planSteps, planResponsibleRoles, planStrategicLinks, ...item }) => ({
    ...item,
    status: null,
    steps: planSteps.map(({ text, strategy }) => ({ text, strategy })),
    responsibleRoles: planResponsibleRoles.map(({ roleTitle }) => roleTitle),
    links: planStrategicLinks.map(({ label, targetItem }) => ({ label, target: targetItem?.code ?? null })),
  }));
}

/** The plan as it is shown, with the rows of its items. */
export async function readWhole(tx: Tx, plan: PlanOfForce) {
  const items = await readItems(tx, plan.id);
  const entries = await tx.planEvidence.findMany({
    where: { planItem: { planId: plan.id } },
    orderBy: [{ position: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }],
    include: {
      author: { select: { displayName: true } },
      supersededBy: {
        select: { whyWrong: true, recordedAt: true, author: { select: { displayName: true } } },
      },
    },
  });
  const standing = await statusNow(tx, plan.id);
  const records = items.map((item): PlanItemRecord => ({ ...item, status: standing.get(item.id) ?? null }));
  const view: PlanView = {
    ...headOf(plan),
    plan: namedPlan(plan),
    tree: planTree(records, entries.map(entryRecord)),
  };
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
  cites: unknown;
  supersededBy: { whyWrong: string | null; recordedAt: Date; author: { displayName: string } | null } | null;
};

const styles = ['red', 'bold', 'italic'] as const;

function entryRecord(row: EvidenceRow): PlanEntryRecord {
  const { id, planItemId: itemId, activityId, text, updateMark: update, datedOn } = row;
  const style = styles.find((known) => known === row.style) ?? null;
  const by = row.supersededBy;
  return {
    id,
    itemId,
    activityId,
    text,
    update,
    style,
    datedOn,
    author: row.author?.displayName ?? null,
    cites: citedOf(row.cites),
    superseded: by && { why: by.whyWrong ?? '', by: by.author?.displayName ?? null, at: by.recordedAt },
  };
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

export function headOf(plan: { title: string; source: unknown; glossary: unknown }): PlanHead {
  const source = sourceSchema.parse(plan.source);
  return {
    title: plan.title,
    organisation: source.organisation ?? null,
    secondTitle: source.secondTitle || null,
    redactions: source.redactionsInSource ?? null,
    notes: source.notes,
    tables: source.tables,
    numberingNotes: source.numberingNotes,
    localTitle: source.localPlanTitle || null,
    priority: source.priority || null,
    lead: source.leadRole || null,
    linkKeys: source.strategicLinkKeys,
    glossary: glossarySchema.parse(plan.glossary),
  };
}
