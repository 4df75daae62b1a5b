import { Conflict } from '../../kernel/failures.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { dueDates } from '../../submission/due-dates.server.ts';
import { aboutDangerToo } from '../../submission/danger-act.ts';
import { dangerActOf } from './danger-act-of.server.ts';
import { openRequests } from './protection-requests.server.ts';

/**
 * Asks that a High submission be Medium or Low, with the reason and what was done about the danger. It stays High until a
 * supervisor who did not ask has decided.
 */
export const askToLower: ActionEffect = (tx, ctx, submission, { comment, lowerTo, ...written }) => {
  const danger = dangerActOf(ctx, submission, written);
  return {
    input: { lowerTo, ...danger.input },
    note: aboutDangerToo(comment, danger.act),
    change: { loweringAskedBy: ctx.actor.accountId },
    data: { lowerTo },
    after: async () => {
      await danger.record(tx);
      await tellDeciders(tx, ctx.actor.accountId);
    },
  };
};

/** Makes it what somebody else asked for, with the reason: its clocks are then those that it would have had all along. */
export const grantLowering: ActionEffect = async (tx, ctx, submission) => {
  const asked = (await openRequests(tx, ctx, submission)).find(({ kind }) => kind === 'lowering');
  const lowerTo = asked?.lowerTo ?? null;
  return {
    change: { loweringAskedBy: null, ...(lowerTo ? { priority: lowerTo } : {}) },
    data: { lowerTo },
    after: async () => {
      // The table has refused what nobody asked for.
      if (lowerTo === null) throw new Conflict();
      await tx.submission.update({
        where: { id: submission.id },
        data: await dueDates(tx, ctx, submission, ctx.clock.now()),
      });
      await tellAsker(tx, submission.state.loweringAskedBy, submission.id);
    },
  };
};

/** Leaves it High although somebody asked, with the reason. */
export const refuseLowering: ActionEffect = (tx, _, { id, state }) => ({
  change: { loweringAskedBy: null },
  after: () => tellAsker(tx, state.loweringAskedBy, id),
});
