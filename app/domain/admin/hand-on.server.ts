import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { isId, type Id } from '#app/domain/kernel/id.ts';
import { isFib, isRole, type Actor } from '../kernel/actor.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Invalid } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { writeChange } from '../connections/tasks/change-task.server.ts';
import { possibleOwners, type PlaceOfTask } from '../connections/tasks/possible-owners.server.ts';
import { ownerKeys, type OwnerKeys } from '../connections/tasks/task-owner.ts';
import { findDissemination } from '../submission/dissemination.server.ts';
import { endDutiesOf } from '../people/duty/end-duty.server.ts';
import { itemsOwnedBy, possibleItemOwners, writeOwner } from '../plan/name-item-owner.server.ts';
import { loadSubmissionUnchecked } from '../submission/load-submission.server.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { coversHigh, holdsPrimaryQueue } from '../submission/submission-access.ts';
import { transition } from '../submission/transition.server.ts';
import { giveDrafts } from './pass-on-of-member.server.ts';

/** Whose it was, who is to have it, and why. `handTo` null: it goes back to where it came from. */
type HandedOn = { accountId: Id<'Account'>; handTo: Id<'Account'> | null; why: 'suspended' | 'roles' };

const reasons = {
  suspended: 'The account of whoever held it was suspended',
  roles: 'Whoever held it has other roles now',
} as const;

/**
 * Hands on everything that an officer holds and, as their account and its roles now are, may hold no longer: submissions,
 * tasks, items of the plan, reports that they entered for partners, duties. A colleague gets what their own roles and areas
 * let them have; the rest goes back to its queue, to the MDS lead or, of what was entered, to an FIB supervisor. What is High
 * begins its steps at once.
 */
export async function handOn(tx: Tx, ctx: Ctx | SystemCtx, handed: HandedOn): Promise<void> {
  const from = await officer(tx, handed.accountId);
  const to = handed.handTo === null ? null : await officer(tx, handed.handTo);
  await handOnSubmissions(tx, ctx, from, to, handed);
  await handOnTasks(tx, ctx, handed);
  await handOnItems(tx, ctx, handed);
  if (from && may(from, 'triage.work')) return;
  await handOnDrafts(tx, ctx, handed, to);
  if ((await endDutiesOf(tx, ctx, handed.accountId)) > 0)
    await enqueue(tx, { name: 'sweep-roster', data: {} });
}

/** The colleague whom a form names; null for none. @throws Invalid */
export async function colleagueOf(
  tx: Tx,
  accountId: Id<'Account'>,
  handTo: string,
): Promise<Id<'Account'> | null> {
  if (handTo === '') return null;
  if (!isId<'Account'>(handTo) || handTo === accountId || !(await officer(tx, handTo)))
    throw new Invalid({ handTo: 'Select a colleague who can sign in' });
  return handTo;
}

/** Somebody of the police as the rules see them; null where their account is not active. */
async function officer(tx: Tx, accountId: Id<'Account'>): Promise<Actor | null> {
  const row = await tx.account.findFirst({
    where: { id: accountId, side: 'police', status: 'active' },
    select: { displayName: true, accountRoles: { select: { role: true, areaId: true } } },
  });
  return (
    row && {
      accountId,
      displayName: row.displayName,
      side: 'police',
      organisationId: null,
      roles: row.accountRoles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : [])),
      sessionId: null,
    }
  );
}

async function handOnSubmissions(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  from: Actor | null,
  to: Actor | null,
  { accountId, why }: HandedOn,
): Promise<void> {
  const portal = { ...ctx, actor: null, system: reasons[why] };
  const held = await tx.$queryRaw<{ id: Id<'Submission'> }[]>`
    SELECT s.id FROM submission s WHERE s.claimed_by = ${accountId}::uuid AND ${isOpen} ORDER BY s.id FOR NO KEY UPDATE`;
  for (const { id } of held) {
    const submission = await loadSubmissionUnchecked(tx, from ? { ...ctx, actor: from } : portal, id);
    if (!submission) continue;
    const { state, accessFacts } = submission;
    if (from && (isFib(from) || holdsPrimaryQueue(from, state) || coversHigh(from, state, accessFacts)))
      continue;
    const takes = to && holdsPrimaryQueue(to, state);
    await transition(tx, portal, submission, {
      action: takes ? 'hand_on' : 'release',
      input: {
        comment: reasons[why],
        ...(takes ? { colleague: { accountId: to.accountId, holdsPrimaryQueue: true } } : {}),
      },
    });
    if (takes)
      await enqueue(tx, {
        name: 'send-mail',
        data: { kind: 'work-given', accountId: to.accountId, submissionId: id },
      });
    if (state.priority === 'high') await enqueue(tx, { name: 'tell-high', data: { submissionId: id } });
  }
}

