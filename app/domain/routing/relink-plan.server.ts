import { randomUUID } from 'node:crypto';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { inPeriodOf } from '../plan/current-plan.server.ts';
import { currentRules, rulesOf } from './current-rules.server.ts';
import { pastFacts } from './past-facts.server.ts';
import { lockRelinking, newestRelinking, type LinkCounts, type RelinkingRow } from './relinking.server.ts';
import { relinked, type PastLink, type Relinked, type RuledLink } from './relink.ts';
import { route } from './route.ts';
import { disseminationLinks, type RuleSet } from './rules.ts';

/** So many submissions are looked at in one transaction. */
const batchSize = 100;

/**
 * Where the rules have changed since reports of the plan in force were routed: counts which links those would gain and lose by
 * the newest, and once the lead asked for it, makes and takes away those links. One batch, and a job for the next. A batch that
 * was broken off is done again: what is linked already is not linked twice.
 */
export async function relinkPlan(ctx: SystemCtx): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const about = await newestRelinking(tx, ctx);
    if (!about) return;
    await tx.relinking.createMany({ data: [about], skipDuplicates: true });
    const row = await lockRelinking(tx, about);
    if (row.doneAt !== null || (row.countedAt !== null && row.askedAt === null)) return;
    const ids = await nextBatch(tx, row);
    const changes = await changesOf(tx, row, ids);
    if (row.askedAt !== null) await apply(tx, ctx, row, changes);
    const last = ids.at(-1);
    const ended = ids.length < batchSize;
    const counts = added((row.askedAt === null ? row.found : row.done) as LinkCounts, changes);
    await tx.relinking.update({
      where: { planId_routingVersion: about },
      data: {
        lookedAt: row.lookedAt + ids.length,
        ...(last ? { batchAt: last.submittedAt, batchId: last.id } : {}),
        ...(row.askedAt === null
          ? { found: counts, countedAt: ended ? ctx.clock.now() : null }
          : { done: counts, doneAt: ended ? ctx.clock.now() : null }),
      },
    });
    if (!ended) await enqueue(tx, { name: 'relink-plan', data: {} });
    else if (row.askedAt !== null)
      await record(tx, ctx, {
        type: 'plan.relinked',
        data: { version: about.routingVersion, looked: row.lookedAt + ids.length, ...sumOf(counts) },
        subject: { type: 'plan', id: about.planId },
      });
  });
}

type Batch = { id: Id<'Submission'>; submittedAt: Date }[];

/** The next that older rules routed, the newest first. */
const nextBatch = (tx: Tx, row: RelinkingRow): Promise<Batch> =>
  tx.$queryRaw<Batch>`
    SELECT s.id, s.submitted_at AS "submittedAt" FROM submission s
    WHERE s.routing_version < ${row.routingVersion} AND ${inPeriodOf(row.planId, Prisma.sql`s.submitted_at`)}
      AND ${row.batchAt === null ? Prisma.sql`true` : Prisma.sql`(s.submitted_at, s.id) < (${row.batchAt}, ${row.batchId}::uuid)`}
    ORDER BY s.submitted_at DESC, s.id DESC LIMIT ${batchSize}
    ${row.askedAt === null ? Prisma.empty : Prisma.sql`FOR NO KEY UPDATE`}`;

type Change = Relinked & { submissionId: Id<'Submission'> };

