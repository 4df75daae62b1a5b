import type { Db } from '#app/platform/db/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { RoutingDraftState } from '#app/platform/db/generated/enums.ts';
import { type Tx, transaction } from '#app/platform/db/transaction.ts';
import { type Actor, isFibSupervisor } from '../kernel/actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { currentForce } from '../force/current-force.server.ts';
import { currentPlan } from '../plan/current-plan.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { ruleSetFaults, type KnownToRules, type RuleSetFault } from './rule-set-faults.ts';
import { ruleSetSchema, type RuleSet } from './rules.ts';

/** The rules that are being written; there is one draft at a time. `revision` counts the changes of its rules. */
export type RuleDraft = {
  id: string;
  basedOn: number;
  /** Under the number that it gets if it is published next. */
  ruleSet: RuleSet;
  revision: number;
  state: 'writing' | 'waiting';
  writtenBy: { accountId: Id<'Account'>; name: string };
  startedAt: Date;
  changedAt: Date;
};

const openStates: RoutingDraftState[] = ['writing', 'waiting'];

/** Rules are written, replayed and published by FIB supervisors; to others a draft does not exist. @throws NotFound */
export function requireRuleWriter({ actor }: { actor: Actor }): void {
  if (!isFibSupervisor(actor)) throw new NotFound();
}

/** The open draft, or null. */
export async function openRuleDraft(db: Db | Tx): Promise<RuleDraft | null> {
  const row = await db.routingDraft.findFirst({
    where: { state: { in: openStates } },
    include: { writtenByAccount: { select: { displayName: true } } },
  });
  if (!row) return null;
  return {
    id: row.id,
    basedOn: row.basedOn,
    ruleSet: ruleSetSchema.parse({ ...(row.rules as object), version: row.basedOn + 1 }),
    revision: row.revision,
    state: row.state === 'waiting' ? 'waiting' : 'writing',
    writtenBy: { accountId: row.writtenBy, name: row.writtenByAccount.displayName },
    startedAt: row.startedAt,
    changedAt: row.changedAt,
  };
}

/**
 * Locks the open draft as the person saw it. @throws NotFound when there is none (any more), Conflict when its rules
 * have been changed since
 */
export async function lockRuleDraft(tx: Tx, ctx: Ctx, seenRevision: number): Promise<RuleDraft> {
  requireRuleWriter(ctx);
  await tx.$queryRaw`SELECT id FROM routing_draft WHERE state IN ('writing', 'waiting') FOR NO KEY UPDATE`;
  const draft = await openRuleDraft(tx);
  if (!draft) throw new NotFound();
  if (draft.revision !== seenRevision)
    throw new Conflict('The draft has been changed since you opened this page. Look at it again');
  return draft;
}

/** The same for its author, who alone changes it. @throws Forbidden besides */
export async function lockOwnRuleDraft(tx: Tx, ctx: Ctx, seenRevision: number): Promise<RuleDraft> {
  const draft = await lockRuleDraft(tx, ctx, seenRevision);
  if (draft.writtenBy.accountId !== ctx.actor.accountId)
    throw new Forbidden('Only the person who started the draft may change it');
  return draft;
}

const mostRules = 60;

/** Keeps changed rules as the next revision. A draft that waited for a decision goes back to its author. @throws Invalid */
export async function changeRuleDraft(
  tx: Tx,
  ctx: Ctx,
  draft: RuleDraft,
  change: { rules: RuleSet['rules']; change: 'added' | 'changed' | 'moved' | 'removed'; rule: string },
): Promise<void> {
  if (change.rules.length > mostRules) throw new Invalid({ '': `A set has ${mostRules} rules at most` });
  const { rules, onDissemination } = ruleSetSchema.parse({ ...draft.ruleSet, rules: change.rules });
  const revision = draft.revision + 1;
  await tx.routingDraft.update({
    where: { id: draft.id },
    data: { rules: { rules, onDissemination }, revision, state: 'writing', changedAt: ctx.clock.now() },
  });
  await record(tx, ctx, {
    type: 'routing.draft_changed',
    data: { draft: draft.id, revision, change: change.change, rule: change.rule },
    subject: { type: 'routing_draft', id: draft.id },
  });
}

/** The faults of these rules for this force. */
export async function faultsOfRules(
  db: Db | Tx,
  ctx: Pick<Ctx, 'packHash' | 'clock'>,
  ruleSet: RuleSet,
): Promise<RuleSetFault[]> {
  return ruleSetFaults(ruleSet, await knownToRules(db, ctx));
}

async function knownToRules(db: Db | Tx, ctx: Pick<Ctx, 'packHash' | 'clock'>): Promise<KnownToRules> {
  const plan = await currentPlan(db, ctx);
  const { code } = await currentForce(db, ctx);
  const [areas, items] = [
    await db.area.findMany({ select: { code: true } }),
    await db.planItem.findMany({
      // Rules are ready before the plan that they link to.
      where: {
        plan: { OR: [{ id: plan.id }, { forceCode: code, firstDay: { gt: plan.lastDay } }] },
        kind: { not: 'gap' },
      },
      select: { code: true },
    }),
  ];
  return { areas: areas.map(({ code }) => code), planItems: items.map(({ code }) => code) };
}

/** Whether this revision of the draft has been replayed. */
export async function isReplayed(db: Db | Tx, draft: RuleDraft): Promise<boolean> {
  const replay = await db.routingReplay.findFirst({
    where: { draftId: draft.id, revision: draft.revision },
    select: { id: true },
  });
  return replay !== null;
}

/** Refuses a draft that nobody may publish yet. @throws Conflict with the first thing that is missing */
export async function requirePublishable(tx: Tx, ctx: Ctx, draft: RuleDraft): Promise<void> {
  const newest = await tx.routingRuleSet.aggregate({ _max: { version: true } });
  if (newest._max.version !== draft.basedOn)
    throw new Conflict(
      `Version ${newest._max.version ?? 0} was published after this draft was started. Withdraw the draft and start again`,
    );
  const [fault] = await faultsOfRules(tx, ctx, draft.ruleSet);
  if (fault) throw new Conflict(`The rules cannot be published: ${fault.text}`);
  if (!(await isReplayed(tx, draft)))
    throw new Conflict('Replay the draft as it is now before it is published');
}

/**
 * Asks another FIB supervisor to publish the draft. It has to be without fault and replayed as it is now.
 * @throws NotFound, Forbidden, Conflict
 */
export async function askPublication(ctx: Ctx, input: { seenRevision: number }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnRuleDraft(tx, ctx, input.seenRevision);
    await requirePublishable(tx, ctx, draft);
    await tx.routingDraft.update({ where: { id: draft.id }, data: { state: 'waiting' } });
    await record(tx, ctx, {
      type: 'routing.publication_asked',
      data: { draft: draft.id, revision: draft.revision },
      subject: { type: 'routing_draft', id: draft.id },
    });
  });
}

/** The author gives a draft up, at any time before it is decided. @throws NotFound, Forbidden, Conflict */
export async function withdrawRuleDraft(ctx: Ctx, input: { seenRevision: number }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnRuleDraft(tx, ctx, input.seenRevision);
    await tx.routingDraft.update({
      where: { id: draft.id },
      data: { state: 'withdrawn', decidedBy: ctx.actor.accountId, decidedAt: ctx.clock.now() },
    });
    await record(tx, ctx, {
      type: 'routing.draft_ended',
      data: { draft: draft.id, how: 'withdrawn' },
      subject: { type: 'routing_draft', id: draft.id },
    });
  });
}
