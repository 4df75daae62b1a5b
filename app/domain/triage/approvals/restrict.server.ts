import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Role } from '../../kernel/actor.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { aboutDangerToo } from './protection-requests.server.ts';
import { lockSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';

type Input = { submissionId: string; comment: string; expectedVersion: number | null };

/**
 * Restricts a submission whose source turns out to be one that can be guessed, with the reason: from now on only FIB reads
 * it, so it is in FIB's queue and nobody outside holds it any more. What was disseminated stays with its recipients.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function restrict(ctx: Ctx, input: Input): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const away = submission.state.primaryQueueKind === 'fib' ? null : submission.primaryQueueName;
    const fib = await tx.queue.findFirstOrThrow({ where: { kind: 'fib' }, select: { id: true } });
    await transition(tx, ctx, submission, {
      action: 'restrict',
      input: { comment: input.comment, holderIsFib: await isHeldByFib(tx, submission) },
      expectedVersion: input.expectedVersion,
      change: { restricted: true, primaryQueueId: fib.id },
    });
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
  });
}

/** Asks that others may read it again, with the reason and of a High one what was done about the danger; nothing changes until a supervisor who did not ask has decided. @throws NotFound, Forbidden, Conflict, Invalid */
export async function askToLift(ctx: Ctx, input: Input & { aboutDanger: string }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    await transition(tx, ctx, submission, {
      action: 'ask_to_lift',
      input: { comment: input.comment, aboutDanger: input.aboutDanger },
      note: aboutDangerToo(input.comment, input.aboutDanger),
      expectedVersion: input.expectedVersion,
      change: { liftingAskedBy: ctx.actor.accountId },
    });
    await tellDeciders(tx, ctx.actor.accountId);
  });
}

/** Lets others read it again, as somebody else asked, with the reason. It stays in FIB's queue. @throws NotFound, Forbidden, Conflict, Invalid */
export async function liftRestriction(ctx: Ctx, input: Input): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    await transition(tx, ctx, submission, {
      action: 'lift_restriction',
      input: { comment: input.comment },
      expectedVersion: input.expectedVersion,
      change: { restricted: false, liftingAskedBy: null },
    });
    await record(tx, ctx, {
      type: 'submission.restriction_lifted',
      data: {},
      subject: { type: 'submission', id: submission.id },
    });
    await tellAsker(tx, submission.state.liftingAskedBy, submission.id);
  });
}

/** Leaves it restricted although somebody asked, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function refuseLifting(ctx: Ctx, input: Input): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    await transition(tx, ctx, submission, {
      action: 'refuse_lifting',
      input: { comment: input.comment },
      expectedVersion: input.expectedVersion,
      change: { liftingAskedBy: null },
    });
    await tellAsker(tx, submission.state.liftingAskedBy, submission.id);
  });
}

async function isHeldByFib(tx: Tx, { state }: LoadedSubmission): Promise<boolean> {
  if (state.claimedBy === null) return false;
  const roles = {
    accountId: state.claimedBy,
    role: { in: ['fib_officer', 'fib_supervisor'] satisfies Role[] },
    areaId: null,
  };
  return (await tx.accountRole.count({ where: roles })) > 0;
}