/** What changes for each, by the same facts as when it was sent; what has no content any more stays as it is. */
async function changesOf(tx: Tx, { planId }: RelinkingRow, batch: Batch): Promise<Change[]> {
  if (batch.length === 0) return [];
  const among = { id: { in: batch.map(({ id }) => id) } };
  const past = await pastFacts(tx, null, batch.length, among);
  const [newest, queues, versions] = [
    await currentRules(tx),
    await forceQueues(tx),
    await tx.routingRuleSet.findMany({ orderBy: { version: 'asc' } }),
  ];
  const ruleSets = new Map<number, RuleSet>();
  for (const version of versions) ruleSets.set(version.version, await rulesOf(tx, version));
  const items = await tx.planItem.findMany({ where: { planId }, select: { code: true } });
  const there = new Set(items.map(({ code }) => code));
  const links = await tx.submissionPlanLink.findMany({
    where: { submissionId: among.id, planItem: { planId } },
    include: { planItem: { select: { code: true } } },
  });
  const sentTo = await tx.dissemination.findMany({
    where: { submissionId: among.id, queueId: { not: null }, disseminationRecall: null },
    select: { submissionId: true, queue: { select: { kind: true } } },
  });
  const inForceAt = (at: Date, routedBy: number) =>
    versions.findLast(({ version, publishedAt }) => version >= routedBy && publishedAt <= at)?.version ??
    routedBy;
  return past.map(({ id: submissionId, routingVersion: routedBy, facts }) => {
    const own = links.filter((link) => link.submissionId === submissionId);
    const given: RuledLink[] = [
      ...route(facts, newest, queues).planItems,
      ...sentTo.flatMap((sent) =>
        sent.submissionId === submissionId && sent.queue ? disseminationLinks(newest, sent.queue.kind) : [],
      ),
    ];
    const pastLinks = own.map((link): PastLink => ({
      id: link.id,
      item: link.planItem.code,
      rule: link.ruleCode,
      version: inForceAt(link.linkedAt, routedBy),
      ended: link.unlinkedAt === null ? null : link.unlinkedBy === null ? 'by_rules' : 'by_hand',
    }));
    const once = new Map(given.filter(({ item }) => there.has(item)).map((link) => [link.item, link]));
    return {
      submissionId,
      ...relinked({ given: [...once.values()], links: pastLinks, routedBy }, newest, ruleSets),
    };
  });
}

/** Makes and takes away the links, each with an event of its submission. Nobody is named as who took one away: rules did. */
async function apply(tx: Tx, ctx: SystemCtx, row: RelinkingRow, changes: readonly Change[]): Promise<void> {
  const items = await tx.planItem.findMany({
    where: { planId: row.planId },
    select: { id: true, code: true },
  });
  const idOf = new Map(items.map(({ id, code }) => [code, id]));
  const at = ctx.clock.now();
  const gained = changes.flatMap(({ submissionId, gains }) =>
    gains.flatMap(({ item, rule, reason }) => {
      const planItemId = idOf.get(item);
      return planItemId
        ? [{ id: randomUUID(), submissionId, planItemId, ruleCode: rule, reason, linkedAt: at }]
        : [];
    }),
  );
  await tx.submissionPlanLink.createMany({ data: gained });
  await tx.submissionPlanLink.updateMany({
    where: { id: { in: changes.flatMap(({ losses }) => losses.map(({ id }) => id)) }, unlinkedAt: null },
    data: { unlinkedAt: at, unlinkReason: `Version ${row.routingVersion} of the rules does not link it` },
  });
  await record(
    tx,
    ctx,
    ...changes.flatMap(({ submissionId, gains, losses }) => {
      const subject = { type: 'submission', id: submissionId } as const;
      return [
        ...gains.map(({ item }) => ({ type: 'submission.plan_linked' as const, data: { item }, subject })),
        ...losses.map(({ item }) => ({ type: 'submission.plan_unlinked' as const, data: { item }, subject })),
      ];
    }),
  );
}

function added(counts: LinkCounts, changes: readonly Change[]): LinkCounts {
  const sum: LinkCounts = { ...counts };
  const count = (item: string, what: 'gains' | 'losses') => {
    const before = sum[item] ?? { gains: 0, losses: 0 };
    sum[item] = { ...before, [what]: before[what] + 1 };
  };
  for (const { gains, losses } of changes) {
    for (const { item } of gains) count(item, 'gains');
    for (const { item } of losses) count(item, 'losses');
  }
  return sum;
}

const sumOf = (counts: LinkCounts) => ({
  gains: Object.values(counts).reduce((sum, { gains }) => sum + gains, 0),
  losses: Object.values(counts).reduce((sum, { losses }) => sum + losses, 0),
});