async function handOnTasks(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  { accountId, handTo, why }: HandedOn,
): Promise<void> {
  const tasks = await tx.task.findMany({
    where: { ownerAccountId: accountId, state: 'open' },
    orderBy: { id: 'asc' },
  });
  for (const row of tasks) {
    const place: PlaceOfTask = {
      submission: row.submissionId && (await loadSubmissionUnchecked(tx, ctx, row.submissionId)),
      sentTo: row.disseminationId && (await findDissemination(tx, row.disseminationId)),
    };
    const choices = await possibleOwners(tx, ctx, place);
    const has = (id: string | null) => choices.find(({ keys }) => id !== null && keys.ownerAccountId === id);
    if (has(accountId)) continue;
    await writeChange(
      tx,
      ctx,
      { row, about: { kind: aboutOf(row) } },
      { kind: 'reassigned', comment: reasons[why], owner: has(handTo)?.keys ?? backTo(place) },
    );
  }
}

const aboutOf = (row: {
  itemId: string | null;
  submissionId: string | null;
  disseminationId: string | null;
}) =>
  row.itemId ? 'item' : row.submissionId ? 'submission' : row.disseminationId ? 'dissemination' : 'plan';

/** The queue that has what the task is about; of the plan, and of what was sent to them, the MDS lead. */
function backTo({ submission, sentTo }: PlaceOfTask): OwnerKeys {
  const ownerQueueId = sentTo ? (sentTo.queue?.id ?? null) : (submission?.primaryQueueId ?? null);
  return ownerKeys({
    ownerAccountId: null,
    ownerQueueId,
    ownerRole: ownerQueueId === null ? 'mds_lead' : null,
  });
}

async function handOnItems(tx: Tx, ctx: Ctx | SystemCtx, { accountId, handTo }: HandedOn): Promise<void> {
  const items = await itemsOwnedBy(tx, accountId);
  if (items.length === 0) return;
  const may = new Set((await possibleItemOwners(tx)).map(({ id }) => id));
  if (may.has(accountId)) return;
  for (const item of items)
    await writeOwner(tx, ctx, item, {
      ...item,
      accountId: handTo !== null && may.has(handTo) ? handTo : null,
    });
}

async function handOnDrafts(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  { accountId }: HandedOn,
  to: Actor | null,
): Promise<void> {
  const drafts = await tx.$queryRaw<{ id: Id<'Draft'> }[]>`
    SELECT id FROM draft WHERE account_id = ${accountId}::uuid AND channel <> 'web' ORDER BY id FOR NO KEY UPDATE`;
  if (drafts.length === 0) return;
  const next = to && may(to, 'reports.enter') ? to.accountId : await someoneOfFib(tx, ctx, accountId);
  if (next) await giveDrafts(tx, ctx, drafts, { from: accountId, to: next });
}

/** An FIB supervisor who is here, else an officer; else one who is away. */
async function someoneOfFib(tx: Tx, ctx: Ctx | SystemCtx, but: Id<'Account'>): Promise<Id<'Account'> | null> {
  const now = ctx.clock.now();
  const [first] = await tx.$queryRaw<{ id: Id<'Account'> }[]>`
    SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id AND r.role IN ('fib_supervisor', 'fib_officer')
    WHERE a.side = 'police' AND a.status = 'active' AND a.id <> ${but}::uuid
    ORDER BY EXISTS (SELECT 1 FROM duty_absence b WHERE b.account_id = a.id AND b.absent_from <= ${now} AND b.absent_to > ${now}),
      r.role <> 'fib_supervisor', a.display_name, a.id LIMIT 1`;
  return first?.id ?? null;
}
