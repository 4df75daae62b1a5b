import { Prisma } from '#app/platform/db/generated/client.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { shortText } from '../kernel/short-text.ts';
import { dayOf, inPeriodOf, planOn } from '../plan/current-plan.server.ts';

/** By code of an item: how many links it gains and loses. */
export type LinkCounts = Record<string, { gains: number; losses: number }>;

/** Which rules would link reports of which plan again. */
export type About = { planId: Id<'Plan'>; routingVersion: number };

export type RelinkingRow = Prisma.RelinkingGetPayload<object>;

/** The plan in force and the newest rules, where older ones routed reports of that plan; null where none did. */
export async function newestRelinking(tx: Tx, ctx: Pick<Ctx, 'packHash' | 'clock'>): Promise<About | null> {
  const { code } = await currentForce(tx, ctx);
  const plan = await tx.plan.findFirst({
    where: { ...planOn(code, dayOf(ctx.clock.now())), closedAt: null },
    select: { id: true },
  });
  if (!plan) return null;
  const [newest] = await tx.$queryRaw<{ version: number; older: boolean }[]>`
    SELECT r.version, EXISTS (SELECT FROM submission s
      WHERE s.routing_version < r.version AND ${inPeriodOf(plan.id, Prisma.sql`s.submitted_at`)}) AS older
    FROM routing_rule_set r ORDER BY r.version DESC LIMIT 1`;
  return newest?.older ? { planId: plan.id, routingVersion: newest.version } : null;
}

/** The row, held, so that of two workers or leads the second sees what the first did. @throws NotFound */
export async function lockRelinking(tx: Tx, about: About): Promise<RelinkingRow> {
  await tx.$queryRaw`SELECT 1 FROM relinking
    WHERE plan_id = ${about.planId}::uuid AND routing_version = ${about.routingVersion} FOR NO KEY UPDATE`;
  const row = await tx.relinking.findUnique({ where: { planId_routingVersion: about } });
  if (!row) throw new NotFound();
  return row;
}

export type RelinkState = 'counting' | 'counted' | 'linking' | 'linked';
export type Relinking = {
  version: number;
  state: RelinkState;
  /** How many submissions were looked at in this state. */
  lookedAt: number;
  /** What would change, or, once it is asked for, what did so far, by item in the order of the plan. */
  items: { code: string; text: string; gains: number; losses: number }[];
  asked: { by: string; at: Date } | null;
};

/** What the newest rules would change about the links of reports of the plan in force; null where nothing is to be asked. @throws NotFound */
export async function readRelinking(ctx: Ctx): Promise<Relinking | null> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const about = await newestRelinking(tx, ctx);
    if (!about) return null;
    const row = await tx.relinking.findUnique({
      where: { planId_routingVersion: about },
      include: { askedByAccount: { select: { displayName: true } } },
    });
    const counts = ((row?.askedAt ? row.done : row?.found) ?? {}) as LinkCounts;
    const items = await tx.planItem.findMany({
      where: { planId: about.planId, code: { in: Object.keys(counts) } },
      orderBy: [{ parent: { position: 'asc' } }, { position: 'asc' }],
      select: { code: true, text: true },
    });
    return {
      version: about.routingVersion,
      state: stateOf(row),
      lookedAt: row?.lookedAt ?? 0,
      items: items.map(({ code, text }) => ({
        code,
        text: shortText(text),
        ...(counts[code] ?? { gains: 0, losses: 0 }),
      })),
      asked:
        row?.askedAt && row.askedByAccount ? { by: row.askedByAccount.displayName, at: row.askedAt } : null,
    };
  });
}

function stateOf(row: RelinkingRow | null): RelinkState {
  if (row?.doneAt) return 'linked';
  if (row?.askedAt) return 'linking';
  return row?.countedAt ? 'counted' : 'counting';
}

/** How many links would change and nobody has asked for it yet; nought for who does not write plans. */
export async function linksToRelink(ctx: Ctx): Promise<number> {
  if (!may(ctx.actor, 'plan.write')) return 0;
  const { code } = await currentForce(ctx.db, ctx);
  const row = await ctx.db.relinking.findFirst({
    where: {
      plan: { ...planOn(code, dayOf(ctx.clock.now())), closedAt: null },
      countedAt: { not: null },
      askedAt: null,
    },
    orderBy: { routingVersion: 'desc' },
  });
  // Rules that are newer still are counted first.
  const newest =
    row && (await ctx.db.routingRuleSet.count({ where: { version: { gt: row.routingVersion } } })) === 0;
  return newest
    ? Object.values(row.found as LinkCounts).reduce((sum, { gains, losses }) => sum + gains + losses, 0)
    : 0;
}

/**
 * The lead asks that the past is linked by the rules that were counted: a job does it, batch by batch.
 * @throws NotFound, Conflict where there are newer rules, it is not counted yet or was asked for
 */
export async function askRelink(ctx: Ctx, input: { version: number }): Promise<void> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const about = await newestRelinking(tx, ctx);
    if (!about) throw new NotFound();
    if (about.routingVersion !== input.version)
      throw new Conflict('The rules have changed once more. Look at what the newest would change');
    const row = await lockRelinking(tx, about);
    if (row.countedAt === null) throw new Conflict('What would change is still being counted');
    if (row.askedAt !== null) throw new Conflict('Somebody has asked for this already');
    await tx.relinking.update({
      where: { planId_routingVersion: about },
      data: {
        askedBy: ctx.actor.accountId,
        askedAt: ctx.clock.now(),
        batchAt: null,
        batchId: null,
        lookedAt: 0,
      },
    });
    await record(tx, ctx, {
      type: 'plan.relink_asked',
      data: { version: about.routingVersion },
      subject: { type: 'plan', id: about.planId },
    });
    await enqueue(tx, { name: 'relink-plan', data: {} });
  });
}
