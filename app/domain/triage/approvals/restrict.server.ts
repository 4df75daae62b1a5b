import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { isFib, type Role } from '../../kernel/actor.ts';
import { record } from '../../audit/record.server.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import { putOnAccessList } from '../../submission/access-list.server.ts';
import { isFinal } from '../../kernel/statuses.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { aboutDangerToo } from '../../submission/danger-act.ts';
import { dangerActOf } from './danger-act-of.server.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';

/**
 * Restricts a submission whose source turns out to be one that can be guessed, with the reason: from now on only FIB reads
 * it, so it is in FIB's queue and nobody outside holds it any more. What was disseminated stays with its recipients.
 */
export const restrict: ActionEffect = async (tx, ctx, submission) => {
  const holderIsFib = await isHeldByFib(tx, submission);
  const away = submission.state.primaryQueueKind === 'fib' ? null : submission.primaryQueueName;
  const fib = await tx.queue.findFirstOrThrow({ where: { kind: 'fib' }, select: { id: true } });
  return {
    input: { holderIsFib },
    change: { restricted: true, primaryQueueId: fib.id },
    after: async () => {
      const { claimedBy } = submission.state;
      // Open and with nobody of FIB, it is for any of them to take on.
      const held = holderIsFib || isFinal(submission.state.status);
      if (holderIsFib && claimedBy) await putOnAccessList(tx, ctx, submission.id, claimedBy, 'Held it');
      if (held && isFib(ctx.actor))
        await putOnAccessList(tx, ctx, submission.id, ctx.actor.accountId, 'Restricted it');
      if (away !== null)
        await tx.submissionRoute.create({
          data: {
            id: randomUUID(),
            submissionId: submission.id,
            happenedAt: ctx.clock.now(),
            queueId: fib.id,
            reason: 'It was restricted, and a restricted submission is held by FIB',
            actorId: ctx.actor.accountId,
          },
        });
      await record(tx, ctx, {
        type: 'submission.restricted',
        data: { from: away },
        subject: { type: 'submission', id: submission.id },
      });
      // A High one that nobody holds now is told of; of any other nobody is.
      await enqueue(tx, { name: 'tell-high', data: { submissionId: submission.id } });
      await tellHolder(tx, ctx, submission);
    },
  };
};

/**
 * Asks that others may read it again, with the reason and of a High one what was done about the danger; nothing changes
 * until a supervisor who did not ask has decided.
 */
export const askToLift: ActionEffect = (tx, ctx, submission, { comment, ...written }) => {
  const danger = dangerActOf(ctx, submission, written);
  return {
    input: danger.input,
    note: aboutDangerToo(comment, danger.act),
    change: { liftingAskedBy: ctx.actor.accountId },
    after: async () => {
      await danger.record(tx);
      await tellDeciders(tx, ctx.actor.accountId);
    },
  };
};

/** Lets others read it again, as somebody else asked, with the reason. It stays in FIB's queue. */
export const liftRestriction: ActionEffect = (tx, ctx, { id, state }) => ({
  change: { restricted: false, liftingAskedBy: null },
  after: async () => {
    await record(tx, ctx, {
      type: 'submission.restriction_lifted',
      data: {},
      subject: { type: 'submission', id },
    });
    await tellAsker(tx, state.liftingAskedBy, id);
  },
});

/** Leaves it restricted although somebody asked, with the reason. */
export const refuseLifting: ActionEffect = (tx, _, { id, state }) => ({
  change: { liftingAskedBy: null },
  after: () => tellAsker(tx, state.liftingAskedBy, id),
});

async function isHeldByFib(tx: Tx, { state }: LoadedSubmission): Promise<boolean> {
  if (state.claimedBy === null) return false;
  const roles = {
    accountId: state.claimedBy,
    role: { in: ['fib_officer', 'fib_supervisor'] satisfies Role[] },
    areaId: null,
  };
  return (await tx.accountRole.count({ where: roles })) > 0;
}
