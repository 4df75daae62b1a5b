import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import { dueDates } from '../../submission/due-dates.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { aboutDangerToo, openRequests } from './protection-requests.server.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';

type Input = { submissionId: string; comment: string; expectedVersion: number | null };

/**
 * Asks that a High submission be Medium or Low, with the reason and what was done about the danger. It stays High until a supervisor who did not ask has decided.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function askToLower(
  ctx: Ctx,
  input: Input & { lowerTo: string; aboutDanger: string },
): Promise<void> {
  const { comment, lowerTo } = input;
  const aboutDanger = input.aboutDanger.trim();
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    await transition(tx, ctx, submission, {
      action: 'ask_to_lower',
      input: { comment, lowerTo, aboutDanger },
      note: aboutDangerToo(comment, aboutDanger),
      expectedVersion: input.expectedVersion,
      change: { loweringAskedBy: ctx.actor.accountId },
      data: { lowerTo },
    });
    await tellDeciders(tx, ctx.actor.accountId);
  });
}

/**
 * Makes it what somebody else asked for, with the reason: its clocks are then those that it would have had all along.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function grantLowering(ctx: Ctx, input: Input): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const asked = (await openRequests(tx, ctx, submission)).find(({ kind }) => kind === 'lowering');
    const lowerTo = asked?.lowerTo ?? null;
    await transition(tx, ctx, submission, {
      action: 'grant_lowering',
      input: { comment: input.comment },
      expectedVersion: input.expectedVersion,
      change: { loweringAskedBy: null },
      data: { lowerTo },
    });
    // The table has refused what nobody asked for.
    if (lowerTo === null) throw new Conflict();
    await tx.submission.update({
      where: { id: submission.id },
      data: { priority: lowerTo, ...(await dueDates(tx, ctx, submission, ctx.clock.now())) },
    });
    await tellAsker(tx, submission.state.loweringAskedBy, submission.id);
  });
}

/** Leaves it High although somebody asked, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function refuseLowering(ctx: Ctx, input: Input): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    await transition(tx, ctx, submission, {
      action: 'refuse_lowering',
      input: { comment: input.comment },
      expectedVersion: input.expectedVersion,
      change: { loweringAskedBy: null },
    });
    await tellAsker(tx, submission.state.loweringAskedBy, submission.id);
  });
}
