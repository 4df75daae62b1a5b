import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import type { Role } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { mayOpenAtOnce, ownRequests, sealedSubmission } from './own-requests.server.ts';
import { hoursAtOnce, hoursFrom } from './source-requests.ts';

/**
 * Asks a source custodian to open the sealed record, or opens it at once because of danger, which custodians, FIB
 * supervisors and auditors are told as it happens. `requestId` is made with the page, so that a form sent twice is one
 * request. @throws NotFound, Forbidden, Conflict
 */
export async function askToOpen(
  ctx: Ctx,
  input: {
    submissionId: Id<'Submission'>;
    requestId: Id<'SourceRequest'>;
    reason: string;
    atOnce: boolean;
  },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM submission WHERE id = ${input.submissionId}::uuid FOR NO KEY UPDATE`;
    const submission = await sealedSubmission(tx, ctx, input.submissionId);
    const before = await ownRequests(tx, ctx, submission.id);
    if (before.some(({ id }) => id === input.requestId)) return;
    if (before.some(({ standing }) => standing === 'readable')) throw new Conflict('You can read it already');
    if (input.atOnce && !mayOpenAtOnce(ctx, submission)) throw new Forbidden();
    if (!input.atOnce && before.some(({ standing }) => standing === 'waiting'))
      throw new Conflict('You have asked already, and no source custodian has decided yet');
    const custodians = await othersWith(tx, ctx, 'source_custodian');
    if (!input.atOnce && custodians.length === 0)
      throw new Conflict('Nobody could decide: the portal has no other source custodian');
    const now = ctx.clock.now();
    await tx.sourceRequest.create({
      data: {
        id: input.requestId,
        submissionId: submission.id,
        askedBy: ctx.actor.accountId,
        askedAt: now,
        reason: input.reason,
        atOnce: input.atOnce,
        readableUntil: input.atOnce ? hoursFrom(now, hoursAtOnce) : null,
      },
    });
    await record(tx, ctx, {
      type: 'source.opening_asked',
      data: { request: input.requestId, atOnce: input.atOnce },
      subject: { type: 'submission', id: submission.id },
    });
    await tell(tx, input.atOnce ? 'source-opened-at-once' : 'source-asked', custodians);
    if (input.atOnce) {
      const supervisors = await othersWith(tx, ctx, 'fib_supervisor');
      await tell(
        tx,
        'source-opened-at-once',
        supervisors.filter((id) => !custodians.includes(id)),
      );
      await tell(tx, 'source-opened-at-once-trail', await othersWith(tx, ctx, 'auditor'));
    }
  });
}

async function othersWith(tx: Tx, ctx: Ctx, role: Role): Promise<Id<'Account'>[]> {
  return (await roleHolders(tx, role)).filter((id) => id !== ctx.actor.accountId);
}

async function tell(
  tx: Tx,
  kind: 'source-asked' | 'source-opened-at-once' | 'source-opened-at-once-trail',
  accounts: readonly Id<'Account'>[],
): Promise<void> {
  for (const accountId of accounts) await enqueue(tx, { name: 'send-mail', data: { kind, accountId } });
}
