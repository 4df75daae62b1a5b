import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import { dueDates } from '../../submission/due-dates.server.ts';
import { moveSubmission } from '../../submission/move-submission.server.ts';
import { aboutDangerToo, openRequests } from './protection-requests.server.ts';
import { lockHandled } from '../../submission/subject.server.ts';

type Input = { submissionId: string; comment: string; seenVersion: number | null };

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
    const handled = await lockHandled(tx, ctx, input.submissionId);
    await moveSubmission(tx, ctx, handled, {
      action: 'ask_to_lower',
      given: { comment, lowerTo, aboutDanger },
      note: aboutDangerToo(comment, aboutDanger),
      seenVersion: input.seenVersion,
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
    const handled = await lockHandled(tx, ctx, input.submissionId);
    const asked = (await openRequests(tx, ctx, handled)).find(({ kind }) => kind === 'lowering');
    const lowerTo = asked?.lowerTo ?? null;
    await moveSubmission(tx, ctx, handled, {
      action: 'grant_lowering',
      given: { comment: input.comment },
      seenVersion: input.seenVersion,
      change: { loweringAskedBy: null },
      data: { lowerTo },
    });
    // The table has refused what nobody asked for.
    if (lowerTo === null) throw new Conflict();
    await tx.submission.update({
      where: { id: handled.id },
      data: { priority: lowerTo, ...(await dueDates(tx, ctx, handled, ctx.clock.now())) },
    });
    await tellAsker(tx, handled.subject.loweringAskedBy, handled.id);
  });
}

/** Leaves it High although somebody asked, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function refuseLowering(ctx: Ctx, input: Input): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    await moveSubmission(tx, ctx, handled, {
      action: 'refuse_lowering',
      given: { comment: input.comment },
      seenVersion: input.seenVersion,
      change: { loweringAskedBy: null },
    });
    await tellAsker(tx, handled.subject.loweringAskedBy, handled.id);
  });
}
