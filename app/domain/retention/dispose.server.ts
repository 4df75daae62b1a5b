import { randomUUID } from 'node:crypto';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import type { Actor } from '../kernel/actor.ts';
import { keptWords } from './retention-words.ts';
import { lockReport, type LockedReport } from './lock-report.server.ts';

/** Proposes that a report goes; another FIB supervisor decides. @throws Forbidden, NotFound, Conflict where something keeps it */
export async function proposeDisposal(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await propose(tx, ctx, input.submissionId);
    await tellOthers(tx, ctx);
  });
}

/**
 * Approves a disposal: in one transaction the report goes from every table, and a job for each of its files removes it from the
 * store. Its numbers stay. @throws Forbidden, NotFound, Conflict where something keeps it, or nothing is proposed any more
 */
export async function approveDisposal(ctx: Ctx, input: { submissionId: Id<'Submission'> }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await tell(tx, 'disposal-decided', await approve(tx, ctx, input.submissionId));
  });
}

/** What became of one of several: null where it was done, else why not. */
export type OneOfSeveral = { id: Id<'Submission'>; problem: string | null };

type Several = { submissionIds: readonly Id<'Submission'>[] };

/** The same of several at once: those that nothing keeps are proposed, and others are told once. @throws Forbidden */
export function proposeDisposals(ctx: Ctx, input: Several): Promise<OneOfSeveral[]> {
  return transaction(ctx.db, async (tx) => {
    const results = await each(input, (id) => propose(tx, ctx, id));
    if (results.some(({ problem }) => problem === null)) await tellOthers(tx, ctx);
    return results;
  });
}

/** The same of several at once: those that nothing keeps go, and each who proposed any is told once. @throws Forbidden */
export function approveDisposals(ctx: Ctx, input: Several): Promise<OneOfSeveral[]> {
  return transaction(ctx.db, async (tx) => {
    const proposers = new Set<Id<'Account'>>();
    const results = await each(input, async (id) => {
      proposers.add(await approve(tx, ctx, id));
    });
    for (const accountId of proposers) await tell(tx, 'disposal-decided', accountId);
    return results;
  });
}

/** In one order for everybody, so that two do not wait for each other. Nothing is written of one before it is refused. */
async function each(
  { submissionIds }: Several,
  work: (id: Id<'Submission'>) => Promise<void>,
): Promise<OneOfSeveral[]> {
  const results: OneOfSeveral[] = [];
  for (const id of [...new Set(submissionIds)].sort())
    results.push({ id, problem: await work(id).then(() => null, reasonOf) });
  return results;
}

function reasonOf(failure: unknown): string {
  if (failure instanceof Conflict || failure instanceof OwnProposal) return failure.message;
  if (failure instanceof NotFound) return 'It is not there any more.';
  throw failure;
}

async function propose(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<void> {
  const report = await lockReport(tx, ctx, submissionId);
  if (report.proposal) throw new Conflict('Somebody has proposed it already');
  refuseKept(report);
  await tx.disposal.create({
    data: {
      id: randomUUID(),
      submissionId: report.id,
      proposedBy: ctx.actor.accountId,
      proposedAt: ctx.clock.now(),
    },
  });
  await record(tx, ctx, {
    type: 'retention.disposal_proposed',
    data: { rule: report.rule ?? '' },
    subject: { type: 'submission', id: report.id },
  });
}

/** Gives who had proposed it. */
async function approve(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<Id<'Account'>> {
  const now = ctx.clock.now();
  const report = await lockReport(tx, ctx, submissionId);
  const proposal = othersProposal(ctx, report);
  refuseKept(report);
  const files = await tx.attachment.findMany({ where: { submissionId: report.id }, select: { id: true } });
  await tx.disposal.update({
    where: { id: proposal.id },
    data: { approved: true, decidedBy: ctx.actor.accountId, decidedAt: now },
  });
  const gone = await dispose(tx, proposal.id, forceDay(now));
  for (const { id } of files) await enqueue(tx, { name: 'remove-file', data: { attachmentId: id } });
  await record(tx, ctx, {
    type: 'retention.disposed',
    data: { rule: report.rule ?? '', gone },
    subject: { type: 'submission', id: report.id },
  });
  return proposal.proposed_by;
}

/** Says why a report does not go. @throws Forbidden, NotFound, Conflict where nothing is proposed any more */
export async function refuseDisposal(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; words: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const report = await lockReport(tx, ctx, input.submissionId);
    const proposal = othersProposal(ctx, report);
    await tx.disposal.update({
      where: { id: proposal.id },
      data: {
        approved: false,
        decidedBy: ctx.actor.accountId,
        decidedAt: ctx.clock.now(),
        words: input.words,
      },
    });
    await record(tx, ctx, {
      type: 'retention.disposal_refused',
      data: {},
      subject: { type: 'submission', id: report.id },
    });
    await tell(tx, 'disposal-decided', proposal.proposed_by);
  });
}

function othersProposal(ctx: Ctx, { proposal }: LockedReport) {
  if (!proposal) throw new Conflict('Its disposal is not proposed any more');
  if (proposal.proposed_by === ctx.actor.accountId)
    throw new OwnProposal('Another FIB supervisor decides on what you proposed');
  return proposal;
}

class OwnProposal extends Forbidden {}

async function tellOthers(tx: Tx, ctx: Ctx): Promise<void> {
  for (const accountId of await roleHolders(tx, 'fib_supervisor'))
    if (accountId !== ctx.actor.accountId) await tell(tx, 'disposal-proposed', accountId);
}

/** By mail that names no report: it may be gone when the mail is sent. */
const tell = (tx: Tx, kind: 'disposal-proposed' | 'disposal-decided', accountId: Id<'Account'>) =>
  enqueue(tx, { name: 'send-mail', data: { kind, accountId } });

function refuseKept({ kept }: LockedReport): void {
  if (kept) throw new Conflict(`It cannot go. ${keptWords[kept]}`);
}

async function dispose(tx: Tx, id: Id<'Disposal'>, today: string): Promise<Record<string, number>> {
  const [row] = await tx.$queryRaw<{ gone: Record<string, number> | null }[]>`
    SELECT dispose_of_submission(${id}::uuid, ${today}::date) AS gone`;
  return row?.gone ?? {};
}

/** How many another proposed and nobody has decided on. */
export const disposalsOfOthers = ({ accountId }: Actor): Prisma.Sql =>
  Prisma.sql`SELECT count(*) FROM disposal d WHERE d.decided_at IS NULL AND d.proposed_by <> ${accountId}::uuid`;
